package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers to the questions of the sample's categories. */
class AnswerCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Reporting REPORTING = SampleArea.area().reporting();

  private static Category category(String id) {
    return REPORTING.category(id).orElseThrow();
  }

  private static Map<String, JsonNode> answers(String json) {
    var answers = new LinkedHashMap<String, JsonNode>();
    try {
      JSON.readTree(json)
          .properties()
          .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
    return answers;
  }

  private static List<String> faults(String category, String json) {
    return AnswerCheck.faults(category(category), answers(json), "/answers").stream()
        .map(fault -> fault.place() + " " + fault.code())
        .toList();
  }

  private static Map<String, List<String>> normalised(String category, String json) {
    assertThat(faults(category, json)).isEmpty();
    return AnswerCheck.normalised(category(category), answers(json));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "fly-tipping | {'what': ['bags'], 'size': 'van'} | ",
        "fly-tipping | {} | /answers/what required, /answers/size required",
        "fly-tipping | {'what': [], 'size': ' '} | /answers/what required, /answers/size required",
        "fly-tipping | {'what': ['bags'], 'size': null} | /answers/size required",
        "fly-tipping | {'what': 'bags', 'size': 'van'} | /answers/what options-wanted",
        "fly-tipping | {'what': ['bags', 7, 'tank'], 'size': 'van'}"
            + " | /answers/what/1 unknown-option, /answers/what/2 unknown-option",
        "fly-tipping | {'what': ['bags'], 'size': ['van']} | /answers/size option-wanted",
        "fly-tipping | {'what': ['bags'], 'size': 'bus'} | /answers/size unknown-option",
        "fly-tipping | {'what': ['bags'], 'size': 'van', 'who': 7} | /answers/who type",
        "fly-tipping | {'what': ['bags'], 'size': 'van', 'colour': 'red', 'a/b': ''}"
            + " | /answers/a~1b no-such-question, /answers/colour no-such-question",
        // A notice takes no answer, whether it is shown or not.
        "fly-tipping | {'what': ['bags'], 'size': 'van', 'keep-away': 'ok'}"
            + " | /answers/keep-away not-asked",
        "fly-tipping | {'what': ['chemicals'], 'size': 'van', 'keep-away': 'ok'}"
            + " | /answers/keep-away nothing-to-answer",
        "fly-tipping | {'what': ['chemicals'], 'size': 'van'} | ",
        // Whether a child could get hurt is asked only about some things, and then required.
        "park | {'thing': 'bench'} | ",
        "park | {'thing': 'play'} | /answers/hurt required",
        "park | {'thing': 'play', 'hurt': 'yes'} | ",
        "park | {'thing': 'bench', 'hurt': 'yes'} | /answers/hurt not-asked",
        "park | {'thing': 'bench', 'hurt': ''} | ",
        "park | {'thing': 'slide', 'hurt': 'yes'}"
            + " | /answers/thing unknown-option, /answers/hurt not-asked",
        "pothole | {'where': 'road', 'depth': 200} | ",
        "pothole | {'where': 'road', 'depth': 0.5} | ",
        "pothole | {'where': 'road', 'depth': -0.1} | /answers/depth minimum",
        "pothole | {'where': 'road', 'depth': 200.01} | /answers/depth maximum",
        "pothole | {'where': 'road', 'depth': '20'} | /answers/depth type",
        "pothole | {'where': 'road', 'depth': true} | /answers/depth type",
        "pothole | {'where': 'road', 'depth': 1e999999999} | /answers/depth type",
        "pothole | {'where': 'road', 'depth': 1e300} | /answers/depth format",
        "pothole | {'where': 'road', 'depth': 1e-99} | /answers/depth format",
        "off-road-bikes | {'when': '2026-11-23T10:00:00Z'} | ",
        "off-road-bikes | {'when': '2026-11-23T10:00+01:00'} | ",
        "off-road-bikes | {'when': '2026-11-23T10:00:00'} | /answers/when format",
        "off-road-bikes | {'when': '2026-11-23'} | /answers/when format",
        "off-road-bikes | {'when': '+999999999-12-31T23:59:59-18:00'} | /answers/when format",
        "off-road-bikes | {'when': '1066-10-14T09:00:00Z'} | /answers/when format",
        "off-road-bikes | {'when': 1795428000} | /answers/when format",
        "off-road-bikes | {'when': ['2026-11-23T10:00:00Z']} | /answers/when format",
        "abandoned-vehicle | {'make': 'red', 'registration': 'ABCD 12345678'}"
            + " | /answers/registration maxLength",
      })
  void answers_are_checked_against_the_questions(String category, String json, String faults) {
    assertThat(String.join(", ", faults(category, json.replace('\'', '"'))))
        .isEqualTo(faults == null ? "" : faults);
  }

  @Test
  void what_is_stored_has_one_form() {
    assertThat(
            normalised(
                "fly-tipping",
                """
                {"size": "van", "what": ["furniture", "bags", "furniture"],
                 "who": "  a man\\r\\nin a van\\u000b  "}
                """))
        .containsExactly(
            Map.entry("what", List.of("bags", "furniture")),
            Map.entry("size", List.of("van")),
            Map.entry("who", List.of("a man\nin a van")));
    assertThat(normalised("pothole", "{\"where\": \"road\", \"depth\": 1.50e1}"))
        .containsEntry("depth", List.of("15"));
    assertThat(normalised("off-road-bikes", "{\"when\": \"2026-07-01T10:00:00.9+01:00\"}"))
        .containsEntry("when", List.of("2026-07-01T09:00:00Z"));
  }

  @Test
  void the_length_of_a_text_is_counted_in_characters_as_people_see_them() {
    var face = "\uD83D\uDE00";
    var make = "{\"make\": \"%s\"}";
    assertThat(faults("abandoned-vehicle", make.formatted(face.repeat(80)))).isEmpty();
    assertThat(faults("abandoned-vehicle", make.formatted(face.repeat(81))))
        .containsExactly("/answers/make maxLength");
  }

  @Test
  void what_comes_as_text_is_taken_for_what_its_question_wants() {
    var hole =
        AnswerCheck.fromText(
            category("pothole"), Map.of("where", List.of("road"), "depth", List.of(" 12.0 ")));
    assertThat(AnswerCheck.faults(category("pothole"), hole, "")).isEmpty();
    assertThat(AnswerCheck.normalised(category("pothole"), hole))
        .isEqualTo(Map.of("where", List.of("road"), "depth", List.of("12")));

    var rubbish =
        AnswerCheck.fromText(
            category("fly-tipping"),
            Map.of("what", List.of("bags"), "size", List.of("", "van"), "who", List.of("")));
    assertThat(AnswerCheck.faults(category("fly-tipping"), rubbish, "")).isEmpty();
  }

  @Test
  void what_comes_as_text_and_does_not_fit_is_told_like_anything_else() {
    var wrong =
        AnswerCheck.fromText(
            category("pothole"),
            Map.of(
                "where", List.of("road", "path"),
                "depth", List.of("deep"),
                "easting", List.of("447000")));
    assertThat(AnswerCheck.faults(category("pothole"), wrong, "/attribute"))
        .extracting(fault -> fault.place() + " " + fault.code())
        .containsExactly(
            "/attribute/where option-wanted",
            "/attribute/depth type",
            "/attribute/easting no-such-question");
  }
}
