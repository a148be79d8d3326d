package org.localityvoice.perception.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.estimate.Rounding;

/** What a single figure allows: hiding, bands, rounding. */
class FiguresAloneTest {
  private static Treatment of(int positives, int others, Rules rules) {
    var count = new Count(positives, others);
    return Primary.of(count, Weighing.equal(count.base()), rules);
  }

  @Test
  void nine_valid_answers_are_hidden_and_ten_are_not() {
    assertThat(of(4, 5, Rules.STANDARD)).isEqualTo(Treatment.HIDDEN);
    assertThat(of(5, 5, Rules.STANDARD)).isEqualTo(Treatment.SHOWN);
    assertThat(of(4, 5, new Rules(0, 3, 50, 10, 3, 10)))
        .as("the control: without the rule they are shown")
        .isEqualTo(Treatment.SHOWN);
  }

  @Test
  void an_effective_base_below_ten_is_hidden_whatever_the_base() {
    var count = new Count(20, 20);
    assertThat(Primary.of(count, new Weighing(9.9, 0.4), Rules.STANDARD))
        .isEqualTo(Treatment.HIDDEN);
    assertThat(Primary.of(count, new Weighing(10, 0.4), Rules.STANDARD)).isEqualTo(Treatment.SHOWN);
  }

  @Test
  void two_on_one_side_of_forty_nine_are_a_band_and_three_or_fifty_are_not() {
    assertThat(of(2, 47, Rules.STANDARD)).isEqualTo(Treatment.BAND);
    assertThat(of(47, 2, Rules.STANDARD)).isEqualTo(Treatment.BAND);
    assertThat(of(3, 46, Rules.STANDARD)).isEqualTo(Treatment.SHOWN);
    assertThat(of(0, 50, Rules.STANDARD)).isEqualTo(Treatment.SHOWN);
    assertThat(of(0, 49, new Rules(10, 0, 50, 10, 3, 10)))
        .as("the control: without the rule everybody knows what all 49 said")
        .isEqualTo(Treatment.SHOWN);
  }

  @Property
  void a_band_is_true_and_does_not_say_which_of_none_one_and_two_it_is(
      @ForAll @IntRange(min = 10, max = 49) int base, @ForAll @IntRange(max = 2) int rare) {
    var weighing = Weighing.equal(base);
    var band = Band.of(new Count(rare, base - rare), weighing).orElseThrow();
    var mirror = Band.of(new Count(base - rare, rare), weighing).orElseThrow();
    assertThat(100.0 * rare / base).isLessThan(band.high());
    assertThat(100.0 - 100.0 * rare / base).isGreaterThan(mirror.low());
    assertThat(band).isEqualTo(Band.of(new Count(0, base), weighing).orElseThrow());
  }

  @Test
  void the_narrowest_band_is_under_five_percent() {
    assertThat(Band.of(new Count(1, 44), Weighing.equal(45))).contains(Band.UNDER_5);
    assertThat(Band.of(new Count(44, 1), Weighing.equal(45))).contains(Band.OVER_95);
    assertThat(Band.of(new Count(1, 11), Weighing.equal(12)))
        .as("two of twelve are 17 %")
        .contains(Band.UNDER_20);
    assertThat(Band.of(new Count(1, 11), new Weighing(10, 0.5)))
        .as("no band holds what weighs half")
        .isEqualTo(Optional.empty());
  }

  @Test
  void percentages_are_whole_for_everybody_and_bases_are_fives() {
    assertThat(Rounding.PUBLIC.percent(0.4149)).isEqualTo(41);
    assertThat(Rounding.PARTNERSHIP.percent(0.4149)).isEqualTo(41.5);
    assertThat(Rounding.base(12)).isEqualTo(10);
    assertThat(Rounding.base(13)).isEqualTo(15);
  }
}
