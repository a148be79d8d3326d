package org.localityvoice.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import org.localityvoice.mongo.embedded.StoreUnavailableException;

/**
 * Gives a test method a {@link Store} of its own: on the server that {@code MONGODB_URI} names, or
 * on the embedded store. This is the one place that says which.
 */
public final class StoreExtension implements ParameterResolver {
  private static final Namespace SPACE = Namespace.create(StoreExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Store.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var server =
        test.getRoot()
            .getStore(SPACE)
            .getOrComputeIfAbsent("server", key -> Server.start(), Server.class);
    return test.getStore(SPACE).getOrComputeIfAbsent("store", key -> server.fresh(), Store.class);
  }

  private record Server(String address, boolean lasting, Closeable end) implements AutoCloseable {
    static Server start() {
      var real = System.getenv("MONGODB_URI");
      if (real != null && !real.isBlank()) {
        return new Server(real, true, () -> {});
      }
      try {
        var folder = Files.createTempDirectory("store");
        var store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
        return new Server(store.connectionString(), false, () -> end(store, folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (StoreUnavailableException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void end(EmbeddedStore store, Path folder) throws IOException {
      store.close();
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }

    Store fresh() {
      return new Store(address, "test-" + UUID.randomUUID(), lasting);
    }

    @Override
    public void close() throws IOException {
      end.close();
    }
  }
}
