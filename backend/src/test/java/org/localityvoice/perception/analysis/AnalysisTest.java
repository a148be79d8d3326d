package org.localityvoice.perception.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.http.Json;

class AnalysisTest {
  private static final String MARGINS =
      """
      dimension,category,population
      age_band,16-34,3100
      age_band,35-49,2500
      age_band,50+,4400
      sex,F,5100
      sex,M,4900
      """;
  private static final String HEADINGS = "wave,age_band,sex,answer,n\n";

  static Results results(String responses, String... merges) {
    return results(responses, OptionalDouble.empty(), merges);
  }

  private static Results results(String responses, OptionalDouble cap, String... merges) {
    try {
      var margins = MarginFile.read(new StringReader(MARGINS));
      return new Analysis(
              margins,
              MergeText.read(List.of(merges), margins),
              Set.of("1", "2"),
              Set.of("DK", "PNS"),
              cap)
          .of(new StringReader(responses));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String TWO_WAVES =
      HEADINGS
          + "2026-Q3,16-34,F,1,8\n2026-Q3,16-34,M,4,9\n2026-Q3,35-49,F,2,20\n2026-Q3,35-49,M,5,21\n"
          + "2026-Q3,50+,F,1,40\n2026-Q3,50+,M,3,38\n2026-Q3,50+,M,DK,6\n"
          + "2026-Q4,16-34,F,1,18\n2026-Q4,16-34,M,2,9\n2026-Q4,35-49,F,2,30\n2026-Q4,35-49,M,1,11\n"
          + "2026-Q4,50+,F,1,40\n2026-Q4,50+,M,3,38\n";

  @Test
  void answers_outside_the_base_count_as_responses_only() {
    var wave = results(TWO_WAVES).waves().get(0);
    assertThat(wave.status()).isEqualTo("OK");
    assertThat(wave.n()).isEqualTo(142);
    assertThat(wave.nValid()).isEqualTo(136);
    assertThat(wave.weights()).hasSize(6);
    var mean =
        wave.weights().stream().mapToDouble(cell -> cell.n() * cell.weight()).sum() / wave.n();
    assertThat(mean).isCloseTo(1, within(1e-9));
    assertThat(wave.estimate().orElseThrow()).isCloseTo(0.517, within(0.02));
    assertThat(wave.designEffect().orElseThrow())
        .isCloseTo(136 / wave.effectiveBase().orElseThrow(), within(1e-9));
  }

  @Test
  void the_change_goes_from_the_first_wave_to_the_last() {
    var change = results(TWO_WAVES).change().orElseThrow();
    assertThat(change.from()).isEqualTo("2026-Q3");
    assertThat(change.to()).isEqualTo("2026-Q4");
    assertThat(change.status()).isEqualTo("OK");
    assertThat(change.verdict()).hasValue("up");
    assertThat(results(TWO_WAVES.replaceAll("2026-Q4.*\n", "")).change()).isEmpty();
    // A wave that cannot be estimated cannot be compared.
    var broken = results(TWO_WAVES.replace("2026-Q4,16-34,F", "2026-Q4,16-24,F"));
    assertThat(broken.waves().get(1).status()).isEqualTo("UNKNOWN_CATEGORY");
    assertThat(broken.waves().get(1).offending()).hasValue("age_band=16-24");
    assertThat(broken.waves().get(1).estimate()).isEmpty();
    assertThat(broken.change().orElseThrow().status()).isEqualTo("NOT_COMPARABLE");
    assertThat(broken.change().orElseThrow().verdict()).isEmpty();
  }

  @Test
  void waves_are_in_the_order_of_their_names_numbers_by_value() {
    var row = ",16-34,F,1,5\n";
    assertThat(results(HEADINGS + "10" + row + "9" + row + "w2" + row + "2026-Q10" + row).waves())
        .extracting(Results.Wave::wave)
        .containsExactly("9", "10", "2026-Q10", "w2");
  }

  @Test
  void a_merge_makes_an_empty_category_part_of_another_in_every_wave() {
    var lacking = TWO_WAVES.replaceAll("2026-Q4,16-34.*\n", "");
    assertThat(results(lacking).waves().get(1).status()).isEqualTo("UNREPRESENTED");
    assertThat(results(lacking).waves().get(1).offending()).hasValue("age_band=16-34");
    var merged = results(lacking, "age_band:16-34+35-49");
    assertThat(merged.waves()).extracting(Results.Wave::status).containsOnly("OK");
    assertThat(merged.waves().get(0).weights())
        .extracting(cell -> cell.cell().get("age_band"))
        .containsOnly("16-34+35-49", "50+");
    assertThat(merged.change().orElseThrow().status()).isEqualTo("OK");
  }

  @Test
  void a_wave_in_which_nobody_answered_so_has_a_share_of_nought_and_an_interval() {
    var nobody =
        HEADINGS + "1,16-34,F,4,15\n1,16-34,M,4,15\n1,35-49,M,5,30\n1,50+,F,3,40\n1,50+,M,3,5\n";
    var wave = results(nobody + nobody.replaceAll("(?m)^1,", "2,").replace(HEADINGS, "")).waves();
    assertThat(wave).extracting(Results.Wave::status).containsOnly("OK");
    assertThat(wave.get(0).estimate()).hasValue(0.0);
    assertThat(wave.get(0).ciLow()).hasValue(0.0);
    assertThat(wave.get(0).ciHigh().orElseThrow()).isBetween(0.02, 0.06);
    assertThat(wave.get(0).se()).hasValue(0.0);
    var results = results(nobody);
    assertThat(results.warnings())
        .containsExactly(
            "no answer is one of --positive '1', '2', so every share is 0; the answers in the base"
                + " are '3', '4', '5'.");
    // One point of the scale that nobody chose is ordinary, and so are answers of a part only.
    assertThat(results(nobody + "1,50+,M,2,1\n").warnings()).isEmpty();
    assertThat(results(HEADINGS + "1,50+,M,DK,1\n").warnings()).isEmpty();
  }

  @Test
  void of_many_answers_the_same_few_are_named_in_whatever_order_they_come() {
    var rows = new ArrayList<String>();
    IntStream.range(10, 60).forEach(answer -> rows.add("1,50+,F," + answer + ",1\n"));
    var told = results(HEADINGS + String.join("", rows)).warnings();
    assertThat(told.get(0))
        .endsWith("are '10', '11', '12', '13', '14', '15', '16', '17', '18', '19'.");
    Collections.reverse(rows);
    assertThat(results(HEADINGS + String.join("", rows)).warnings()).isEqualTo(told);
  }

  @Test
  void nothing_is_trimmed_unless_it_is_asked_for() {
    var heavy =
        HEADINGS + "1,16-34,F,1,1\n1,35-49,F,2,50\n1,35-49,M,2,49\n1,50+,M,4,60\n1,50+,F,1,40\n";
    assertThat(results(heavy).waves().get(0).cappedRespondents()).hasValue(0L);
    var trimmed = results(heavy, OptionalDouble.of(5)).waves().get(0);
    assertThat(trimmed.cappedRespondents()).hasValue(1L);
    assertThat(trimmed.maxMarginDeviation().orElseThrow()).isGreaterThan(0.2);
    assertThat(trimmed.weights().get(0).weight()).isEqualTo(5);
  }

  @Test
  void a_row_with_a_count_stands_for_so_many_rows() {
    var counted = HEADINGS + "1,16-34,F,1,3\n1,35-49,M,4,2\n1,50+,F,2,4\n1,50+,M,DK,1\n1,x,y,1,0\n";
    var plain =
        "answer,sex,age_band,wave\n"
            + "1,F,16-34,1\n".repeat(3)
            + "2,F,50+,1\n".repeat(4)
            + "4,M,35-49,1\n".repeat(2)
            + ",M,50+,1\n";
    assertThat(Json.text(results(plain))).isEqualTo(Json.text(results(counted)));
  }

  @Test
  void a_hundred_thousand_answers_are_a_few_rows() {
    var rows = new StringBuilder(HEADINGS);
    for (var cell : List.of("16-34,F", "16-34,M", "35-49,F", "35-49,M", "50+,F", "50+,M")) {
      for (var answer = 1; answer <= 5; answer++) {
        rows.append("1,").append(cell).append(',').append(answer).append(",3766\n");
      }
    }
    // There are only 10,000 adults.
    var wave = results(rows.toString()).waves().get(0);
    assertThat(wave.n()).isEqualTo(112_980);
    assertThat(wave.status()).isEqualTo("MORE_ANSWERS_THAN_ADULTS");
  }

  @Property(tries = 50)
  void the_order_of_rows_never_matters(
      @ForAll @Size(30) List<@IntRange(min = 1, max = 5) Integer> answers, @ForAll long seed) {
    var rows = new ArrayList<String>();
    for (var i = 0; i < answers.size(); i++) {
      var age = List.of("16-34", "35-49", "50+", "PNS").get(i % 4);
      rows.add(
          (1 + i % 2) + "," + age + "," + (i % 3 == 0 ? "F" : "M") + "," + answers.get(i) + ",1\n");
    }
    var before = Json.text(results(HEADINGS + String.join("", rows)));
    Collections.shuffle(rows, new Random(seed));
    assertThat(Json.text(results(HEADINGS + String.join("", rows)))).isEqualTo(before);
  }
}
