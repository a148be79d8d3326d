package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.localityvoice.http.Contract;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.http.Limiter;
import org.localityvoice.http.PublicServer;
import org.localityvoice.http.Schemas;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Wait;

/** The real server and contract with the localities behind them; all else answers 404. */
final class LocalityServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SERVED = Set.of("listLocalities", "getLocality");

  private final Vertx vertx;
  private final Contract contract = Contract.load("firebase");
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final PublicServer server;

  LocalityServer(Vertx vertx, Areas areas) {
    this.vertx = vertx;
    var parts =
        new PublicServer.Parts(
            contract,
            (token, mayBeRecent) -> Future.failedFuture("nobody signs in here"),
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
                  new LocalityOperations(areas).addTo(api);
                  others()
                      .forEach(id -> api.on(id, call -> Future.failedFuture(Problem.notFound())));
                }));
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    try {
      return client.send(
          (headers.length == 0 ? request : request.headers(headers)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer", e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  /** What in a good answer does not fit the contract. */
  List<String> misfits(String path, HttpResponse<String> response) {
    var schema =
        contract
            .document()
            .path("paths")
            .path(path)
            .at("/get/responses/200/content/application~1json/schema");
    return new Schemas(contract.document())
        .compile(schema).validate(json(response)).stream().map(Object::toString).toList();
  }

  private List<String> others() {
    return StreamSupport.stream(contract.document().path("paths").spliterator(), false)
        .flatMap(item -> StreamSupport.stream(item.spliterator(), false))
        .map(operation -> operation.path("operationId").asText())
        .filter(id -> !SERVED.contains(id))
        .toList();
  }

  @Override
  public void close() {
    Wait.forResult(server.stop(5));
    Wait.forResult(vertx.close());
  }
}
