package org.localityvoice.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.estimate.Weighting.Weights;

class TrimmingTest {
  private static final Margins MARGINS =
      new Margins(Map.of("age", Map.of("old", 300.0, "young", 310.0, "middle", 390.0)));

  private static Weights raked(long middle, long old, long young) {
    var groups =
        List.of(
            new Group(List.of("middle"), middle),
            new Group(List.of("old"), old),
            new Group(List.of("young"), young));
    return (Weights) Weighting.of(groups, MARGINS, Set.of());
  }

  @Test
  void a_band_with_few_answers_is_cut_and_the_margin_it_breaks_is_told() {
    // 31 % of the adults give 1.2 % of the answers: 3 of 250, each counting 25.8 times.
    var raked = raked(147, 100, 3);
    assertThat(raked.weights().get(2)).isCloseTo(0.31 * 250 / 3, within(1e-9));
    var trimmed = Trimming.of(raked, MARGINS, 5);
    assertThat(trimmed.weights().get(2)).isEqualTo(5);
    assertThat(trimmed.cappedRespondents()).isEqualTo(3);
    // They now stand for 15 of 250 and not 77.5; what is cut off goes to the others in proportion.
    assertThat(trimmed.maxMarginDeviation()).isCloseTo(0.31 - 0.06, within(1e-12));
    assertThat(trimmed.weights().get(0))
        .isCloseTo(raked.weights().get(0) * 235 / 172.5, within(1e-9));
  }

  @Test
  void what_is_given_to_others_may_bring_them_to_the_cap_too() {
    var trimmed = Trimming.of(raked(100, 21, 2), MARGINS, 1.8);
    assertThat(trimmed.cappedRespondents()).isEqualTo(23);
    assertThat(trimmed.weights().subList(1, 3)).containsOnly(1.8);
    assertThat(raked(100, 21, 2).weights().get(1)).isLessThan(1.8);
  }

  @Test
  void nothing_is_touched_below_the_cap() {
    var raked = raked(147, 100, 3);
    var trimmed = Trimming.of(raked, MARGINS, 26);
    assertThat(trimmed.weights()).isEqualTo(raked.weights());
    assertThat(trimmed.cappedRespondents()).isZero();
    assertThatThrownBy(() -> Trimming.of(raked, MARGINS, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void the_total_stays_and_none_is_above_the_cap(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 300) Integer> answers,
      @ForAll @DoubleRange(min = 1.01, max = 20) double cap) {
    var raked = raked(answers.get(0), answers.get(1), answers.get(2));
    var trimmed = Trimming.of(raked, MARGINS, cap);
    var sum = 0.0;
    for (var h = 0; h < 3; h++) {
      sum += trimmed.weights().get(h) * trimmed.groups().get(h).n();
      assertThat(trimmed.weights().get(h)).isLessThanOrEqualTo(cap);
    }
    assertThat(sum).isCloseTo((double) trimmed.n(), within(1e-9 * trimmed.n()));
  }
}
