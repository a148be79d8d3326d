package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.localityvoice.http.Api;
import org.localityvoice.http.Contract;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.http.Limiter;
import org.localityvoice.http.PublicServer;
import org.localityvoice.http.Schemas;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** The operations behind the real contract; answers are checked against it as well. */
class PmfOperationsTest extends PushTest {
  private static final Set<String> OURS = Set.of("listPmfStatements", "replayPmfStatement");
  private static final String LIST = "/v1/pmf/statements";
  private static final String KEY = "11111111-aaaa";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Contract contract = Contract.load("local");

  private record Answered(int status, JsonNode body) {}

  private PublicServer serve(Push push) {
    var parts =
        new PublicServer.Parts(
            contract,
            (token, mayBeRecent) -> Future.succeededFuture(caller(Role.of(token).orElseThrow())),
            Messages.load(),
            new SimpleMeterRegistry(),
            new Limiter(clock),
            () -> UUID.randomUUID().toString());
    return Wait.forResult(
        PublicServer.start(
            vertx,
            new HttpSettings("127.0.0.1", 0, 65_536, Set.of()),
            parts,
            api -> {
              new PmfOperations(push.service(), () -> {}).addTo(api);
              bindOthers(api);
            }));
  }

  private static Caller caller(Role role) {
    return new Caller("uid", Set.of(role), Set.of(), Optional.empty());
  }

  private void bindOthers(Api api) {
    contract.document().get("paths").findValuesAsText("operationId").stream()
        .filter(id -> !OURS.contains(id))
        .forEach(id -> api.on(id, call -> Future.failedFuture(Problem.notFound())));
  }

  private Answered get(PublicServer server, String path, String role)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(server, path)), role);
  }

  private Answered post(PublicServer server, String path, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri(server, path))
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.noBody());
    return send(request, "performance-officer");
  }

  private static URI uri(PublicServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private Answered send(HttpRequest.Builder request, String role)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request.header("Authorization", "Bearer " + role).build(), BodyHandlers.ofString());
    return new Answered(response.statusCode(), EventJson.read(response.body()));
  }

  private void conforms(String schema, JsonNode body) {
    var document = contract.document();
    var found = document.at("/components/schemas/" + schema);
    assertThat(new Schemas(document).compile(found).validate(body)).isEmpty();
  }

  @Test
  void an_officer_follows_a_statement_through_failure_replay_and_delivery(Store store)
      throws Exception {
    var push = Push.start(vertx, store, clock, settings());
    push.accept("pmf_1", "pmf_2", "pmf_3");
    var server = serve(push);
    receiver.reacts(request -> request.response().setStatusCode(410).end("closed for good"));
    push.round();

    var first = get(server, LIST + "?limit=1", "performance-officer");
    conforms("PmfStatementPage", first.body());
    var dead = first.body().at("/items/0");
    assertThat(first.status()).isEqualTo(200);
    assertThat(dead.at("/id").asText()).isEqualTo("pmf_1");
    assertThat(dead.at("/sequence").asInt()).isEqualTo(1);
    assertThat(dead.at("/state").asText()).isEqualTo("dead");
    assertThat(dead.at("/deadCause").asText()).isEqualTo("endpoint-gone");
    assertThat(dead.at("/attempts/0/status").asInt()).isEqualTo(410);
    assertThat(dead.at("/lastAnswer/excerpt").asText()).isEqualTo("closed for good");

    var next = LIST + "?after=" + first.body().at("/next").asText();
    var rest = get(server, next, "pmf-service");
    assertThat(rest.body().at("/items").findValuesAsText("id")).containsExactly("pmf_2", "pmf_3");
    assertThat(rest.body().has("next")).isFalse();

    var replayed = post(server, LIST + "/pmf_1/replay", KEY);
    conforms("PmfStatement", replayed.body());
    assertThat(replayed.status()).isEqualTo(202);
    assertThat(replayed.body().at("/state").asText()).isEqualTo("pending");
    var again = post(server, LIST + "/pmf_1/replay", KEY);
    assertThat(again).isEqualTo(replayed);
    var another = post(server, LIST + "/pmf_1/replay", "22222222-bbbb");
    assertThat(another.status()).isEqualTo(409);
    assertThat(another.body().at("/type").asText()).endsWith("statement-still-pending");

    receiver.reacts(Receiver.status(200));
    push.round();
    var delivered = get(server, LIST + "?state=delivered", "performance-officer").body();
    conforms("PmfStatementPage", delivered);
    assertThat(delivered.at("/items/0/deliveredTo").asText()).isEqualTo("127.0.0.1");
    assertThat(delivered.toString()).doesNotContain("observations", "whsec", receiver.address());
  }

  @Test
  void others_and_bad_questions_are_refused(Store store) throws Exception {
    var push = Push.start(vertx, store, clock, settings());
    push.accept("pmf_1");
    var server = serve(push);

    assertThat(get(server, LIST, "resident").status()).isEqualTo(404);
    assertThat(get(server, LIST, "neighbourhood-manager").status()).isEqualTo(404);
    for (var query : Set.of("state=lost", "limit=0", "limit=201", "after=AAAA", "page=2")) {
      var answer = get(server, LIST + "?" + query, "performance-officer");
      conforms("Problem", answer.body());
      assertThat(answer.status()).as(query).isEqualTo(400);
    }
    assertThat(post(server, LIST + "/pmf_9/replay", KEY).status()).isEqualTo(404);
    assertThat(post(server, LIST + "/pmf_1/replay", "short").status()).isEqualTo(400);
    assertThat(push.read("pmf_1").version()).isEqualTo(1);
  }
}
