package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of answers that lies beside an area file is read whole, or refused by line. */
class ResponseFileTest {
  private static final String HEADINGS = "mode,language,age,SAFE,YEARS\n";
  private static final String GOOD = HEADINGS + "app,en,old,yes,3\npaper,en,old,,1.5\n";

  private static ResponseFile read(String text) {
    try {
      var content =
          new ObjectMapper()
              .readTree(
                  """
                  {"languages": ["en"], "title": {"en": "T"}, "introduction": {"en": "I"},
                   "strata": [{"id": "age", "label": {}, "options": [{"id": "old", "label": {}}]}],
                   "questions": [
                     {"id": "SAFE", "type": "single", "text": {},
                      "options": [{"id": "yes", "label": {}}, {"id": "no", "label": {}}]},
                     {"id": "YEARS", "type": "number", "text": {}, "least": 0, "most": 9,
                      "decimals": 1}]}
                  """);
      return ResponseFile.read(text, Questionnaires.of("any", 1, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_byte_order_mark_line_ends_and_blank_lines_do_not_matter() {
    assertThat(read(GOOD).faults()).isEmpty();
    var decorated = read("\uFEFF" + GOOD.replace("\n", "\r\n") + "\r\n");
    assertThat(decorated.faults()).isEmpty();
    assertThat(decorated.sheets()).isEqualTo(read(GOOD).sheets()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "app,en,old; line 4: has 3 fields where there are 5 headings",
        "app,en,old,yes,3,4; line 4: has 6 fields where there are 5 headings",
        "app,en,old,\"yes,3; line 4: cannot be read from here on",
        "app,en,old,\"yes\"no,3; line 4: cannot be read from here on",
        "app,en,old,y\uFFFDs,3; line 4: holds bytes that are not UTF-8 text",
        "app,en,old,maybe,3; line 4: answers/SAFE: unknown option",
        "app,en,old,yes,1e400; line 4: answers/YEARS: number wanted",
        "app,en,old,yes,1e-999999999; line 4: answers/YEARS: number wanted",
        "app,en,old,yes,NaN; line 4: answers/YEARS: number wanted",
        "app,en,old,yes,99999999999999999999; line 4: answers/YEARS: number wanted",
        "app,en,old,yes,99; line 4: answers/YEARS: maximum",
        "fax,en,old,yes,3; line 4: the mode 'fax' is none of",
        "app,xx,old,yes,3; line 4: the questionnaire is not in the language 'xx'",
        "app,en,young,yes,3; line 4: strata/age: unknown option",
        "app,en,old,,; line 4: answers nothing",
      })
  void a_bad_row_is_refused_by_its_line(String row, String fault) {
    assertThat(read(GOOD + row + "\n").faults())
        .singleElement()
        .asString()
        .startsWith(fault)
        .doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "mode,language,mode; has a first line that is no list of different headings",
        "mode,,language; has a first line that is no list of different headings",
        "mode,language,\"age; has a first line that is no list of different headings",
        "mode,language,HEIGHT; has a column HEIGHT that the questionnaire lacks",
        "mode,age; lacks the column language",
      })
  void bad_headings_are_refused(String headings, String fault) {
    assertThat(read(headings + "\n").faults()).containsExactly(fault);
  }

  @Test
  void nothing_at_all_lacks_its_headings() {
    assertThat(read("").faults())
        .containsExactly("lacks the column mode", "lacks the column language");
  }
}
