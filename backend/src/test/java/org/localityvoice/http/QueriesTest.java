package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.http.SmallServer.json;

import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, lists and headers as arguments, strictly and leniently. */
class QueriesTest {
  private static SmallServer strict;
  private static SmallServer lenient;

  @BeforeAll
  static void start() {
    strict = SmallServer.with("search", QueriesTest::seen);
    lenient = SmallServer.with("searchLeniently", QueriesTest::seen);
  }

  @AfterAll
  static void stop() {
    strict.close();
    lenient.close();
  }

  private static Future<Reply> seen(Call call) {
    return Future.succeededFuture(
        Reply.ok(
            Map.of(
                "latitude", call.decimal("latitude").isPresent() ? call.decimal("latitude") : "",
                "category", call.list("category"),
                "page", call.list("page"),
                "mine", call.flag("mine"),
                "ifMatch", call.header("If-Match").orElse(""))));
  }

  @ParameterizedTest
  @CsvSource({
    "54.5761, 54.5761",
    "-1.2, -1.2",
    "0, 0.0",
    "1e1, 10.0",
    "-0.0, -0.0",
    "89.99999999999999999, 90.0"
  })
  void a_number_is_read_as_it_stands(String text, double number) {
    assertThat(json(strict.get("/search?latitude=" + text)).get("latitude").asDouble())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91",
        "NaN",
        "Infinity",
        "1e999",
        "0x1p3",
        "1d",
        "1,5",
        "",
        "%20",
        "+1",
        ".5",
        "5.",
        "1.0000000000000000000",
        "--1",
        "%D9%A1"
      })
  void what_is_no_such_number_is_refused_with_its_place(String text) {
    var answer = strict.get("/search?latitude=" + text);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(places(answer)).containsExactly("latitude");
  }

  @Test
  void a_list_is_read_item_by_item() {
    var answer = json(strict.get("/search?category=light,litter&page=2,1&mine=true"));
    assertThat(answer.get("category")).hasToString("[\"light\",\"litter\"]");
    assertThat(answer.get("page")).hasToString("[\"2\",\"1\"]");
    assertThat(answer.get("mine").asBoolean()).isTrue();
    assertThat(json(strict.get("/search")).get("category")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category=a,b,c,d",
        "category=light,",
        "category=",
        "category=Light",
        "category=a,,b",
        "category=a&category=b",
        "page=0",
        "page=1,two",
        "page=1.5",
        "mine=yes",
        "colour=red"
      })
  void an_item_too_many_or_unfit_is_refused_with_its_place(String query) {
    var answer = strict.get("/search?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(places(answer)).containsExactly(query.substring(0, query.indexOf('=')));
  }

  @Test
  void a_declared_header_is_read_and_checked() {
    assertThat(json(strict.get("/search", "If-Match", "\"7\"")).get("ifMatch").asText())
        .isEqualTo("\"7\"");
    var answer = strict.get("/search", "If-Match", "*");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(places(answer)).containsExactly("If-Match");
  }

  @Test
  void a_lenient_operation_passes_over_what_it_does_not_know_and_takes_blank_for_absent() {
    var answer =
        lenient.get("/lenient?colour=red&latitude=&category=light,%20litter,&page=3&page=4&mine=");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("latitude").asText()).isEmpty();
    assertThat(json(answer).get("category")).hasToString("[\"light\",\"litter\"]");
    assertThat(json(answer).get("page")).hasToString("[\"3\"]");
  }

  @Test
  void a_lenient_operation_still_checks_what_it_knows() {
    assertThat(places(lenient.get("/lenient?latitude=91"))).containsExactly("latitude");
    assertThat(lenient.raw("GET /lenient?% HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  private static List<String> places(HttpResponse<String> answer) {
    return StreamSupport.stream(json(answer).get("errors").spliterator(), false)
        .map(error -> Optional.ofNullable(error.get("parameter")).orElseThrow().asText())
        .distinct()
        .toList();
  }
}
