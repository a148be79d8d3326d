package org.localityvoice.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test method a {@link Store} of its own: on the server that {@code MONGODB_URI} names, or
 * on one in memory that is gone after the tests. This is the one place that says which.
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
      var server = new MongoServer(H2Backend.inMemory());
      var address = "mongodb://127.0.0.1:" + server.bind().getPort() + "/?retryWrites=false";
      return new Server(address, false, server::shutdownNow);
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
