package org.localityvoice.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Health and metrics on a port of their own, not part of the public contract: {@code /health/live}
 * (the event loop answers), {@code /health/ready} (503 while it should get no requests) and {@code
 * /metrics} (Prometheus text).
 */
public final class ManagementServer {
  private static final long PATIENCE_SECONDS = 3;

  private final HttpServer server;

  private ManagementServer(HttpServer server) {
    this.server = server;
  }

  /**
   * How the instance is.
   *
   * @param ready whether it should be given requests
   * @param checks state by part
   */
  public record Readiness(boolean ready, Map<String, String> checks) {
    public Readiness {
      checks = Map.copyOf(checks);
    }
  }

  /** Starts to listen; fails when the port cannot be had. */
  public static Future<ManagementServer> start(
      Vertx vertx,
      String host,
      int port,
      PrometheusMeterRegistry meters,
      Supplier<Future<Readiness>> readiness) {
    return vertx
        .createHttpServer()
        .requestHandler(request -> answer(request, meters, readiness))
        .listen(port, host)
        .map(ManagementServer::new);
  }

  private static void answer(
      HttpServerRequest request,
      PrometheusMeterRegistry meters,
      Supplier<Future<Readiness>> readiness) {
    switch (request.path()) {
      case "/health/live" -> json(request, 200, Map.of("status", "up"));
      case "/health/ready" ->
          readiness
              .get()
              .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .otherwise(new Readiness(false, Map.of("store", "down")))
              .onSuccess(state -> ready(request, state));
      case "/metrics" ->
          request
              .response()
              .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
              .end(meters.scrape());
      default -> json(request, 404, Map.of("status", "not found"));
    }
  }

  private static void ready(HttpServerRequest request, Readiness state) {
    json(
        request,
        state.ready() ? 200 : 503,
        Map.of("status", state.ready() ? "up" : "down", "checks", state.checks()));
  }

  private static void json(HttpServerRequest request, int status, Object body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Json.text(body));
  }

  /** The port in use. */
  public int port() {
    return server.actualPort();
  }

  public Future<Void> stop() {
    return server.close();
  }
}
