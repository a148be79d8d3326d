package org.localityvoice.event.attendance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.localityvoice.testing.StoreExtension;

/**
 * Gives the tests of this package one {@link Doorstep}, since each of them makes sessions and
 * people of its own. Its clock only goes on.
 */
final class DoorstepExtension implements ParameterResolver {
  private static final Namespace SPACE = Namespace.create(DoorstepExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Doorstep.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent("doorstep", key -> open(), Doorstep.class);
  }

  private static Doorstep open() {
    try {
      return new Doorstep(StoreExtension.fresh(), Files.createTempDirectory("doorstep"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
