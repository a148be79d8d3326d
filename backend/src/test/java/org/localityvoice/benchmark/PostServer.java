package org.localityvoice.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.localityvoice.http.Api;
import org.localityvoice.http.Contract;
import org.localityvoice.http.ContractSignedIn;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.http.Limiter;
import org.localityvoice.http.PublicServer;
import org.localityvoice.http.Reply;
import org.localityvoice.http.RequestIds;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.local.LocalIdentity;
import org.localityvoice.identity.local.LocalTokens;
import org.localityvoice.identity.local.Personas;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Wait;

/**
 * A server in a process of its own that takes one small POST and does nothing with it: ours, or a
 * plain router. Prints its port, and ends when its standard input does.
 */
final class PostServer {
  static final byte[] KEY = "a key for the benchmark's tokens".getBytes(StandardCharsets.US_ASCII);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PostServer() {}

  public static void main(String[] arguments) throws IOException {
    var vertx = Vertx.vertx();
    var port = Wait.forResult(arguments[0].equals("ours") ? ours(vertx) : plain(vertx));
    new PrintStream(System.out, true, StandardCharsets.US_ASCII).println(port);
    while (System.in.read() >= 0) {
      // Only its end matters.
    }
    System.exit(0);
  }

  private static Future<Integer> ours(Vertx vertx) {
    var contract = ContractSignedIn.load();
    var clock = InstantSource.system();
    var parts =
        new PublicServer.Parts(
            contract,
            new LocalIdentity(Personas.load(), new LocalTokens(KEY, clock)),
            Messages.load(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            new Limiter(clock),
            new RequestIds());
    var settings = new HttpSettings("localhost", 0, 256 * 1024, Set.of());
    return PublicServer.start(vertx, settings, parts, api -> bind(contract, api))
        .map(PublicServer::port);
  }

  private static void bind(Contract contract, Api api) {
    for (JsonNode path : contract.document().path("paths")) {
      for (JsonNode operation : path) {
        var id = operation.path("operationId").asText();
        api.on(
            id,
            call -> {
              if (!id.equals("respond")) {
                throw Problem.notFound();
              }
              return Future.succeededFuture(
                  Reply.json(202, Map.of("wave", call.body(JsonNode.class).get("wave").asText())));
            });
      }
    }
  }

  private static Future<Integer> plain(Vertx vertx) {
    var router = Router.router(vertx);
    router.post("/v1/responses").handler(BodyHandler.create(false)).handler(PostServer::answer);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "localhost")
        .map(server -> server.actualPort());
  }

  private static void answer(RoutingContext context) {
    try {
      var body = MAPPER.readTree(context.body().buffer().getBytes());
      var answer = MAPPER.writeValueAsBytes(Map.of("wave", body.get("wave").asText()));
      context
          .response()
          .setStatusCode(202)
          .putHeader("Content-Type", "application/json")
          .end(Buffer.buffer(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
