package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Person.sheet;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;

/** A wave from its plan to its release. */
@ExtendWith(TownExtension.class)
class PlannedWavesTest {
  private static final String WAVES = "/v1/localities/newport/waves";
  private static final String WAVE = "newport-2027-q2";
  private static final String AT = "/v1/waves/" + WAVE;
  private static final String PLAN = AT + "/plan";
  private static final Map<String, Object> SAFE = Map.of("SAFE_DAY", "very-safe");

  private static Map<String, Object> plan(Object... changes) {
    var plan =
        Town.body(
            "questionnaire",
            Town.body("id", "wave-core", "version", 7),
            "period",
            "2027-Q2",
            "from",
            "2027-03-29",
            "to",
            "2027-10-31",
            "graceDays",
            7,
            "modes",
            List.of("app", "paper", "qr"),
            "target",
            400,
            "breakdowns",
            List.of("ageBand"));
    plan.putAll(Town.body(changes));
    return plan;
  }

  private static Answer plans(Town town, Map<String, Object> plan) {
    return town.as("nadia").posts(WAVES, Town.body("id", WAVE, "plan", plan));
  }

  private static Answer changes(Town town, String tag, Map<String, Object> plan) {
    return town.as("pat")
        .sends(
            "PUT",
            PLAN,
            BodyPublishers.ofByteArray(Json.bytes(plan)),
            "If-Match",
            tag,
            "Content-Type",
            "application/json");
  }

  private static void itIs(Town town, String moment) {
    town.clock().advance(Duration.between(town.clock().instant(), Instant.parse(moment)));
  }

  private static String ballotProblem(Town town, String who) {
    return town.as(who).posts(AT + "/ballots").problem();
  }

  private static String state(Town town) {
    return town.nobody().gets(AT).at("/wave/state");
  }

  @Test
  void nadia_plans_a_wave_and_learns_what_it_can_show(Town town) {
    var planned = plans(town, plan());
    assertThat(planned.status()).isEqualTo(201);
    assertThat(planned.at("/wave/state")).isEqualTo("planned");
    // The answers of the last wave of Newport are made up, and lend nothing.
    var planner = planned.json().at("/planner");
    assertThat(planner.has("earlierWave")).isFalse();
    assertThat(planner.at("/designEffect").asDouble()).isEqualTo(1.5);
    var base = 400 / 1.5;
    assertThat(planner.at("/smallestDetectableChange").asDouble())
        .isCloseTo(100 * 2.801585 * Math.sqrt(0.25 * (2 / base)), Offset.offset(0.2));
    assertThat(planned.at("/planner/sentence")).contains("With 400 answers", "four times out of");
    // A retry finds it; another plan under the same id does not replace it.
    assertThat(plans(town, plan()).text()).isEqualTo(planned.text());
    assertThat(plans(town, plan("target", 500)).problem()).isEqualTo("wave-id-taken");
    // Everybody sees that it will come; nobody from elsewhere sees its plan.
    assertThat(town.nobody().gets(WAVES + "?state=planned").at("/waves/0/id")).isEqualTo(WAVE);
    assertThat(town.as("nora").gets(PLAN).status()).isEqualTo(404);
    assertThat(town.as("nora").posts(WAVES, Town.body("id", "x1", "plan", plan())).status())
        .isEqualTo(404);
    assertThat(town.as("pat").gets("/v1/waves/newport-2026-q4/plan").status()).isEqualTo(404);
  }

