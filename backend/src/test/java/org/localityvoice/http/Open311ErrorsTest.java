package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** Refusals as GeoReport v2 wants them, for operations that say so. */
class Open311ErrorsTest {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  @Test
  void a_refusal_is_an_error_with_its_code_and_its_sentence() {
    var refused = Problem.of(ProblemType.FORBIDDEN);
    try (var server = SmallServer.with("listThingsXml", call -> Future.failedFuture(refused))) {
      var answer = server.get("/v2/things.xml");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(type(answer)).isEqualTo("text/xml; charset=utf-8");
      assertThat(answer.body())
          .isEqualTo(
              DECLARATION
                  + "<errors><error><code>403</code><description>You are not allowed to do this."
                  + "</description></error></errors>");
    }
  }

  @Test
  void every_place_has_an_error_of_its_own_and_illegal_characters_are_gone() {
    var refused =
        Problem.invalid(
            List.of(
                Violation.at("/a<b\u000b", "required"),
                Violation.at("", "form-fields", 200),
                new Violation(Violation.In.QUERY, "lat", "repeated", List.of())));
    try (var server = SmallServer.with("listThingsXml", call -> Future.failedFuture(refused))) {
      assertThat(server.get("/v2/things.xml").body())
          .contains("<description>a&lt;b: This must be there.</description>")
          .contains("<description>A form may have at most 200 fields.</description>")
          .contains("<description>lat: This may be given only once.</description>");
    }
  }

  @Test
  void json_is_a_bare_list() {
    try (var server = SmallServer.plain()) {
      var answer = server.get("/v2/things/a.json?limit=10");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(type(answer)).isEqualTo("application/json; charset=utf-8");
      assertThat(answer.body())
          .isEqualTo("[{\"code\":400,\"description\":\"limit: This must be at most 9.\"}]");
    }
  }

  @Test
  void whatever_the_server_refuses_by_itself_has_the_same_form() {
    Handler broken =
        call -> {
          throw new IllegalStateException("a fault");
        };
    try (var server = SmallServer.with("listThingsXml", broken)) {
      var form = "application/x-www-form-urlencoded";
      assertThat(code(server.get("/v2/things.xml"))).isEqualTo(500);
      assertThat(code(server.get("/v2/things.xml?extra=1"))).isEqualTo(400);
      assertThat(code(server.get("/v2/things/a.xml"))).isEqualTo(401);
      assertThat(code(server.post("/v2/things.xml", "text/plain", "a"))).isEqualTo(415);
      assertThat(code(server.post("/v2/things.xml", form, "a=%"))).isEqualTo(400);
      assertThat(code(server.post("/v2/things.xml", form, "x".repeat(1001)))).isEqualTo(413);
    }
  }

  @Test
  void a_path_with_a_suffix_after_its_parameter_is_found() {
    try (var server =
        SmallServer.with(
            "getThingJson", call -> Future.succeededFuture(Reply.ok(call.path("thing"))))) {
      assertThat(server.get("/v2/things/7.json").body()).isEqualTo("\"7\"");
      assertThat(server.get("/v2/things/a.b.json").body()).isEqualTo("\"a.b\"");
      assertThat(server.get("/v2/things/7xjson").statusCode()).isEqualTo(404);
      assertThat(server.get("/v2/things/7.json/more").statusCode()).isEqualTo(404);
      assertThat(server.get("/v2/things/.json").statusCode()).isEqualTo(404);
      assertThat(server.get("/v2/thingsxxml").statusCode()).isEqualTo(404);
    }
  }

  private static int code(HttpResponse<String> answer) {
    assertThat(type(answer)).isEqualTo("text/xml; charset=utf-8");
    assertThat(answer.body())
        .startsWith(DECLARATION + "<errors><error><code>" + answer.statusCode() + "</code>")
        .contains("<description>");
    return answer.statusCode();
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
