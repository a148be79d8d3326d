package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Person.sheet;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** A questionnaire with every type of question, from the area file to the cells. */
@ExtendWith(TownExtension.class)
class AllQuestionTypesTest {
  private static final String WAVE = "newport-visits";

  /** A questionnaire and its wave, to put into the sample area. */
  static String with(String file, String questions) {
    var form =
        """
          - id: visits
            version: 1
            languages: [en]
            title: {en: Visits}
            introduction: {en: A few questions about your visits.}
            strata:
              - id: ageBand
                label: {en: "How old are you?"}
                options: [{id: 35-49, label: {en: 35 to 49}}, {id: other, label: {en: Other}}]
              - id: sex
                label: {en: "What is your sex?"}
                options: [{id: female, label: {en: Female}}, {id: male, label: {en: Male}}]
            questions:
        """
            + questions;
    var wave =
        """
          - id: newport-visits
            locality: newport
            questionnaire: visits
            version: 1
            period: 2026-Q4
            from: 2026-10-01
            to: 2026-12-14
            state: open
        """;
    return file.replace("\nquestionnaires:\n", "\nquestionnaires:\n" + form)
        .replace("\nwaves:\n", "\nwaves:\n" + wave);
  }

  static final String QUESTIONS =
      """
            - {id: SEEN, type: multiple, text: {en: "What have you seen?"}, wording: &own {kind: own, credit: Ours.}, most: 2, options: [{id: litter, label: {en: Litter}}, {id: dogs, label: {en: Dogs}}, {id: paint, label: {en: Paint}}, {id: dont-know, label: {en: "Don't know"}, outsideBase: true}], measures: [{option: litter, measure: {id: PMF-SEEN-LITTER, series: seen-litter-v1, theme: feeling-safe, title: {en: Saw litter}, direction: lower-is-better, positive: ["yes"], central: false}}]}
            - {id: HAPPY, type: scale, text: {en: "How happy are you?"}, wording: *own, from: 0, to: 10, lowest: {en: Not at all}, highest: {en: Completely}, others: [{id: dont-know, label: {en: "Don't know"}, outsideBase: true}], requiredIf: "true"}
            - {id: YEARS, type: number, text: {en: "For how many years have you lived here?"}, wording: *own, least: 0, most: 120, decimals: 1, bands: [{id: new, label: {en: Under two}, from: "0"}, {id: settled, label: {en: Two or more}, from: "2"}]}
            - {id: VISITS, type: number, text: {en: "How often did you come?"}, wording: *own, least: 0, most: 99, decimals: 0}
            - {id: LAST, type: date, text: {en: "When were you here last?"}, wording: *own, earliest: "2026-01-01", latest: "2026-12-31", bands: [{id: winter, label: {en: Winter}, from: "2026-01-01"}, {id: later, label: {en: Later}, from: "2026-04-01"}]}
            - {id: PLACES, type: grid, text: {en: "How are these?"}, wording: *own, options: [{id: good, label: {en: Good}}, {id: bad, label: {en: Bad}}], rows: [{id: PARK, label: {en: Park}}, {id: SHOP, label: {en: Shop}}], requiredIf: "{YEARS} >= 2"}
            - {id: WHY, type: text, text: {en: "Why?"}, wording: *own, longest: 40, showIf: "chosen({SEEN}, 'litter') or {HAPPY} < 3"}
      """;

  private static void opens(Town town) {
    assertThat(town.imports(file -> with(file, QUESTIONS))).isEmpty();
    town.works();
  }

  private static Answer sends(Town town, String who, Map<String, Object> answers) {
    return town.nobody()
        .posts("/v1/responses", sheet(town.as(who).takesBallot(WAVE), WAVE, answers));
  }

