package org.localityvoice.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.http.PublicServer;

/** One event loop of the public port; several share it. */
final class HttpVerticle extends VerticleBase {
  private final HttpSettings settings;
  private final PublicServer.Parts parts;
  private final Consumer<Api> operations;
  private final long drainSeconds;
  private @Nullable PublicServer server;

  HttpVerticle(
      HttpSettings settings,
      PublicServer.Parts parts,
      Consumer<Api> operations,
      long drainSeconds) {
    this.settings = settings;
    this.parts = parts;
    this.operations = operations;
    this.drainSeconds = drainSeconds;
  }

  @Override
  public Future<?> start() {
    return PublicServer.start(vertx, settings, parts, operations)
        .onSuccess(started -> server = started);
  }

  @Override
  public Future<?> stop() {
    return server == null ? Future.succeededFuture() : server.stop(drainSeconds);
  }

  int port() {
    return server == null ? 0 : server.port();
  }
}
