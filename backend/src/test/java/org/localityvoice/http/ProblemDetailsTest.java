package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.http.SmallServer.json;

import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

class ProblemDetailsTest {
  @Test
  void a_refusal_says_what_would_be_allowed_and_otherwise_does_not_mention_it() {
    var refused = Problem.conflict("conflict").allowed(List.of("planned", "done"));
    try (var server = SmallServer.with("search", call -> Future.failedFuture(refused))) {
      var answer = server.get("/search");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(json(answer).get("allowed")).hasToString("[\"planned\",\"done\"]");
      var misfits =
          new Schemas(Contract.load("local").document())
              .compile(Contract.load("local").document().at("/components/schemas/Problem"))
              .validate(json(answer));
      assertThat(misfits).isEmpty();
    }
    var plain = Problem.of(ProblemType.FORBIDDEN);
    try (var server = SmallServer.with("search", call -> Future.failedFuture(plain))) {
      var answer = server.get("/search");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(json(answer).get("title").asText()).isEqualTo("Not allowed");
      assertThat(json(answer).has("allowed")).isFalse();
    }
  }
}
