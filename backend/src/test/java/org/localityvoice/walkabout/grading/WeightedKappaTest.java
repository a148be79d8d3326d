package org.localityvoice.walkabout.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.walkabout.grading.WeightedKappa.Pair;
import org.localityvoice.walkabout.grading.WeightedKappa.Withheld;

/** How far two graders agree. */
class WeightedKappaTest {
  private static final List<Grade> POINTS =
      List.of(Grade.A, Grade.B_PLUS, Grade.B, Grade.B_MINUS, Grade.C, Grade.C_MINUS, Grade.D);

  /**
   * A hundred items in three classes, 46, 44 and 10 by the one and 50, 40 and 10 by the other, both
   * lists in order. The tests of scikit-learn give 0.9541 with quadratic weights for it.
   */
  @Test
  void a_published_example_comes_out_at_0_9541() {
    var first = repeated(46, 44, 10);
    var second = repeated(50, 40, 10);
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i < first.size(); i++) {
      pairs.add(new Pair(first.get(i), second.get(i)));
    }
    var kappa = WeightedKappa.of(pairs);
    assertThat(kappa.value().orElseThrow()).isCloseTo(0.9541, within(0.00005));
    assertThat(kappa.pairs()).isEqualTo(100);
  }

  private static List<Grade> repeated(int... counts) {
    var all = new ArrayList<Grade>();
    for (var i = 0; i < counts.length; i++) {
      all.addAll(Collections.nCopies(counts[i], POINTS.get(i)));
    }
    return all;
  }

  /**
   * With quadratic weights, kappa is a correlation that also minds the means (Fleiss and Cohen,
   * 1973): twice the covariance over both variances and the squared difference of the means. That
   * is another way to the same number.
   */
  @Property
  void it_equals_the_intraclass_correlation(
      @ForAll @Size(min = 10, max = 60) List<@IntRange(max = 48) Integer> cells) {
    var pairs =
        cells.stream().map(cell -> new Pair(POINTS.get(cell / 7), POINTS.get(cell % 7))).toList();
    var x = cells.stream().mapToDouble(cell -> cell / 7).toArray();
    var y = cells.stream().mapToDouble(cell -> cell % 7).toArray();
    double n = x.length;
    var meanX = java.util.Arrays.stream(x).sum() / n;
    var meanY = java.util.Arrays.stream(y).sum() / n;
    var covariance = 0.0;
    var spread = (meanX - meanY) * (meanX - meanY);
    for (var i = 0; i < x.length; i++) {
      covariance += (x[i] - meanX) * (y[i] - meanY) / n;
      spread += ((x[i] - meanX) * (x[i] - meanX) + (y[i] - meanY) * (y[i] - meanY)) / n;
    }
    var kappa = WeightedKappa.of(pairs);
    if (spread < 1e-12) {
      assertThat(kappa.withheld()).contains(Withheld.NO_SPREAD);
    } else {
      assertThat(kappa.value().orElseThrow()).isCloseTo(2 * covariance / spread, within(1e-9));
    }
  }

  @Test
  void those_who_agree_everywhere_reach_1_and_nine_pairs_tell_nothing() {
    var same = new ArrayList<Pair>();
    for (var i = 0; i < 9; i++) {
      same.add(new Pair(POINTS.get(i % 7), POINTS.get(i % 7)));
    }
    assertThat(WeightedKappa.of(same).withheld()).contains(Withheld.TOO_FEW_PAIRS);
    same.add(new Pair(Grade.D, Grade.D));
    assertThat(WeightedKappa.of(same).value()).contains(1.0);
  }

  @Test
  void a_pair_in_which_one_says_not_applicable_is_left_out_and_counted() {
    var pairs = new ArrayList<>(Collections.nCopies(10, new Pair(Grade.A, Grade.B)));
    pairs.add(new Pair(Grade.A, Grade.NOT_APPLICABLE));
    var kappa = WeightedKappa.of(pairs);
    assertThat(kappa.pairs()).isEqualTo(10);
    assertThat(kappa.notApplicable()).isEqualTo(1);
    assertThat(kappa.value()).contains(0.0);
  }
}
