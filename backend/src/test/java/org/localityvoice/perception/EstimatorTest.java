package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.perception.Finding.Figure;
import org.localityvoice.perception.Finding.Reason;
import org.localityvoice.perception.Finding.Withheld;

class EstimatorTest {
  @Test
  void nine_valid_answers_give_no_figure_and_ten_do() {
    assertThat(Estimator.of(0, 0)).isEqualTo(new Withheld(0, Reason.NO_VALID_ANSWER));
    assertThat(Estimator.of(9, 9)).isEqualTo(new Withheld(9, Reason.FEWER_THAN_TEN_VALID_ANSWERS));
    assertThat(Estimator.of(9, 10)).isInstanceOf(Figure.class);
  }

  @Test
  void the_wilson_interval_is_that_of_the_textbook() {
    // 81 of 263, as in R. G. Newcombe, Statistics in Medicine 17 (1998), table I: 0.2553 to 0.3662.
    var figure = (Figure) Estimator.of(81, 263);
    assertThat(figure.low()).isCloseTo(0.2553, within(0.00005));
    assertThat(figure.high()).isCloseTo(0.3662, within(0.00005));
    // 0 of 20, from the same table: 0 to 0.1611.
    var none = (Figure) Estimator.of(0, 20);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.1611, within(0.00005));
  }

  @Property
  void the_interval_holds_the_share_and_stays_within_bounds(
      @ForAll @IntRange(min = 10, max = 100_000) int valid, @ForAll @IntRange(max = 100) int part) {
    var positive = (int) ((long) valid * part / 100);
    var figure = (Figure) Estimator.of(positive, valid);
    assertThat(figure.low()).isBetween(0.0, figure.share());
    assertThat(figure.high()).isBetween(figure.share(), 1.0);
  }

  @Property
  void counting_the_others_mirrors_the_interval(
      @ForAll @IntRange(min = 10, max = 5_000) int valid, @ForAll @IntRange(max = 100) int part) {
    var positive = valid * part / 100;
    var figure = (Figure) Estimator.of(positive, valid);
    var mirror = (Figure) Estimator.of(valid - positive, valid);
    assertThat(figure.low()).isCloseTo(1 - mirror.high(), within(1e-12));
    assertThat(figure.high()).isCloseTo(1 - mirror.low(), within(1e-12));
  }
}
