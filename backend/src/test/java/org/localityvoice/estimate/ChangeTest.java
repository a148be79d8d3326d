package org.localityvoice.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.localityvoice.estimate.Change.Verdict;

class ChangeTest {
  private static Proportion share(double p, double base) {
    return new Proportion((long) base, p, p * (1 - p) / base, base);
  }

  @Test
  void the_verdict_is_what_the_interval_allows() {
    assertThat(Change.between(share(0.6, 80), share(0.8, 70)).verdict()).isEqualTo(Verdict.UP);
    assertThat(Change.between(share(0.8, 70), share(0.6, 80)).verdict()).isEqualTo(Verdict.DOWN);
    assertThat(Change.between(share(0.6, 80), share(0.7, 70)).verdict())
        .isEqualTo(Verdict.NO_CLEAR_CHANGE);
    assertThat(Verdict.NO_CLEAR_CHANGE.text()).isEqualTo("no_clear_change");
  }

  @Test
  void errors_of_independent_waves_add_up_in_squares() {
    var change = Change.between(share(0.6, 80), share(0.8, 70));
    assertThat(change.difference()).isCloseTo(0.2, within(1e-15));
    assertThat(change.standardError()).isCloseTo(Math.sqrt(0.24 / 80 + 0.16 / 70), within(1e-15));
  }

  @Test
  void from_nobody_to_everybody_there_is_a_change_with_an_interval() {
    var change = Change.between(share(0, 20), share(1, 10));
    assertThat(change.standardError()).isZero();
    assertThat(change.interval().high()).isEqualTo(1);
    assertThat(change.interval().low()).isCloseTo(0.679086033336, within(1e-9));
    assertThat(change.verdict()).isEqualTo(Verdict.UP);
  }

  @Test
  void small_waves_can_show_large_changes_only() {
    assertThat(Change.smallestDetectable(0.5, 150, 150)).isCloseTo(0.16, within(0.005));
    assertThat(Change.smallestDetectable(0.5, 400, 400)).isCloseTo(0.10, within(0.005));
    // By hand: (1.959964 + 0.8416212335729143) · √(0.25 · (1/100 + 1/300)).
    assertThat(Change.smallestDetectable(0.5, 100, 300))
        .isCloseTo(
            (1.959964 + 0.8416212335729143) * Math.sqrt(0.25 * (0.01 + 1 / 300.0)), within(1e-12));
  }
}
