package org.localityvoice.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.estimate.Weighting.Weights;

class ProportionTest {
  private static Weights weights(List<Double> weights, List<Counts> counts, int unanswered) {
    var groups = new ArrayList<Group>();
    for (var h = 0; h < weights.size(); h++) {
      groups.add(new Group(List.of("g" + h), counts.get(h).valid() + unanswered));
    }
    return new Weights(groups, weights, groups.stream().mapToLong(Group::n).sum(), 0, 0);
  }

  private static Proportion share(List<Double> weights, List<Counts> counts, int unanswered) {
    return Proportion.of(weights(weights, counts, unanswered), counts).orElseThrow();
  }

  @Test
  void the_effective_base_is_that_of_kish() {
    // L. Kish, Survey Sampling (1965), section 11.7: n_eff = (sum w)^2 / sum w^2, the design effect
    // being 1 plus the squared relative deviation of the weights. Half at 1 and half at 4: 1.36.
    var counts = List.of(new Counts(20, 30), new Counts(10, 40));
    var share = share(List.of(1.0, 4.0), counts, 0);
    assertThat(share.designEffect()).isCloseTo(1 + Math.pow(1.5 / 2.5, 2), within(1e-12));
    assertThat(share.effectiveBase()).isCloseTo(100 / 1.36, within(1e-9));
    assertThat(share.estimate()).isCloseTo((20 + 4 * 10) / 250.0, within(1e-12));
  }

  @Test
  void without_weights_it_is_the_plain_share_with_the_plain_error() {
    var share = share(List.of(1.0), List.of(new Counts(48, 32)), 0);
    assertThat(share.estimate()).isEqualTo(0.6);
    assertThat(share.effectiveBase()).isEqualTo(80);
    // s^2 = p (1 - p) n / (n - 1), over n.
    assertThat(share.standardError()).isCloseTo(Math.sqrt(0.24 / 79), within(1e-15));
  }

  @Test
  void at_nought_and_one_the_error_is_nil_and_the_interval_is_not() {
    var none = share(List.of(0.5, 1.5), List.of(new Counts(0, 10), new Counts(0, 10)), 0);
    assertThat(none.estimate()).isZero();
    assertThat(none.standardError()).isZero();
    assertThat(none.interval().low()).isZero();
    assertThat(none.interval().high()).isGreaterThan(0.1);
    var all = share(List.of(0.3, 1.7), List.of(new Counts(7, 0), new Counts(13, 0)), 0);
    assertThat(all.estimate()).isEqualTo(1);
    assertThat(all.standardError()).isZero();
    assertThat(all.interval().high()).isEqualTo(1);
    assertThat(all.interval().low()).isLessThan(0.9);
  }

  @Test
  void nobody_and_one_alone_are_no_base() {
    var nobody = List.of(new Counts(0, 0));
    assertThat(Proportion.of(weights(List.of(1.0), nobody, 5), nobody)).isEmpty();
    var one = List.of(new Counts(1, 0));
    assertThat(Proportion.of(weights(List.of(1.0), one, 5), one)).isEmpty();
    var two = List.of(new Counts(1, 1));
    assertThat(Proportion.of(weights(List.of(1.0), two, 5), two)).isPresent();
  }

  @Test
  void below_thirty_counted_or_effective_reliability_is_low() {
    assertThat(share(List.of(1.0), List.of(new Counts(10, 19)), 0).lowReliability()).isTrue();
    assertThat(share(List.of(1.0), List.of(new Counts(10, 20)), 0).lowReliability()).isFalse();
    var heavy = List.of(new Counts(20, 20), new Counts(1, 1));
    assertThat(share(List.of(0.5, 11.0), heavy, 0).lowReliability()).isTrue();
  }

  @Property(tries = 200)
  void it_is_what_comes_of_taking_every_respondent_alone(
      @ForAll @Size(4) List<@IntRange(min = 1, max = 9) Integer> positive,
      @ForAll @Size(4) List<@IntRange(max = 9) Integer> other,
      @ForAll @Size(4) List<@IntRange(min = 1, max = 50) Integer> tenths,
      @ForAll @IntRange(max = 3) int unanswered) {
    var counts =
        IntStream.range(0, 4).mapToObj(h -> new Counts(positive.get(h), other.get(h))).toList();
    var weights = tenths.stream().map(tenth -> tenth / 10.0).toList();
    var share = share(weights, counts, unanswered);

    var sum = 0.0;
    var total = 0.0;
    var squares = 0.0;
    var people = new ArrayList<double[]>();
    for (var h = 0; h < 4; h++) {
      for (var i = 0; i < counts.get(h).valid() + unanswered; i++) {
        var valid = i < counts.get(h).valid() ? 1 : 0;
        var says = i < counts.get(h).positive() ? 1 : 0;
        people.add(new double[] {weights.get(h) * valid, says});
        sum += weights.get(h) * valid * says;
        total += weights.get(h) * valid;
        squares += valid * weights.get(h) * weights.get(h);
      }
    }
    var p = sum / total;
    // The textbook linearisation: n / (n - 1) times the sum of squares of w (y - p) / sum of w,
    // over everybody in the wave, since the question is a domain of it.
    var n = people.size();
    var v = 0.0;
    for (var person : people) {
      v += Math.pow(person[0] * (person[1] - p) / total, 2);
    }
    assertThat(share.estimate()).isCloseTo(p, within(1e-12));
    assertThat(share.variance()).isCloseTo(v * n / (n - 1), within(1e-12));
    assertThat(share.effectiveBase()).isCloseTo(total * total / squares, within(1e-9));
    assertThat(share.estimate()).isBetween(share.interval().low(), share.interval().high());
  }

  @Property(tries = 200)
  void k_times_as_many_of_each_are_worth_k_times_as_much(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 99) Integer> positive,
      @ForAll @IntRange(min = 2, max = 1_000) int k) {
    var weights = List.of(0.4, 1.0, 2.1);
    var once = positive.stream().map(count -> new Counts(count, 5)).toList();
    var often = positive.stream().map(count -> new Counts((long) k * count, 5L * k)).toList();
    var one = share(weights, once, 0);
    var many = share(weights, often, 0);
    assertThat(many.estimate()).isCloseTo(one.estimate(), within(1e-12));
    assertThat(many.effectiveBase() / k).isCloseTo(one.effectiveBase(), within(1e-9));
    assertThat(many.designEffect()).isCloseTo(one.designEffect(), within(1e-12));
  }

  @Property(tries = 200)
  void the_parts_of_a_wave_add_up_to_the_whole(
      @ForAll @Size(4) List<@IntRange(min = 2, max = 99) Integer> positive,
      @ForAll @IntRange(min = 1, max = 3) int cut) {
    var weights = List.of(0.4, 1.0, 2.1, 0.7);
    var counts = positive.stream().map(count -> new Counts(count, 7)).toList();
    var whole = share(weights, counts, 0);
    var left = share(weights.subList(0, cut), counts.subList(0, cut), 0);
    var right = share(weights.subList(cut, 4), counts.subList(cut, 4), 0);
    var sums = new double[2];
    for (var h = 0; h < 4; h++) {
      sums[h < cut ? 0 : 1] += weights.get(h) * counts.get(h).valid();
    }
    assertThat(left.nValid() + right.nValid()).isEqualTo(whole.nValid());
    assertThat(sums[0] * left.estimate() + sums[1] * right.estimate())
        .isCloseTo((sums[0] + sums[1]) * whole.estimate(), within(1e-9));
  }
}
