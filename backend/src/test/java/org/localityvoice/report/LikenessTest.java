package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.locality.Similar;

class LikenessTest {
  private static double likeness(String one, String other) {
    return Likeness.of(Likeness.runs(one), Likeness.runs(other));
  }

  @Property
  void it_is_symmetric_and_bounded_and_a_text_is_wholly_like_itself(
      @ForAll String one, @ForAll String other) {
    assertThat(likeness(one, other)).isBetween(0.0, 1.0).isEqualTo(likeness(other, one));
    if (!Likeness.runs(one).isEmpty()) {
      assertThat(likeness(one, one)).isEqualTo(1.0);
      assertThat(likeness(one, "!? " + one + "\n")).isEqualTo(1.0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Street light out in Union Street|The street light on Union Street is out|0.5
          sofa dumped behind the garages|Old SOFA dumped behind garages again|0.5
          Dziura w jezdni przy szkole|dziury w jezdni, przy szkole!|0.6
          Śmieci przy ścieżce|smieci przy sciezce|0.9
          آثار تخريب في الحديقة|تخريب في الحديقة|0.6
          """)
  void what_says_the_same_is_alike_in_any_language(String one, String other, double least) {
    assertThat(likeness(one, other)).isGreaterThan(least);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Street light out in Union Street|Sofa dumped behind the garages
          Dziura w jezdni przy szkole|Graffiti on the library
          !!!|Graffiti
          """)
  void what_says_something_else_is_not(String one, String other) {
    assertThat(likeness(one, other)).isLessThan(0.2);
  }

  @Property
  void a_score_is_between_nothing_and_one_and_never_falls_when_something_fits_better(
      @ForAll @DoubleRange(min = 0, max = 100) double metres,
      @ForAll @DoubleRange(min = 0, max = 1) double words,
      @ForAll @DoubleRange(min = 0, max = 1) double fresh,
      @ForAll boolean same) {
    var score = SimilarScore.of(metres, 100, Optional.of(words), same, fresh);
    var wordless = SimilarScore.of(metres, 100, Optional.empty(), same, fresh);
    assertThat(score).isBetween(0.0, 1.0 + 1e-9);
    assertThat(wordless).isBetween(0.0, 1.0 + 1e-9);
    var near = SimilarScore.of(metres / 2, 100, Optional.of(words), same, fresh);
    var like = SimilarScore.of(metres, 100, Optional.of((1 + words) / 2), same, fresh);
    var kind = SimilarScore.of(metres, 100, Optional.of(words), true, fresh);
    var young = SimilarScore.of(metres, 100, Optional.of(words), same, (1 + fresh) / 2);
    assertThat(Math.min(Math.min(near, like), Math.min(kind, young))).isGreaterThanOrEqualTo(score);
  }

  @Test
  void the_parts_weigh_what_is_written() {
    assertThat(SimilarScore.of(0, 50, Optional.of(1.0), true, 1)).isCloseTo(1, within(1e-9));
    assertThat(SimilarScore.of(50, 50, Optional.of(1.0), false, 0)).isCloseTo(0.35, within(1e-9));
    assertThat(SimilarScore.of(25, 50, Optional.of(0.0), false, 0)).isCloseTo(0.20, within(1e-9));
    assertThat(SimilarScore.of(0, 50, Optional.empty(), true, 1)).isCloseTo(1, within(1e-9));
  }

  @Test
  void what_is_too_old_or_merged_is_not_fresh_at_all() {
    var rule = new Similar(50, 60, 30);
    var now = Instant.parse("2026-11-23T10:00:00Z");
    var some = new SomeReports(1, 0.01);
    var standing =
        some.at(54.574, -1.244, "pothole", "thirteen", ReportState.OPEN, false).standing();
    var submitted = standing.submittedAt();
    assertThat(SimilarScore.freshness(standing, rule, submitted)).contains(1.0);
    assertThat(SimilarScore.freshness(standing, rule, submitted.plus(Duration.ofDays(60))))
        .contains(0.0);
    assertThat(SimilarScore.freshness(standing, rule, submitted.plus(Duration.ofDays(61))))
        .isEmpty();
    var fixed = SomeReports.in(standing, ReportState.CONFIRMED_DONE, now);
    assertThat(SimilarScore.freshness(fixed, rule, now.plus(Duration.ofDays(15)))).contains(0.5);
    assertThat(SimilarScore.freshness(fixed, rule, now.plus(Duration.ofDays(31)))).isEmpty();
    assertThat(SimilarScore.freshness(fixed, new Similar(50, 60, 0), now)).isEmpty();
    var merged = SomeReports.in(standing, ReportState.MERGED, now);
    assertThat(SimilarScore.freshness(merged, rule, now)).isEmpty();
  }
}
