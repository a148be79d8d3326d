package org.localityvoice.pmf.adverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which measures of a report have moved for more than chance. */
class BenjaminiHochbergTest {
  /** The p-values of the example in section 4.1 of Benjamini and Hochberg (1995). */
  private static final List<Double> PAPER =
      List.of(
          0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
          0.5719, 0.6528, 0.7590, 1.000);

  @Test
  void the_example_of_the_paper_rejects_the_four_smallest() {
    assertThat(BenjaminiHochberg.rejected(PAPER, 0.05))
        .startsWith(true, true, true, true)
        .endsWith(Collections.nCopies(11, false).toArray(Boolean[]::new));
  }

  @Test
  void a_larger_p_value_below_the_line_takes_smaller_ones_above_it_along() {
    // 0.04 > 0.05 * 1 / 3 and 0.045 > 0.05 * 2 / 3, but 0.049 <= 0.05 * 3 / 3.
    assertThat(BenjaminiHochberg.rejected(List.of(0.049, 0.04, 0.045), 0.05))
        .containsExactly(true, true, true);
    assertThat(BenjaminiHochberg.rejected(List.of(0.051, 0.04, 0.045), 0.05))
        .containsExactly(false, false, false);
    assertThat(BenjaminiHochberg.rejected(List.of(), 0.05)).isEmpty();
  }

  @Property(tries = 300)
  void what_is_rejected_is_between_what_bonferroni_rejects_and_what_is_below_the_rate(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1) Double> values,
      @ForAll @IntRange(min = 1, max = 50) int percent) {
    var rate = percent / 100.0;
    var rejected = BenjaminiHochberg.rejected(values, rate);
    for (var i = 0; i < values.size(); i++) {
      if (values.get(i) <= rate / values.size()) {
        assertThat(rejected.get(i)).isTrue();
      }
      if (values.get(i) > rate) {
        assertThat(rejected.get(i)).isFalse();
      }
    }
  }

  @Property(tries = 200)
  void the_order_of_the_measures_never_matters(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 0.1) Double> values,
      @ForAll long seed) {
    var order = new java.util.ArrayList<Integer>();
    for (var i = 0; i < values.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    var rejected = BenjaminiHochberg.rejected(values, 0.05);
    var shuffled = BenjaminiHochberg.rejected(order.stream().map(values::get).toList(), 0.05);
    assertThat(shuffled).isEqualTo(order.stream().map(rejected::get).toList());
  }

  @Test
  void a_p_value_follows_from_a_difference_and_its_interval() {
    assertThat(PFromInterval.of(-2, -3.959964, -0.040036)).isCloseTo(0.0455003, within(1e-5));
    assertThat(PFromInterval.of(1.959964, 0, 3.919928)).isCloseTo(0.05, within(1e-6));
    assertThat(PFromInterval.of(2.5758293, 0.6158653, 4.5357933)).isCloseTo(0.01, within(1e-6));
    assertThat(PFromInterval.of(0, -1, 1)).isCloseTo(1, within(1e-6));
    assertThat(PFromInterval.of(0, 0, 0)).isEqualTo(1);
    assertThat(PFromInterval.of(3, 3, 3)).isZero();
  }
}
