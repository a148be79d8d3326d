package org.localityvoice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Gives each test method a {@link Town} of its own. */
public final class TownExtension implements ParameterResolver {
  private static final Namespace SPACE = Namespace.create(TownExtension.class);
  private final StoreExtension stores = new StoreExtension();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Town.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var store = (Store) stores.resolveParameter(parameter, test);
    return test.getStore(SPACE).getOrComputeIfAbsent("town", key -> town(store), Town.class);
  }

  private static Town town(Store store) {
    try {
      return Town.on(store, Files.createTempDirectory("town"), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
