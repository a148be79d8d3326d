package org.localityvoice.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test method a {@link Store} of its own: on the server that {@code MONGODB_URI} names, or
 * on an embedded store. This is the one place that says which.
 */
public final class StoreExtension implements ParameterResolver {
  private static final Namespace SPACE = Namespace.create(StoreExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Store.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getStore(SPACE).getOrComputeIfAbsent("store", key -> fresh(), Store.class);
  }

  /** A store for whoever closes it. */
  public static Store fresh() {
    var real = System.getenv("MONGODB_URI");
    return real == null || real.isBlank() ? Store.embedded() : Store.on(real);
  }
}
