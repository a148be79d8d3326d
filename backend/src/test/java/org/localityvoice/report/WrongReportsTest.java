package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.LATITUDE;
import static org.localityvoice.report.Problems.LONGITUDE;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.Problems.secret;
import static org.localityvoice.report.Problems.with;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What cannot be meant is refused with its place, and nothing of it is kept. */
@ExtendWith(TownExtension.class)
class WrongReportsTest {
  private static final String POINT =
      "\"point\":{\"latitude\":" + LATITUDE + ",\"longitude\":" + LONGITUDE + "}";

  /** Parts of a report that are wrong, each with the place that is named. */
  private static final List<List<String>> PARTS =
      List.of(
          List.of("\"point\":{\"latitude\":1e999,\"longitude\":-1.25}", "#/point/latitude"),
          List.of("\"point\":{\"latitude\":91,\"longitude\":-1.25}", "#/point/latitude"),
          List.of("\"point\":{\"latitude\":\"54\",\"longitude\":-1.25}", "#/point/latitude"),
          List.of("\"point\":{\"latitude\":-0.0,\"longitude\":-1.25}", "#/point"),
          List.of("\"point\":{}", "#/point/latitude,#/point/longitude"),
          List.of("\"place\":\"Behind the library\"", "#/locality"),
          List.of("\"place\":\"Behind it\",\"locality\":\"nowhere\"", "#/locality"),
          List.of("\"place\":\"\\u0001\",\"locality\":\"newport\"", "#/point"),
          List.of("\"locality\":\"newport\"", "#/point"),
          List.of(POINT + ",\"capturedAt\":\"2026-11-23 08:12:00Z\"", "#/capturedAt"),
          List.of(POINT + ",\"capturedAt\":\"2026-11-23T08:12:00\"", "#/capturedAt"),
          List.of(POINT + ",\"capturedAt\":\"2026-02-30T08:12:00Z\"", "#/capturedAt"),
          List.of(POINT + ",\"capturedAt\":\"0000-01-01T00:00:00+18:00\"", "#/capturedAt"),
          List.of(POINT + ",\"capturedAt\":\"9999-12-31T23:59:59-18:00\"", "#/capturedAt"),
          List.of(POINT + ",\"answers\":{\"__proto__\":\"x\"}", "#/answers/__proto__"),
          List.of(POINT + ",\"answers\":{\"a.b\":\"x\"}", "#/answers/a.b"),
          List.of(POINT + ",\"answers\":{\"$where\":\"x\"}", "#/answers/$where"),
          List.of(POINT + ",\"answers\":{\"\":\"x\"}", "#/answers/"),
          List.of(POINT + ",\"answers\":{\"bin\":\"Full\"}", "#/answers/bin"),
          List.of(POINT + ",\"answers\":{\"bin\":[\"full\"]}", "#/answers/bin"),
          List.of(POINT + ",\"answers\":{\"bin\":1e999}", "#/answers/bin"),
          List.of(POINT + ",\"answers\":{\"bin\":{}}", "#/answers/bin"),
          List.of(POINT + ",\"stops\":{\"a.$b\":true}", "#/stops/a.$b"),
          List.of(POINT + ",\"stops\":{\"x\":\"no\"}", "#/stops/x"),
          List.of(POINT + ",\"onBehalf\":true", "#/onBehalf"),
          List.of(POINT + ",\"contact\":{\"email\":\"nobody\"}", "#/contact/email"),
          List.of(POINT + ",\"anonymous\":true", "#/secret"));

  @Test
  void a_wrong_part_of_a_report_is_named_and_nothing_is_kept(Town town) {
    for (var part : PARTS) {
      var body =
          "{\"id\":\"%s\",\"category\":\"litter\",\"text\":\"Cans\",%s}"
              .formatted(UUID.randomUUID(), part.get(0));
      var answer = raw(town.as("ana"), "/v1/reports", body);
      assertThat(answer.status()).as(part.get(0)).isEqualTo(400);
      assertThat(String.join(",", answer.places())).as(part.get(0)).isEqualTo(part.get(1));
      town.clock().advance(Duration.ofSeconds(11));
    }
    assertThat(town.as("ana").gets("/v1/me/reports").json().at("/items")).isEmpty();
  }