  @Test
  void a_plan_is_changed_by_those_who_have_read_it_and_only_before_the_wave_begins(Town town) {
    var tag = plans(town, plan()).header("ETag");
    var changed = changes(town, tag, plan("target", 800));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.at("/plan/target")).isEqualTo("800");
    // The same again is a retry, whatever its tag; another change with the old tag is not.
    assertThat(changes(town, tag, plan("target", 800)).text()).isEqualTo(changed.text());
    assertThat(changes(town, tag, plan("target", 900)).status()).isEqualTo(412);
    assertThat(town.as("pat").gets(PLAN).at("/plan/target")).isEqualTo("800");
    var without = BodyPublishers.ofByteArray(Json.bytes(plan()));
    assertThat(
            town.as("pat").sends("PUT", PLAN, without, "Content-Type", "application/json").places())
        .containsExactly("header:If-Match");
    // The retry of the planning itself still knows its wave.
    assertThat(plans(town, plan()).at("/plan/target")).isEqualTo("800");
    itIs(town, "2027-03-29T12:00:00Z");
    var begun = changes(town, town.as("pat").gets(PLAN).header("ETag"), plan("target", 900));
    assertThat(begun.problem()).isEqualTo("wave-begun");
  }

  @Test
  void a_period_that_no_statement_can_have_and_a_version_that_no_number_holds_are_refused(
      Town town) {
    assertThat(plans(town, plan("period", "2026-11")).places()).containsExactly("#/plan/period");
    var elsewhere = plans(town, plan("period", "2026-Q4"));
    assertThat(elsewhere.status()).isEqualTo(400);
    assertThat(elsewhere.places()).containsExactly("#/plan/period");
    assertThat(elsewhere.text()).contains("neither in this quarter nor within 31 days of it");
    var huge = Town.body("id", "wave-core", "version", 2_147_483_648L);
    assertThat(plans(town, plan("questionnaire", huge)).places())
        .containsExactly("#/plan/questionnaire/version");
  }

  @Test
  void a_plan_that_cannot_be_is_refused_with_each_place(Town town) {
    var wrong =
        plan("from", "2026-11-22", "to", "2026-11-01", "breakdowns", List.of("sex", "shoeSize"));
    assertThat(plans(town, wrong).places())
        .containsExactlyInAnyOrder("#/plan/from", "#/plan/to", "#/plan/breakdowns/1");
    assertThat(plans(town, plan("to", "2028-06-01")).places()).containsExactly("#/plan/to");
    assertThat(plans(town, plan("from", "2029-01-01", "to", "2029-02-01")).places())
        .containsExactly("#/plan/from");
    var unknown = plan("questionnaire", Town.body("id", "wave-core", "version", 99));
    assertThat(plans(town, unknown).places()).containsExactly("#/plan/questionnaire");
    assertThat(plans(town, plan("from", "2027-02-30")).places()).containsExactly("#/plan/from");
    assertThat(plans(town, plan("modes", List.of("fax"))).places())
        .containsExactly("#/plan/modes/0");
    assertThat(town.nobody().gets(AT).status()).isEqualTo(404);
  }

  @Test
  void it_opens_and_ends_at_midnight_in_the_area_on_both_sides_of_the_clock_change(Town town) {
    var calendar = plans(town, plan()).json().at("/wave/calendar");
    // Summer time begins the night before the first day, and ends on the last.
    assertThat(calendar.at("/opensAt").asText()).isEqualTo("2027-03-28T23:00:00Z");
    assertThat(calendar.at("/ballotsEndAt").asText()).isEqualTo("2027-11-01T00:00:00Z");
    assertThat(calendar.at("/answersEndAt").asText()).isEqualTo("2027-11-08T00:00:00Z");

    itIs(town, "2027-03-28T22:59:59Z");
    assertThat(ballotProblem(town, "ana")).isEqualTo("wave-not-begun");
    assertThat(town.as("nadia").posts(AT + "/close").problem()).isEqualTo("wave-not-begun");
    itIs(town, "2027-03-28T23:00:00Z");
    // The job has not run; the day is what counts.
    assertThat(state(town)).isEqualTo("open");
    assertThat(town.nobody().gets(WAVES + "?state=open").text()).contains(WAVE);
    var offline = sheet(town.as("ana").takesBallot(WAVE), WAVE, SAFE);
    var tooLate = sheet(town.as("zofia").takesBallot(WAVE), WAVE, SAFE);

    itIs(town, "2027-10-31T23:59:59Z");
    assertThat(town.as("bilal").answers(WAVE, SAFE).status()).isEqualTo(202);
    itIs(town, "2027-11-01T00:00:00Z");
    town.works();
    assertThat(state(town)).isEqualTo("grace");
    assertThat(ballotProblem(town, "gita")).isEqualTo("wave-not-open");
    assertThat(town.nobody().posts("/v1/responses", offline).status()).isEqualTo(202);

    itIs(town, "2027-11-08T00:00:00Z");
    town.works();
    assertThat(town.nobody().posts("/v1/responses", tooLate).problem()).isEqualTo("wave-not-open");
    // What was sent in time is still known, and what was sent cannot become something else.
    assertThat(town.nobody().posts("/v1/responses", offline).status()).isEqualTo(202);
    offline.put("answers", Map.of("SAFE_DAY", "neither"));
    assertThat(town.nobody().posts("/v1/responses", offline).problem()).isEqualTo("ballot-spent");
    assertThat(town.as("nadia").posts(AT + "/close").at("/state")).isEqualTo("closed");
    assertThat(town.responses(WAVE)).isEqualTo(2);
    assertThat(town.differences()).isEmpty();
  }

  @Test
  void a_wave_is_shown_as_released_once_its_figures_are_out(Town town) {
    plans(town, plan("period", "2026-Q4", "from", "2026-11-23", "to", "2026-12-01"));
    town.as("ana").answers(WAVE, SAFE);
    town.as("nadia").posts(AT + "/close");
    var release = town.as("nadia").posts(AT + "/releases").at("/id");
    town.works();
    assertThat(state(town)).isEqualTo("closed");
    town.as("pat").posts("/v1/releases/" + release + "/approve");
    town.works();
    town.clock().advance(Duration.ofSeconds(2));
    assertThat(state(town)).isEqualTo("released");
    assertThat(town.nobody().gets(WAVES + "?state=released").text()).contains(WAVE);
    assertThat(town.nobody().gets(WAVES + "?state=closed").text()).doesNotContain(WAVE);
    // A released wave can be released anew, as ever.
    assertThat(town.as("pat").posts(AT + "/releases").problem()).isEqualTo("release-unchanged");
  }

  @Test
  void the_meter_shows_who_is_missing_and_never_an_answer(Town town) {
    var meter = "/v1/waves/newport-2026-q4/representativeness";
    assertThat(town.as("nadia").gets(meter).at("/status")).isEqualTo("TOO_FEW");
    for (var i = 0; i < 12; i++) {
      town.as("resident-" + i).answers("newport-2026-q4", SAFE);
    }
    town.works();
    var twelve = town.as("pat").gets(meter, "Accept-Language", "en");
    assertThat(twelve.at("/status")).isEqualTo("GROUP_TOO_SMALL");
    assertThat(twelve.at("/responses")).isEqualTo("10");
    assertThat(twelve.json().at("/margins/1/groups/0/answers").asInt()).isEqualTo(100);
    assertThat(twelve.json().at("/margins/1/groups/1").has("answers")).isFalse();
    assertThat(twelve.json().at("/sentences/1").asText()).contains("Male");
    assertThat(twelve.text()).doesNotContain("SAFE_DAY", "very-safe");
    assertThat(town.as("ana").gets(meter).status()).isEqualTo(404);
    assertThat(town.as("wyn").gets(meter).status()).isEqualTo(404);
    assertThat(town.as("nora").gets(meter).status()).isEqualTo(404);
    assertThat(town.as("pat").gets("/v1/waves/newport-2026-q3/representativeness").problem())
        .isEqualTo("wave-not-running");
  }
}
