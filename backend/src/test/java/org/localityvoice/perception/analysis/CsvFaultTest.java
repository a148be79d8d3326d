package org.localityvoice.perception.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.http.Json;

class CsvFaultTest {
  private static final String GOOD =
      "wave,age_band,sex,answer,n\n1,16-34,F,1,9\n1,35-49,M,2,9\n1,50+,F,5,9\n";

  record Case(String responses, String told) {
    @Override
    public String toString() {
      return told;
    }
  }

  static Stream<Case> broken() {
    return Stream.of(
        new Case("", "responses: is empty"),
        new Case("\n\n", "responses: is empty"),
        new Case("wave,age_band,sex,answer\n", "responses: holds no response"),
        new Case(GOOD.replace("wave,", "Wave,"), "responses, row 1, column 'wave': is missing"),
        new Case(GOOD.replace(",sex,", ",gender,"), "responses, row 1, column 'sex': is missing"),
        new Case(GOOD.replace(",n\n", ",sex\n"), "responses, row 1, column 'sex': is there twice"),
        new Case(GOOD.replace(",n\n", ",\n"), "responses, row 1, column '5': has no heading"),
        new Case(GOOD + "1,16-34,F,1\n", "responses, row 5, column 'n': has 4 fields"),
        new Case(GOOD + "1,16-34,F,1,1,1\n", "responses, row 5: has 6 fields"),
        new Case(GOOD + "1,,F,1,1\n", "responses, row 5, column 'age_band': is empty"),
        new Case(GOOD + ",16-34,F,1,1\n", "responses, row 5, column 'wave': is empty"),
        new Case(GOOD + "1,16-34,F,1,-2\n", "responses, row 5, column 'n': must be a whole number"),
        new Case(
            GOOD + "1,16-34,F,1,2.5\n", "responses, row 5, column 'n': must be a whole number"),
        new Case(
            GOOD + "1,16-34,F,1,1e3\n", "responses, row 5, column 'n': must be a whole number"),
        new Case("\uFEFF", "responses: is empty"),
        new Case(GOOD.replace(',', ';'), "responses, row 1, column 'wave': is missing"),
        new Case(
            GOOD + "1,16-34,F,1,1e999999999\n",
            "responses, row 5, column 'n': must be a whole number"),
        new Case(
            GOOD + "1,16-34,F,1,\u0663\n", "responses, row 5, column 'n': must be a whole number"),
        new Case(GOOD + "1,16\u000034,F,1,1\n", "responses, row 5, column 'age_band': holds bytes"),
        new Case(GOOD + "1,16-34,F,1,\n", "responses, row 5, column 'n': is empty"),
        new Case(
            GOOD + "1,16-34,F,1,9999999999999999999\n",
            "responses, row 5, column 'n': must be a whole number"),
        new Case(
            GOOD + "1,16-34,F,1,999999999999999\n".repeat(9_300),
            "responses, row 9228, column 'n': adds up to more"),
        new Case(GOOD + "\n1,\"16-34,F,1,1\n", "responses, row 6, column 'age_band': begins with"),
        new Case(
            GOOD + "1,\"" + "16-34,F,1,1\n".repeat(200),
            "responses, row 5, column 'age_band': is longer than 1000"),
        new Case(
            GOOD + "1,\"16\"-34,F,1,1\n", "responses, row 5, column 'age_band': goes on after"),
        new Case(GOOD + "1,16\"-34,F,1,1\n", "responses, row 5, column 'age_band': has a quote"),
        new Case(GOOD + "1,16-34\r,F,1,1\n", "responses, row 5, column 'age_band': is followed by"),
        new Case(GOOD + "1,16\uFFFD34,F,1,1\n", "responses, row 5, column 'age_band': holds bytes"),
        new Case(
            GOOD
                + IntStream.range(0, Tally.MOST_CELLS)
                    .mapToObj(i -> "1,a" + i + ",F,1,1\n")
                    .collect(Collectors.joining()),
            "responses, row 20002, column 'age_band': makes more than 20000"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_fault_is_told_by_row_and_column(Case broken) {
    assertThatThrownBy(() -> AnalysisTest.results(broken.responses()))
        .isInstanceOf(CsvFault.class)
        .hasMessageStartingWith(broken.told());
  }

  @Test
  void line_ends_byte_order_mark_quotes_and_blank_lines_do_not_matter() {
    var plain = Json.text(AnalysisTest.results(GOOD));
    var decorated =
        "\uFEFF" + GOOD.replace("35-49", "\"35-49\"").replace("\n", "\r\n\r\n").stripTrailing();
    assertThat(Json.text(AnalysisTest.results(decorated))).isEqualTo(plain);
  }

  static Stream<Case> brokenMargins() {
    var good = "dimension,category,population\nage_band,16-34,10\n";
    return Stream.of(
        new Case("", "margins: is empty"),
        new Case("dimension,category,population\n", "margins: holds no margin"),
        new Case("dimension,category\na,b\n", "margins, row 1, column 'population': is missing"),
        new Case(
            good + "age_band,16-34,3\n", "margins, row 3, column 'category': '16-34' is there"),
        new Case(good + "age_band,50+,-1\n", "margins, row 3, column 'population': must be"),
        new Case(good + "age_band,50+,NaN\n", "margins, row 3, column 'population': must be"),
        new Case(good + "age_band,50+,1e400\n", "margins, row 3, column 'population': must be"),
        new Case(good + "age_band,50+,1e-400\n", "margins, row 3, column 'population': must be"),
        new Case(
            good + "age_band,50+,99999999999999999999\n",
            "margins, row 3, column 'population': must be"),
        new Case(good + "age_band,50+,0x10\n", "margins, row 3, column 'population': must be"),
        new Case(good + "age_band,50+,\n", "margins, row 3, column 'population': is empty"),
        new Case(good + "age_band,,4\n", "margins, row 3, column 'category': is empty"),
        new Case(good + ",50+,4\n", "margins, row 3, column 'dimension': is empty"),
        new Case(good + "answer,1,4\n", "margins, row 3, column 'dimension': must not be answer"),
        new Case(good + "sex,F,0\n", "margins, column 'population': is 0 in the whole dimension"));
  }

  @ParameterizedTest
  @MethodSource("brokenMargins")
  void so_is_a_fault_of_the_margins(Case broken) {
    assertThatThrownBy(() -> MarginFile.read(new StringReader(broken.responses())))
        .isInstanceOf(CsvFault.class)
        .hasMessageStartingWith(broken.told());
  }

  @Test
  void merges_name_what_there_is() throws IOException {
    var margins =
        MarginFile.read(
            new StringReader(
                "dimension,category,population\nage,50-64,10\nage,65+,10\nage,a:b,3\nsex,F,1\n"));
    assertThat(MergeText.read(List.of("age:50-64+65++a:b"), margins))
        .singleElement()
        .satisfies(merge -> assertThat(merge.categories()).containsExactly("50-64", "65+", "a:b"));
    for (var wrong :
        List.of("tenure:a+b", "age:50-64", "age:50-64+70", "age:50-64+50-64", "age", "sex:F+M")) {
      assertThatThrownBy(() -> MergeText.read(List.of(wrong), margins))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("--merge '" + wrong + "' must ");
    }
    assertThatThrownBy(() -> MergeText.read(List.of("age:50-64+65+", "age:65++a:b"), margins))
        .hasMessage("--merge names 65+ of age twice.");
  }
}