  @Test
  void words_in_which_nobody_can_see_anything_say_nothing(Town town) {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    for (var nothing :
        List.of("\u0001", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u3164", "\ufe0f")) {
      assertThat(town.as("ana").posts("/v1/reports", with(litter(), "text", nothing)).places())
          .containsExactly("#/text");
      assertThat(comments(town.as("ana"), report, nothing).places()).containsExactly("#/text");
      assertThat(comments(town.as("rosa"), report, nothing).places()).containsExactly("#/text");
      for (var part : List.of("decidedBy", "instead")) {
        var refusal = Town.body("reason", "referred", "decidedBy", "Ada", "instead", "Ask");
        refusal.put(part, nothing);
        var refused =
            ReportTowns.moves(
                town.as("rosa"), report, Map.of("move", "refuse", "refusal", refusal));
        assertThat(refused.places()).containsExactly("#/refusal/" + part);
      }
      ReportTowns.moves(town.as("rosa"), report, Map.of("move", "say-done"));
      assertThat(ReportTowns.says(town.as("ana"), report, "no", nothing).at("/state"))
          .as("a no without a reason disputes nothing")
          .isEqualTo("said-done");
      assertThat(
              ReportTowns.moves(town.as("wyn"), report, Map.of("move", "dispute", "note", nothing))
                  .places())
          .containsExactly("#/note");
      ReportTowns.moves(town.as("rosa"), report, Map.of("move", "start"));
      town.clock().advance(Duration.ofMinutes(2));
    }
    // What can be seen is taken as it is, whatever it is; half a character is none.
    for (var text : List.of("😀", "שלום", "\u202eabc", "é", "x\ud800")) {
      assertThat(comments(town.as("ana"), report, text).status()).as(text).isEqualTo(200);
    }
  }

  @Test
  void four_thousand_characters_are_taken_and_one_more_is_not_whatever_they_are(Town town) {
    for (var letter : List.of("x", "ż", "😀")) {
      assertThat(
              town.as("ana")
                  .posts("/v1/reports", with(litter(), "text", letter.repeat(4000)))
                  .status())
          .isEqualTo(201);
      assertThat(
              town.as("ana")
                  .posts("/v1/reports", with(litter(), "text", letter.repeat(4001)))
                  .places())
          .containsExactly("#/text");
    }
  }

  @Test
  void a_phone_that_does_not_know_the_time_is_not_believed(Town town) {
    for (var time :
        List.of("1970-01-01T00:00:07Z", "2026-11-23T10:00:01Z", "0001-01-01T00:00:00Z")) {
      var report = with(litter(), "capturedAt", time);
      assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
      assertThat(town.as("rosa").gets(path(report)).at("/staff/capturedAt")).isEmpty();
    }
    var report = with(litter(), "capturedAt", "2026-11-20T08:00:00.123456789+01:00");
    town.as("ana").posts("/v1/reports", report);
    assertThat(town.as("rosa").gets(path(report)).at("/staff/capturedAt"))
        .isEqualTo("2026-11-20T07:00:00.123Z");
  }

  @Test
  void a_promise_lies_ahead_but_not_beyond_all_reason(Town town) {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    for (var time :
        List.of(
            "2026-11-23T10:00:00Z",
            "2016-12-31T23:59:60Z",
            "2126-11-23T10:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00")) {
      var planned =
          ReportTowns.moves(town.as("rosa"), report, Map.of("move", "plan", "expectedBy", time));
      assertThat(planned.places()).as(time).containsExactly("#/expectedBy");
    }
    assertThat(town.nobody().gets(path(report)).at("/state")).isEqualTo("open");
    var fine =
        ReportTowns.moves(
            town.as("rosa"),
            report,
            Map.of("move", "plan", "expectedBy", "2027-03-01T12:00:00.0001+01:00"));
    assertThat(fine.at("/expectedBy")).isEqualTo("2027-03-01T11:00:00Z");
  }

  @Test
  void what_does_not_go_with_a_move_is_said_before_anything_is_looked_up(Town town) {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    var answer =
        ReportTowns.moves(
            town.as("rosa"),
            report,
            Map.of("move", "investigate", "into", UUID.randomUUID().toString()));
    assertThat(answer.text()).contains("This does not go with the move.");
  }

  @Test
  void whoever_stays_anonymous_leaves_no_way_to_be_reached(Town town) {
    var report = with(with(litter(), "anonymous", true), "secret", secret(3));
    var both = with(report, "contact", Map.of("phone", "01642 000000"));
    assertThat(town.as("ana").posts("/v1/reports", both).places()).containsExactly("#/contact");
    // Somebody without an account may wish to be called back.
    var called =
        with(with(litter(), "secret", secret(4)), "contact", Map.of("name", "Jo\u0000\ud800"));
    assertThat(town.nobody().posts("/v1/reports", called).status()).isEqualTo(201);
    assertThat(town.as("rosa").gets(path(called)).at("/staff/contact/name")).isEqualTo("Jo\ufffd");
    assertThat(town.as("wyn").gets(path(called)).json().at("/staff").has("contact")).isFalse();
  }

  @Test
  void every_stop_is_answered_and_after_a_yes_there_is_no_report_but_a_number_to_call(Town town) {
    var pothole =
        with(Problems.of("pothole", "Deep."), "answers", Map.of("where", "road", "depth", 12));
    assertThat(town.as("ana").posts("/v1/reports", pothole).places())
        .containsExactly("#/stops/in-danger");
    var stopped =
        town.as("ana")
            .posts(
                "/v1/reports",
                with(pothole, "stops", Map.of("in-danger", true)),
                "Accept-Language",
                "pl");
    assertThat(stopped.problem()).isEqualTo("stop-notice");
    assertThat(stopped.text()).contains("999", "Prosimy nie używać tego formularza");
    var both = Map.of("in-danger", false, "an-old-one", true);
    assertThat(town.as("ana").posts("/v1/reports", with(pothole, "stops", both)).places())
        .containsExactly("#/stops/an-old-one");
    var neither = Map.of("in-danger", false, "an-old-one", false);
    assertThat(town.as("ana").posts("/v1/reports", with(pothole, "stops", neither)).status())
        .isEqualTo(201);
  }

  @Test
  void questions_depend_on_answers_and_each_takes_its_own_kind(Town town) {
    var park = Problems.of("park", "The gate is broken.");
    var wrong = new ArrayList<List<Object>>();
    wrong.add(List.of(Map.of(), "#/answers/thing"));
    wrong.add(List.of(Map.of("thing", "gate"), "#/answers/hurt"));
    wrong.add(List.of(Map.of("thing", "bench", "hurt", "no"), "#/answers/hurt"));
    wrong.add(List.of(Map.of("thing", List.of("gate"), "hurt", "no"), "#/answers/thing"));
    for (var one : wrong) {
      assertThat(town.as("ana").posts("/v1/reports", with(park, "answers", one.get(0))).places())
          .as("%s", one)
          .contains((String) one.get(1));
    }
    var good = with(park, "answers", Map.of("thing", "gate", "hurt", "no"));
    assertThat(town.as("ana").posts("/v1/reports", good).status()).isEqualTo(201);
    var hole = with(Problems.of("pothole", "Deep."), "stops", Map.of("in-danger", false));
    for (var depth : List.of("deep", -1, 201, true, List.of("1"), 1e300)) {
      assertThat(
              town.as("ana")
                  .posts(
                      "/v1/reports", with(hole, "answers", Map.of("where", "road", "depth", depth)))
                  .places())
          .as("%s", depth)
          .containsExactly("#/answers/depth");
    }
  }

  private static Answer comments(Person person, Map<String, Object> report, String text) {
    return person.posts(
        path(report) + "/comments", Map.of("text", text), "Idempotency-Key", Person.key());
  }

  private static Answer raw(Person person, String path, String body) {
    return person.sends(
        "POST",
        path,
        BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)),
        "Content-Type",
        "application/json");
  }
}
