package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/**
 * Bad input gets a plain answer with the place and the reason, never a 5xx, and changes nothing.
 */
@ExtendWith(TownExtension.class)
class BadInputTest {
  private static final String WAVE = "newport-2026-q4";
  private static final String RESPONSES = "/v1/responses";
  private static final String JSON = "application/json";
  private static final String GOOD =
      "{'ballot':'%s','wave':'newport-2026-q4','language':'en','mode':'app',"
          + "'strata':{'ageBand':'35-49','sex':'female'},'answers':{'SAFE_DAY':'very-safe'}}";

  /** A body that is wrong, how it is answered, and the places named. */
  record Bad(String name, String body, int status, String problem, List<String> places) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bad> bodies() {
    var ballot = "A".repeat(43);
    var good = GOOD.formatted(ballot).replace('\'', '"');
    var deep = "{\"answers\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    return Stream.of(
        bad("cut off", good.substring(0, 40), "malformed-json"),
        bad("not JSON at all", "ballot=1", "malformed-json"),
        bad("two documents", good + good, "malformed-json"),
        bad(
            "the same name twice",
            good.replace("{\"ballot\"", "{\"wave\":\"x\",\"ballot\""),
            "malformed-json"),
        bad("too deep", deep, "too-deep"),
        bad("NaN", good.replace("\"very-safe\"", "NaN"), "malformed-json"),
        bad("nothing", "", "invalid-request", "#"),
        bad("null", "null", "invalid-request", "#"),
        bad("an array", "[]", "invalid-request", "#"),
        bad("a text", "\"hello\"", "invalid-request", "#"),
        bad(
            "a number for the wave",
            good.replace("\"newport-2026-q4\"", "4"),
            "invalid-request",
            "#/wave"),
        bad(
            "an operator for the wave",
            good.replace("\"newport-2026-q4\"", "{\"$ne\":null}"),
            "invalid-request",
            "#/wave"),
        bad(
            "an operator for the ballot",
            good.replace("\"" + ballot + "\"", "{\"$gt\":\"\"}"),
            "invalid-request",
            "#/ballot"),
        bad(
            "an unknown property",
            good.replace("{\"ballot\"", "{\"uid\":\"ana\",\"ballot\""),
            "invalid-request",
            "#/uid"),
        bad(
            "a missing property",
            good.replace("\"mode\":\"app\",", ""),
            "invalid-request",
            "#/mode"),
        bad("an unknown mode", good.replace("\"app\"", "\"fax\""), "invalid-request", "#/mode"),
        bad("a ballot too short", good.replace(ballot, "abc"), "invalid-request", "#/ballot"),
        bad(
            "a language too long",
            good.replace("\"en\"", "\"" + "e".repeat(21) + "\""),
            "invalid-request",
            "#/language"),
        bad(
            "no answers",
            good.replace("{\"SAFE_DAY\":\"very-safe\"}", "{}"),
            "invalid-request",
            "#/answers"),
        bad(
            "answers as a list",
            good.replace("{\"SAFE_DAY\":\"very-safe\"}", "[1]"),
            "invalid-request",
            "#/answers"),
        bad(
            "yes or no for an answer",
            good.replace("\"very-safe\"", "true"),
            "invalid-request",
            "#/answers/SAFE_DAY"),
        bad(
            "an unknown wave",
            good.replace("newport-2026-q4", "no-such-wave"),
            "invalid-request",
            "#/wave"),
        bad(
            "a prototype",
            good.replace("\"SAFE_DAY\"", "\"__proto__\""),
            "invalid-request",
            "#/answers/__proto__",
            "#/ballot"),
        bad(
            "a dotted question",
            good.replace("\"SAFE_DAY\"", "\"a.$b\""),
            "invalid-request",
            "#/answers/a.$b",
            "#/ballot"),
        bad(
            "a slash in a question",
            good.replace("\"SAFE_DAY\"", "\"a/b~c\""),
            "invalid-request",
            "#/answers/a~1b~0c",
            "#/ballot"),
        bad(
            "odd characters",
            good.replace("\"very-safe\"", "\"\\ud800\\u0000\u202e\""),
            "invalid-request",
            "#/answers/SAFE_DAY",
            "#/ballot"),
        bad(
            "numbers that nobody can hold",
            good.replace(
                "\"SAFE_DAY\":\"very-safe\"",
                "\"A\":1e400,\"B\":-1e999999999,\"C\":1e-400,\"D\":99999999999999999999,"
                    + "\"E\":0.0,\"F\":-0e-5,\"G\":7e2"),
            "invalid-request",
            "#/answers/A",
            "#/answers/B",
            "#/answers/C",
            "#/answers/D"),
        bad(
            "half a character for a name",
            good.replace("\"SAFE_DAY\"", "\"\\ud800\""),
            "malformed-json"),
        bad("a made-up ballot", good, "invalid-request", "#/ballot"));
  }

  private static Bad bad(String name, String body, String problem, String... places) {
    return new Bad(name, body, 400, problem, List.of(places));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_bad_body_is_refused_with_its_places(Bad bad, Town town) {
    var answer = town.nobody().raw(RESPONSES, bad.body().getBytes(StandardCharsets.UTF_8), JSON);
    assertThat(answer.status()).isEqualTo(bad.status());
    assertThat(answer.problem()).isEqualTo(bad.problem());
    assertThat(answer.places()).containsExactlyInAnyOrderElementsOf(bad.places());
    town.works();
    assertThat(town.responses(WAVE)).isZero();
  }

  @Test
  void a_body_of_bytes_that_are_no_text_is_refused(Town town) {
    var answer = town.nobody().raw(RESPONSES, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, JSON);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-json");
  }

  @Test
  void a_body_that_is_too_large_is_refused_before_it_is_read(Town town) {
    var answer = town.nobody().raw(RESPONSES, new byte[3_000_000], JSON);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("payload-too-large");
  }

  @Test
  void another_content_type_is_refused(Town town) {
    for (var type :
        List.of("text/plain", "application/xml", "application/json; charset=latin1", "nonsense")) {
      var answer = town.nobody().raw(RESPONSES, "{}".getBytes(StandardCharsets.UTF_8), type);
      assertThat(answer.status()).as(type).isEqualTo(415);
    }
    var none = town.nobody().sends("POST", RESPONSES, BodyPublishers.ofString("{}"));
    assertThat(none.status()).isEqualTo(415);
  }

  @Test
  void unknown_addresses_methods_and_parameters_are_refused(Town town) {
    var ana = town.as("ana");
    assertThat(ana.gets("/v1/nothing").status()).isEqualTo(404);
    assertThat(ana.gets("/v1/localities/nowhere").status()).isEqualTo(404);
    assertThat(ana.gets("/v1/localities/nowhere/waves").status()).isEqualTo(404);
    assertThat(ana.gets("/v1/waves/nowhere").status()).isEqualTo(404);
    assertThat(ana.posts("/v1/waves/nowhere/ballots").status()).isEqualTo(404);
    assertThat(ana.sends("DELETE", RESPONSES, BodyPublishers.noBody()).status()).isEqualTo(405);
    assertThat(ana.gets("/v1/localities/newport/waves?state=asleep").places())
        .containsExactly("query:state");
    assertThat(ana.gets("/v1/localities/newport/waves?state=open&state=closed").places())
        .containsExactly("query:state");
    assertThat(ana.gets("/v1/localities/newport/waves?colour=red").places())
        .containsExactly("query:colour");
    assertThat(ana.gets("/v1/localities/%24ne").places()).containsExactly("path:localityId");
    assertThat(town.as("pat").gets("/v1/pmf/statements?limit=1e9").places())
        .containsExactly("query:limit");
    assertThat(ana.retries("/v1/waves/" + WAVE + "/ballots", "short").places())
        .containsExactly("header:Idempotency-Key");
    assertThat(
            ana.sends("POST", "/v1/waves/" + WAVE + "/ballots", BodyPublishers.noBody()).places())
        .containsExactly("header:Idempotency-Key");
  }

  @Test
  void missing_foreign_expired_and_garbled_tokens_are_refused(Town town) {
    var old = town.token("ana");
    town.clock().advance(java.time.Duration.ofHours(2));
    for (var header :
        List.of("", "Bearer", "Bearer x", "Basic YTpi", "Bearer " + old, "Bearer a.b.c")) {
      var answer = town.nobody().gets("/v1/me", "Authorization", header);
      assertThat(answer.status()).as(header).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
    assertThat(town.nobody().gets("/v1/me").status()).isEqualTo(401);
  }

  @Test
  void the_request_id_comes_back_and_a_bad_one_is_replaced(Town town) {
    var good = town.nobody().gets("/v1/me", "X-Request-Id", "phone-12345678");
    assertThat(good.header("X-Request-Id")).isEqualTo("phone-12345678");
    assertThat(good.at("/instance")).isEqualTo("phone-12345678");
    var bad = town.nobody().gets("/v1/me", "X-Request-Id", "a b");
    assertThat(bad.header("X-Request-Id")).isNotEqualTo("a b").isNotEmpty();
  }

  @Test
  void refusals_are_told_in_the_callers_language(Town town) {
    var polish = town.nobody().gets("/v1/me", "Accept-Language", "pl");
    assertThat(polish.header("Content-Language")).isEqualTo("pl");
    assertThat(polish.at("/title")).isEqualTo("Najpierw się zaloguj");
    assertThat(town.nobody().gets("/v1/me", "Accept-Language", ";;q=").at("/title"))
        .isEqualTo("Sign in first");
  }

  @Test
  void guessing_ballots_is_stopped_after_a_while_and_allowed_again_later(Town town) {
    var guess = Person.sheet("A".repeat(43), WAVE, Map.of("SAFE_DAY", "very-safe"));
    Answer last = town.nobody().posts(RESPONSES, guess);
    for (var i = 0; i < 100 && last.status() == 400; i++) {
      last = town.nobody().posts(RESPONSES, guess);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    assertThat(last.header("RateLimit-Policy")).contains("refused-response");
    town.clock().advance(java.time.Duration.ofMinutes(1));
    assertThat(town.nobody().posts(RESPONSES, guess).status()).isEqualTo(400);
  }
}
