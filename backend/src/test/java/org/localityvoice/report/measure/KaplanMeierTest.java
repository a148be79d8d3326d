package org.localityvoice.report.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.report.measure.Quantile.Reached;
import org.localityvoice.report.measure.Quantile.Reason;
import org.localityvoice.report.measure.Quantile.Unknown;

class KaplanMeierTest {
  private static final double[] SHARES = {0.1, 0.25, 0.5, 0.75, 0.9};

  private static Waiting over(long millis) {
    return new Waiting(millis, true);
  }

  private static Waiting still(long millis) {
    return new Waiting(millis, false);
  }

  private static Quantile median(Waiting... waits) {
    return KaplanMeier.of(List.of(waits)).quantile(0.5);
  }

  @Test
  void one_report_that_is_over_is_its_own_median_and_one_that_is_not_has_none() {
    assertThat(median(over(7))).isEqualTo(new Reached(7, 1));
    assertThat(median(still(7))).isEqualTo(new Unknown(Reason.NOT_REACHED));
    assertThat(median()).isEqualTo(new Unknown(Reason.NO_REPORTS));
  }

  @Test
  void when_nothing_is_over_nobody_knows() {
    assertThat(median(still(1), still(2), still(3))).isEqualTo(new Unknown(Reason.NOT_REACHED));
  }

  @Test
  void those_who_still_wait_make_the_median_longer_than_an_average_of_the_finished() {
    assertThat(median(over(1), over(2), over(3))).isEqualTo(new Reached(2, 2));
    assertThat(median(over(1), over(2), over(3), still(9), still(9))).isEqualTo(new Reached(3, 3));
    assertThat(median(over(1), over(2), still(9), still(9), still(9)))
        .isEqualTo(new Unknown(Reason.NOT_REACHED));
  }

  @Test
  void an_end_and_a_wait_of_the_same_length_count_as_the_end_first() {
    // At 5 all four are at risk and one ends: 3/4. At 6 two are left and one ends: 3/8.
    assertThat(median(over(5), still(5), over(6), still(8))).isEqualTo(new Reached(6, 2));
  }

  @Test
  void the_remission_times_of_the_textbook_have_the_median_of_the_textbook() {
    // 6-MP group of Freireich et al., Blood 21 (1963), the standard example: median 23 weeks.
    var waits = new ArrayList<Waiting>();
    for (var week : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
      waits.add(over(week));
    }
    for (var week : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
      waits.add(still(week));
    }
    var estimate = KaplanMeier.of(waits);
    assertThat(estimate.quantile(0.5)).isEqualTo(new Reached(23, 6));
    assertThat(estimate.quantile(0.25)).isEqualTo(new Reached(13, 12));
    assertThat(estimate.quantile(0.9)).isEqualTo(new Unknown(Reason.NOT_REACHED));
  }

  @Property
  void it_is_what_exact_fractions_say_ties_and_all(
      @ForAll Random random, @ForAll @IntRange(max = 40) int size) {
    var waits = waits(random, size, 12);
    for (var share : SHARES) {
      assertThat(KaplanMeier.of(waits).quantile(share)).isEqualTo(slow(waits, share));
    }
  }

  @Property
  void where_all_waits_are_over_it_is_the_plain_quantile(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int size) {
    var times = random.longs(size, 0, 50).sorted().toArray();
    var estimate =
        KaplanMeier.of(java.util.Arrays.stream(times).mapToObj(KaplanMeierTest::over).toList());
    for (var share : SHARES) {
      // The smallest time that at least so many have not exceeded.
      var rank = (int) Math.ceil(share * size - 1e-9);
      assertThat(((Reached) estimate.quantile(share)).millis()).isEqualTo(times[rank - 1]);
    }
  }

  @Property
  void one_more_who_still_waits_longest_never_shortens_it(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int size) {
    var waits = waits(random, size, 30);
    var more = new ArrayList<>(waits);
    more.add(still(1_000));
    for (var share : SHARES) {
      assertThat(time(KaplanMeier.of(more).quantile(share)))
          .isGreaterThanOrEqualTo(time(KaplanMeier.of(waits).quantile(share)));
    }
  }

  private static long time(Quantile quantile) {
    return quantile instanceof Reached reached ? reached.millis() : Long.MAX_VALUE;
  }

  private static List<Waiting> waits(Random random, int size, int longest) {
    var waits = new ArrayList<Waiting>();
    for (var i = 0; i < size; i++) {
      waits.add(new Waiting(random.nextInt(longest), random.nextInt(3) > 0));
    }
    return waits;
  }

  /** The definition word for word, in exact fractions, counting everybody again at every time. */
  private static Quantile slow(List<Waiting> waits, double share) {
    var above = BigInteger.ONE;
    var below = BigInteger.ONE;
    var ends = new TreeSet<Long>();
    waits.stream().filter(Waiting::over).forEach(wait -> ends.add(wait.millis()));
    for (var time : ends) {
      var atRisk = waits.stream().filter(wait -> wait.millis() >= time).count();
      var over = waits.stream().filter(wait -> wait.over() && wait.millis() == time).count();
      above = above.multiply(BigInteger.valueOf(atRisk - over));
      below = below.multiply(BigInteger.valueOf(atRisk));
      var percent = BigInteger.valueOf(Math.round(100 - 100 * share));
      if (above.multiply(BigInteger.valueOf(100)).compareTo(below.multiply(percent)) <= 0) {
        return new Reached(time, (int) atRisk);
      }
    }
    return new Unknown(waits.isEmpty() ? Reason.NO_REPORTS : Reason.NOT_REACHED);
  }
}