  @Test
  void a_phone_is_told_all_it_needs_to_ask(Town town) {
    opens(town);
    var questions = town.nobody().gets("/v1/waves/" + WAVE).json().at("/questionnaire/questions");
    assertThat(
            StreamSupport.stream(questions.spliterator(), false).map(q -> q.at("/type").asText()))
        .containsExactly("multiple", "scale", "number", "number", "date", "grid", "text");
    assertThat(questions.at("/0/most").asInt()).isEqualTo(2);
    assertThat(questions.at("/1/options").size()).isEqualTo(12);
    assertThat(questions.at("/1/options/0/label").asText()).isEqualTo("0 – Not at all");
    assertThat(questions.at("/2/most").asInt()).isEqualTo(120);
    assertThat(questions.at("/4/latest").asText()).isEqualTo("2026-12-31");
    assertThat(questions.at("/5/requiredIf").asText()).isEqualTo("{YEARS} >= 2");
    assertThat(questions.at("/6/longest").asInt()).isEqualTo(40);
    // What a phone of before knows is as it was.
    var old = town.nobody().gets("/v1/waves/newport-2026-q4").json();
    assertThat(old.at("/questionnaire/questions").findValuesAsText("type"))
        .containsOnly("single", "grid");
    assertThat(old.findValue("askIf").at("/question").asText()).isEqualTo("DEALT_REPORTED");
  }

  @Test
  void everything_wrong_is_named_by_its_place_at_once(Town town) {
    opens(town);
    var wrong =
        sends(
            town,
            "ana",
            Town.body(
                "SEEN",
                List.of("litter", "cats", "litter"),
                "YEARS",
                2.25,
                "VISITS",
                "often",
                "LAST",
                "2026-02-30",
                "PLACES",
                Town.body("PARK", "good"),
                "WHY",
                " "));
    assertThat(wrong.status()).isEqualTo(400);
    // Not knowing SEEN, YEARS and HAPPY, nobody can say that WHY is asked or SHOP must be answered.
    assertThat(wrong.places())
        .containsExactlyInAnyOrder(
            "#/answers/SEEN/1",
            "#/answers/SEEN/2",
            "#/answers/SEEN",
            "#/answers/HAPPY",
            "#/answers/YEARS",
            "#/answers/VISITS",
            "#/answers/LAST",
            "#/answers/WHY");
    var more =
        sends(
            town,
            "bilal",
            Town.body(
                "SEEN",
                List.of("dont-know", "dogs"),
                "HAPPY",
                "11",
                "YEARS",
                121,
                "VISITS",
                -1,
                "LAST",
                "2027-01-01",
                "PLACES",
                "good"));
    assertThat(more.places())
        .containsExactlyInAnyOrder(
            "#/answers/SEEN",
            "#/answers/HAPPY",
            "#/answers/YEARS",
            "#/answers/VISITS",
            "#/answers/LAST",
            "#/answers/PLACES");
    var conditions =
        sends(
            town,
            "zofia",
            Town.body(
                "SEEN",
                List.of("dogs"),
                "HAPPY",
                "7",
                "YEARS",
                2,
                "PLACES",
                Town.body("PARK", "good"),
                "WHY",
                "Because."));
    assertThat(conditions.places())
        .containsExactlyInAnyOrder("#/answers/WHY", "#/answers/PLACES/SHOP");
  }

  @Test
  void options_scales_and_bands_are_counted_and_what_people_write_is_read_in_one_way_only(
      Town town) {
    opens(town);
    for (var i = 0; i < 9; i++) {
      assertThat(sends(town, "r" + i, sheetOf(i)).status()).isEqualTo(202);
    }
    var path = "/v1/waves/" + WAVE + "/written-answers/WHY";
    assertThat(town.as("nadia").gets(path).problem()).isEqualTo("written-answers-wait");
    town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
    town.works();
    assertThat(town.differences()).isEmpty();
    // Nine are too few, for whoever asks.
    var nine = town.as("nadia").gets(path);
    assertThat(nine.json().at("/withheld").asBoolean()).isTrue();
    assertThat(nine.text()).doesNotContain("reason");
  }

