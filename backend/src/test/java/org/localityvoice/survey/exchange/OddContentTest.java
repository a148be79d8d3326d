package org.localityvoice.survey.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.http.Json;
import org.localityvoice.problem.Problem;
import org.localityvoice.survey.draft.DraftReader;

/**
 * Odd characters and numbers in what other tools send: told by their place, never lost on the way.
 */
class OddContentTest {
  private static final String ODD = "[@]";
  private static final String QUESTION =
      "{\"id\": \"SAFE\", \"type\": \"single\", \"text\": {\"en\": \"Safe"
          + ODD
          + "?\"}, "
          + Forms.WORDING
          + ", \"options\": [{\"id\": \"a\", \"label\": {\"en\": \"A\", \"pl\": \"Ą\"}}]}";

  private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
    return catchThrowableOfType(Problem.class, read).violations().stream()
        .map(v -> v.place() + " " + v.code())
        .toList();
  }

  private static List<String> survey(String json) {
    return faults(() -> SurveyJsReader.read(Forms.json(json)).form("any", Forms.CONTRACT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0001", "\\t", "\\r", "\\u007f", "\\ud83d", "\\u202e", "\\uffff"})
  void a_draft_and_a_survey_with_an_odd_character_are_told_where(String odd) {
    assertThat(
            DraftReader.faults(Forms.json("{\"questions\": [" + QUESTION.replace(ODD, odd) + "]}")))
        .extracting(v -> v.place() + " " + v.code())
        .containsExactly("/questions/0/text/en odd-character");
    var there = Json.text(SurveyJsWriter.write(Forms.with(QUESTION))).replace(ODD, odd);
    assertThat(survey(there)).containsExactly("/pages/1/elements/0/title/default odd-character");
  }

  @Test
  void titles_and_sources_have_one_line_and_texts_may_have_several() {
    var question = QUESTION.replace(ODD, "\\n").replace("Ours.", "Ours\\nand theirs.");
    assertThat(
            DraftReader.faults(
                Forms.json("{\"title\": {\"pl\": \"a\\nb\"}, \"questions\": [" + question + "]}")))
        .extracting(v -> v.place() + " " + v.arguments())
        .containsExactly("/title/pl [U+000A, 2]", "/questions/0/wording/credit [U+000A, 5]");
  }

  @Test
  void a_condition_may_have_tabs_and_line_ends_between_its_pieces() {
    assertThat(
            DraftReader.faults(
                Forms.json("{\"questions\": [{\"showIf\": \"true\\t\\r\\nor\\u0001 true\"}]}")))
        .extracting(v -> v.place() + " " + v.arguments())
        .contains("/questions/0/showIf [U+0001, 10]")
        .noneMatch(fault -> fault.contains("U+0009"));
  }

  static Stream<String> cells() {
    return Stream.of("\t", "\u007f", "\u202e", "\u0085");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("cells")
  void a_cell_with_an_odd_character_is_told_by_sheet_row_and_column(String odd) {
    var book = XlsFormWriter.write(Forms.with(QUESTION));
    book.sheet("survey").orElseThrow().rows().get(4).cells().put("label::Polish (pl)", "a" + odd);
    book.sheet("settings").orElseThrow().rows().get(0).cells().put("form_title", "a\nb" + odd);
    assertThat(
            faults(
                () ->
                    XlsFormReader.read(XlsxFile.read(XlsxFile.write(book)))
                        .form("any", Forms.CONTRACT)))
        .containsExactly(
            "/survey/6/label::Polish (pl) odd-character", "/settings/2/form_title odd-character");
  }

  @Test
  void what_our_own_column_hides_in_escapes_is_told_by_row() {
    var book = XlsFormWriter.write(Forms.with(QUESTION));
    var ours = book.sheet("survey").orElseThrow().rows().get(4).cells();
    ours.computeIfPresent("locality_voice", (column, text) -> text.replace("Ours.", "\\u0001"));
    assertThat(
            faults(
                () ->
                    XlsFormReader.read(XlsxFile.read(XlsxFile.write(book)))
                        .form("any", Forms.CONTRACT)))
        .containsExactly("/survey/6 odd-character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1e-400", "99999999999999999999", "1e999999999"})
  void a_number_that_cannot_be_held_is_refused_in_our_own_column(String number) {
    var book = XlsFormWriter.write(Forms.with(QUESTION));
    var ours = book.sheet("settings").orElseThrow().rows().get(0).cells();
    ours.put("locality_voice", "{\"modes\":[" + number + "]}");
    assertThat(
            faults(
                () ->
                    XlsFormReader.read(XlsxFile.read(XlsxFile.write(book)))
                        .form("any", Forms.CONTRACT)))
        .contains("/settings/2/locality_voice exchange-ours");
  }
}
