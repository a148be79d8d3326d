package org.localityvoice.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.Identity;

/** The public port: what the contract says, and nothing else. */
public final class PublicServer {
  private static final int LONGEST_LINE = 4096;
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int IDLE_SECONDS = 60;
  private static final int WORTH_COMPRESSING = 1024;

  private final HttpServer server;

  private PublicServer(HttpServer server) {
    this.server = server;
  }

  /**
   * What every request passes through.
   *
   * @param limiter shared by all event loops
   * @param ids makes request ids
   */
  public record Parts(
      Contract contract,
      Identity identity,
      Messages messages,
      MeterRegistry meters,
      Limiter limiter,
      Supplier<String> ids) {}

  /** Binds every operation and starts to listen; fails when the port cannot be had. */
  public static Future<PublicServer> start(
      Vertx vertx, HttpSettings settings, Parts parts, Consumer<Api> operations) {
    return listen(vertx, settings, router(vertx, settings, parts, operations));
  }

  private static Router router(
      Vertx vertx, HttpSettings settings, Parts parts, Consumer<Api> operations) {
    var checks =
        new Checks(
            parts.identity(),
            parts.limiter(),
            new ClientAddress(settings.trustedProxies()),
            new Bodies(settings.mostBodyBytes()));
    var api =
        new Api(
            parts.contract(),
            checks,
            new Answers(parts.messages()),
            new Traffic(parts.meters()),
            parts.ids());
    operations.accept(api);
    var router = Router.router(vertx);
    api.mount(router);
    return router;
  }

  private static Future<PublicServer> listen(Vertx vertx, HttpSettings settings, Router router) {
    var options =
        new HttpServerOptions()
            .setHost(settings.host())
            // Below zero, all event loops share one free port.
            .setPort(settings.port() == 0 ? -1 : settings.port())
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(MOST_HEADER_BYTES)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setCompressionSupported(true)
            .setCompressionContentSizeThreshold(WORTH_COMPRESSING);
    return vertx.createHttpServer(options).requestHandler(router).listen().map(PublicServer::new);
  }

  /** The port in use. */
  public int port() {
    return server.actualPort();
  }

  /** Refuses new connections and waits for requests in flight, at most so long. */
  public Future<Void> stop(long seconds) {
    return server.shutdown(seconds, TimeUnit.SECONDS);
  }
}