  @Test
  void ten_written_answers_are_shown_in_the_order_of_the_alphabet_to_the_manager_alone(Town town) {
    opens(town);
    for (var i = 9; i >= 0; i--) {
      assertThat(sends(town, "r" + i, sheetOf(i)).status()).isEqualTo(202);
    }
    town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
    town.works();
    var path = "/v1/waves/" + WAVE + "/written-answers/";
    var first = town.as("nadia").gets(path + "WHY?limit=3");
    assertThat(first.at("/answers/0")).isEqualTo("reason 0");
    assertThat(first.json().at("/answers").size()).isEqualTo(3);
    assertThat(first.json().at("/more").asBoolean()).isTrue();
    var last = town.as("nadia").gets(path + "WHY?skip=9");
    assertThat(last.at("/answers/0")).isEqualTo("reason 9");
    assertThat(last.json().at("/more").asBoolean()).isFalse();
    assertThat(town.as("nadia").gets(path + "VISITS").at("/answers/0")).isEqualTo("0");
    // A number that is counted in bands is kept as its band only.
    assertThat(town.as("nadia").gets(path + "YEARS").status()).isEqualTo(404);
    for (var outsider : List.of("ana", "nora", "pat")) {
      assertThat(town.as(outsider).gets(path + "WHY").status()).as(outsider).isEqualTo(404);
    }
    var counts = AllQuestionTypesTest.counts(town);
    assertThat(counts.get("SEEN/litter")).isEqualTo(Map.of("yes", 10));
    assertThat(counts.get("SEEN/dogs")).isEqualTo(Map.of("no", 10));
    assertThat(counts.get("HAPPY")).isEqualTo(Map.of("7", 10));
    assertThat(counts.get("YEARS")).isEqualTo(Map.of("new", 2, "settled", 8));
    assertThat(counts.get("LAST")).isEqualTo(Map.of("later", 10));
    assertThat(counts.get("PLACES/PARK")).isEqualTo(Map.of("good", 10));
    assertThat(counts).doesNotContainKeys("WHY", "VISITS");
    var released = town.as("nadia").posts("/v1/waves/" + WAVE + "/releases");
    assertThat(released.status()).isEqualTo(201);
    assertThat(released.text()).contains("PMF-SEEN-LITTER").doesNotContain("reason");
  }

  private static Map<String, Object> sheetOf(int i) {
    return Town.body(
        "SEEN",
        List.of("litter"),
        "HAPPY",
        "7",
        "YEARS",
        i,
        "VISITS",
        i,
        "LAST",
        "2026-04-01",
        "PLACES",
        Town.body("PARK", "good", "SHOP", "bad"),
        "WHY",
        "reason " + i);
  }

  private static Map<String, Map<String, Integer>> counts(Town town) {
    return town.cells(WAVE).get(0).counts();
  }

  @Test
  void a_questionnaire_that_could_not_be_answered_or_counted_is_refused_by_line(Town town) {
    var wrong =
        QUESTIONS
            .replace("most: 2,", "fewest: 3, most: 2,")
            .replace("from: 0, to: 10,", "from: 0, to: 30,")
            .replace("from: \"2\"}", "from: \"0\"}")
            .replace("from: \"2026-01-01\"}", "from: \"2026-01-02\"}")
            .replace("{YEARS} >= 2", "{YEAR} >= 2")
            .replace("chosen({SEEN}, 'litter') or", "chosen({SEEN}, 'cats') or")
            .replace("positive: [\"yes\"]", "positive: [litter]");
    assertThat(town.imports(file -> with(file, wrong)))
        .anyMatch(f -> f.contains("/questions/0/most must come after what goes before it"))
        .anyMatch(f -> f.contains("/questions/0/measures/0/measure/positive is no option inside"))
        .anyMatch(f -> f.contains("/questions/1/to must lie 1 to 20 steps above"))
        .anyMatch(f -> f.contains("/questions/2/bands/1/from must come after"))
        .anyMatch(f -> f.contains("/questions/4/bands/0/from must be the least answer"))
        .anyMatch(f -> f.contains("/questions/5/requiredIf names YEAR at character 1"))
        .anyMatch(f -> f.contains("/questions/6/showIf names cats at character 16"))
        .hasSize(7);
  }
}
