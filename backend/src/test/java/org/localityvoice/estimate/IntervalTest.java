package org.localityvoice.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  /**
   * R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
   * Medicine 17 (1998), table I, method 3 (Wilson 1927), which prints four decimals; the others are
   * from an independent computation.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662, 0.255288519489, 0.366209577458",
    "15, 148, 0.0624, 0.1605, 0.062386399293, 0.160487242271",
    "0, 20, 0, 0.1611, 0, 0.161125160185",
    "1, 29, 0.0061, 0.1718, 0.006113214225, 0.171755220378"
  })
  void wilson_is_that_of_the_paper(
      int r, int n, double lowThere, double highThere, double low, double high) {
    var interval = Interval.wilson(r / (double) n, n);
    assertThat(interval.low()).isCloseTo(lowThere, within(0.00005)).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(highThere, within(0.00005)).isCloseTo(high, within(1e-9));
  }

  /**
   * R. G. Newcombe, "Interval estimation for the difference between independent proportions:
   * comparison of eleven methods", Statistics in Medicine 17 (1998), table II, method 10. With ours
   * the second is the earlier wave.
   */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339, 0.052431471218, 0.333872655016",
    "9, 10, 3, 10, 0.1705, 0.8090, 0.170522720508, 0.809017974395",
    "6, 7, 2, 7, 0.0582, 0.8062, 0.058227923822, 0.806249638321",
    "5, 56, 0, 29, -0.0381, 0.1926, -0.038137149497, 0.192560014879",
    "0, 10, 0, 20, -0.1611, 0.2775, -0.161125160185, 0.277532803026",
    "0, 10, 0, 10, -0.2775, 0.2775, -0.277532803026, 0.277532803026",
    "10, 10, 0, 20, 0.6791, 1, 0.679086033336, 1",
    "10, 10, 0, 10, 0.6075, 1, 0.607509345957, 1"
  })
  void newcombe_is_that_of_the_paper_also_at_nought_and_one(
      int r1, int n1, int r2, int n2, double lowThere, double highThere, double low, double high) {
    var later = r1 / (double) n1;
    var earlier = r2 / (double) n2;
    var interval =
        Interval.newcombe(earlier, Interval.wilson(earlier, n2), later, Interval.wilson(later, n1));
    assertThat(interval.low()).isCloseTo(lowThere, within(0.00005)).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(highThere, within(0.00005)).isCloseTo(high, within(1e-9));
  }

  @Property
  void wilson_holds_the_share_within_bounds_and_solves_the_score_equation(
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0.5, max = 1e7) double n) {
    var interval = Interval.wilson(p, n);
    assertThat(interval.low()).isBetween(0.0, p);
    assertThat(interval.high()).isBetween(p, 1.0);
    // A bound is a share from which p is just z standard errors away.
    var z2 = Interval.Z * Interval.Z;
    for (var bound : new double[] {interval.low(), interval.high()}) {
      assertThat((p - bound) * (p - bound)).isCloseTo(z2 * bound * (1 - bound) / n, within(1e-12));
    }
  }

  @Property
  void newcombe_holds_the_difference_and_turns_round_with_the_waves(
      @ForAll @IntRange(max = 50) int r1,
      @ForAll @IntRange(max = 50) int r2,
      @ForAll @IntRange(min = 50, max = 5_000) int n1,
      @ForAll @IntRange(min = 50, max = 5_000) int n2) {
    var p1 = r1 / (double) n1;
    var p2 = r2 / (double) n2;
    var one = Interval.wilson(p1, n1);
    var two = Interval.wilson(p2, n2);
    var there = Interval.newcombe(p1, one, p2, two);
    var back = Interval.newcombe(p2, two, p1, one);
    assertThat(p2 - p1).isBetween(there.low(), there.high());
    assertThat(there.low()).isGreaterThanOrEqualTo(-1).isEqualTo(-back.high());
    assertThat(there.high()).isLessThanOrEqualTo(1).isEqualTo(-back.low());
  }
}
