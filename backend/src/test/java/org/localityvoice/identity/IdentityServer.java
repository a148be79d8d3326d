package org.localityvoice.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.localityvoice.http.Api;
import org.localityvoice.http.Contract;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.http.Limiter;
import org.localityvoice.http.PublicServer;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.me.MeOperations;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Wait;

/**
 * The real server and the real contract with the operations of this package behind them; every
 * other operation answers 404.
 */
public final class IdentityServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final PublicServer server;

  private IdentityServer(String mode, Identity identity, Set<String> bound, Consumer<Api> more) {
    var contract = Contract.load(mode);
    var parts =
        new PublicServer.Parts(
            contract,
            identity,
            Messages.load(),
            new SimpleMeterRegistry(),
            new Limiter(InstantSource.system()),
            () -> UUID.randomUUID().toString());
    server =
        Wait.forResult(
            PublicServer.start(
                vertx,
                new HttpSettings("127.0.0.1", 0, 65_536, Set.of()),
                parts,
                api -> {
                  new MeOperations().addTo(api);
                  more.accept(api);
                  others(contract.document(), bound)
                      .forEach(id -> api.on(id, call -> Future.failedFuture(Problem.notFound())));
                }));
  }

  /** In firebase mode. */
  public static IdentityServer firebase(Identity identity) {
    return new IdentityServer("firebase", identity, Set.of("getMe"), api -> {});
  }

  /** In local mode. */
  public static IdentityServer local(Identity identity, Consumer<Api> operations) {
    var bound = Set.of("getMe", "listLocalPersonas", "signInLocally");
    return new IdentityServer("local", identity, bound, operations);
  }

  /**
   * An answer.
   *
   * @param body as JSON
   * @param response with its headers
   */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

  public Answer get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  public Answer post(String path, String body, String... headers) {
    var request = request(path, headers).header("Content-Type", "application/json");
    return send(request.POST(BodyPublishers.ofString(body)).build());
  }

  /** {@code GET /v1/me} with a token. */
  public Answer me(String token) {
    return get("/v1/me", "Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer", e);
    }
  }

  private static List<String> others(JsonNode document, Set<String> bound) {
    var others = new ArrayList<String>();
    for (var item : document.get("paths")) {
      for (var operation : item) {
        var id = operation.path("operationId").asText();
        if (!bound.contains(id)) {
          others.add(id);
        }
      }
    }
    return others;
  }

  @Override
  public void close() {
    Wait.forResult(server.stop(5));
    Wait.forResult(vertx.close());
  }
}
