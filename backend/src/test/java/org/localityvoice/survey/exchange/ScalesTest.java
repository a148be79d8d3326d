package org.localityvoice.survey.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.http.Json;
import org.localityvoice.problem.Problem;

/** Scales with answers beside them, which other tools show as single choices. */
class ScalesTest {
  private static final String SCALE =
      """
      {"id": "HOW", "type": "scale", "text": {"en": "How?", "pl": "Jak?"}, %s, "from": 0, "to": 2,
       "lowest": {"en": "Bad", "pl": "Źle"}, "highest": {"en": "Good", "pl": "Dobrze"},
       "others": [{"id": "none", "label": {"en": "Can't say"}, "outsideBase": true}]}"""
          .formatted(Forms.WORDING);

  private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
    return catchThrowableOfType(Problem.class, read).violations().stream()
        .map(found -> found.place() + " " + found.code())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"text\":\"Middling\"', /1 exchange-point",
    "'\"text\":{\"default\":\"1\",\"pl\":\"Tak sobie\"}', /1 exchange-point",
    "'\"localityVoice\":{\"outsideBase\":true}', /1 exchange-point",
  })
  void what_somebody_has_made_of_a_point_of_a_scale_is_told_and_not_lost(
      String added, String fault) {
    var good = Json.text(SurveyJsWriter.write(Forms.with(SCALE)));
    var edited = good.replace("{\"value\":\"1\"}", "{\"value\":\"1\"," + added + "}");
    assertThat(faults(() -> SurveyJsReader.read(Forms.json(edited)).form("any", Forms.CONTRACT)))
        .containsExactly("/pages/1/elements/0/choices" + fault);
    for (var harmless : List.of("\"text\":\"1\"", "\"text\":{\"pl\":\" 1\"}")) {
      var same = good.replace("{\"value\":\"1\"}", "{\"value\":\"1\"," + harmless + "}");
      assertThat(SurveyJsReader.read(Forms.json(same)).form("any", Forms.CONTRACT))
          .as(harmless)
          .isEqualTo(SurveyJsReader.read(Forms.json(good)).form("any", Forms.CONTRACT));
    }
  }

  @Test
  void a_scale_has_each_of_its_points_once() {
    var good = Json.text(SurveyJsWriter.write(Forms.with(SCALE)));
    for (var other : List.of("01", "0", "3")) {
      var edited = good.replace("{\"value\":\"1\"}", "{\"value\":\"" + other + "\"}");
      assertThat(faults(() -> SurveyJsReader.read(Forms.json(edited)).form("any", Forms.CONTRACT)))
          .as(other)
          .containsExactly("/pages/1/elements/0/choices exchange-points");
    }
  }

  @Test
  void words_for_a_point_in_a_workbook_are_told_by_the_row_of_the_question() {
    var book = XlsFormWriter.write(Forms.with(SCALE));
    book.sheet("choices").orElseThrow().rows().stream()
        .filter(row -> row.cell("name").equals("1"))
        .forEach(row -> row.with("label::English (en)", "Middling"));
    assertThat(
            faults(
                () ->
                    XlsFormReader.read(XlsxFile.read(XlsxFile.write(book)))
                        .form("any", Forms.CONTRACT)))
        .containsExactly("/survey/6/type exchange-point");
  }
}
