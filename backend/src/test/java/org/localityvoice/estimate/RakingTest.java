package org.localityvoice.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.estimate.Weighting.Refused;
import org.localityvoice.estimate.Weighting.Weights;

class RakingTest {
  private static Status status(Table table) {
    return table.weighting() instanceof Refused refused ? refused.status() : Status.OK;
  }

  private static String place(Table table) {
    return ((Refused) table.weighting()).place().orElseThrow();
  }

  @Test
  void the_worked_example_of_the_encyclopaedia_comes_out() {
    // "Iterative proportional fitting", Wikipedia, the example of four by four; it prints two
    // decimals (64.56, 46.23, ...), the further ones are from an independent computation.
    var table =
        new Table(
            new int[][] {{40, 30, 20, 10}, {35, 50, 100, 75}, {30, 80, 70, 120}, {20, 30, 40, 50}},
            new double[] {150, 300, 400, 150},
            new double[] {200, 300, 400, 100});
    var raked = (Weights) table.weighting();
    double[] expected = {
      64.5585097765, 46.2324597088, 35.3842982643, 3.8247322503,
      49.9679194187, 68.1593540718, 156.4985464219, 25.3741800877,
      56.7219436021, 144.4282255663, 145.0824814314, 53.7673494002,
      28.7516272027, 41.1799606531, 63.0346738824, 17.0337382618
    };
    for (var at = 0; at < expected.length; at++) {
      assertThat(1_000 * Table.share(raked, at)).isCloseTo(expected[at], within(1e-6));
      assertThat(Table.share(raked, at)).isCloseTo(expected[at] / 1_000, within(1e-9));
    }
    assertThat(raked.maxMarginDeviation()).isLessThan(1e-10);
  }

  @Test
  void two_by_two_is_what_can_be_worked_out_by_hand() {
    // Raking keeps the cross-product ratio (Deming and Stephan 1940; F. Mosteller, JASA 63, 1968).
    // Of 7 9 | 12 7 it is 49/108. To rows 1:3 and equal columns, with x in the corner, the shares
    // are x, 1/4 - x, 1/2 - x, 1/4 + x: a quadratic equation.
    var raked =
        (Weights)
            new Table(
                    new int[][] {{7, 9}, {12, 7}}, new double[] {50, 150}, new double[] {100, 100})
                .weighting();
    var ratio = 49 / 108.0;
    // x (1/4 + x) = ratio (1/4 - x)(1/2 - x)
    var a = 1 - ratio;
    var b = 0.25 + 0.75 * ratio;
    var x = (-b + Math.sqrt(b * b + a * ratio / 2)) / (2 * a);
    assertThat(Table.share(raked, 0)).isCloseTo(x, within(1e-9));
    assertThat(Table.share(raked, 1)).isCloseTo(0.25 - x, within(1e-9));
    assertThat(Table.share(raked, 2)).isCloseTo(0.5 - x, within(1e-9));
    assertThat(Table.share(raked, 3)).isCloseTo(0.25 + x, within(1e-9));
  }

  @Test
  void a_category_with_adults_and_no_respondent_is_named() {
    var table =
        new Table(new int[][] {{5, 0}, {5, 0}}, new double[] {50, 50}, new double[] {60, 40});
    assertThat(status(table)).isEqualTo(Status.UNREPRESENTED);
    assertThat(place(table)).isEqualTo("column=c1");
    // Merged with another it is no obstacle any more.
    var merge = new Merge("column", List.of("c0", "c1"));
    var groups =
        List.of(new Group(List.of("c0+c1", "r0"), 5), new Group(List.of("c0+c1", "r1"), 5));
    assertThat(Weighting.of(groups, table.margins().merged(List.of(merge)), Set.of()))
        .isInstanceOf(Weights.class);
  }

  @Test
  void respondents_where_nobody_lives_are_a_fault_and_no_weight_of_zero() {
    var table =
        new Table(new int[][] {{5, 1}, {5, 0}}, new double[] {50, 50}, new double[] {100, 0});
    assertThat(status(table)).isEqualTo(Status.ZERO_MARGIN);
    assertThat(place(table)).isEqualTo("column=c1");
    // The control: nobody lives there and nobody answered from there.
    assertThat(
            status(
                new Table(
                    new int[][] {{5, 0}, {5, 0}}, new double[] {50, 50}, new double[] {100, 0})))
        .isEqualTo(Status.OK);
  }

  @Test
  void a_category_that_the_margins_lack_is_named_unless_it_means_not_said() {
    var margins = new Margins(Map.of("sex", Map.of("female", 60.0, "male", 40.0)));
    var groups =
        List.of(
            new Group(List.of("PNS"), 4),
            new Group(List.of("female"), 8),
            new Group(List.of("male"), 8));
    assertThat(Weighting.of(groups, margins, Set.of()))
        .isEqualTo(new Refused(Status.UNKNOWN_CATEGORY, Optional.of("sex=PNS"), 20));
    // Its target is its observed share, 0.2; the others share the remaining 0.8 by 60 to 40.
    var raked = (Weights) Weighting.of(groups, margins, Set.of("PNS"));
    assertThat(Table.share(raked, 0)).isCloseTo(0.2, within(1e-12));
    assertThat(Table.share(raked, 1)).isCloseTo(0.48, within(1e-12));
    assertThat(Table.share(raked, 2)).isCloseTo(0.32, within(1e-12));
  }

  @Test
  void where_nobody_says_their_category_nobody_is_represented() {
    var margins = new Margins(Map.of("sex", Map.of("female", 60.0)));
    assertThat(Weighting.of(List.of(new Group(List.of("PNS"), 4)), margins, Set.of("PNS")))
        .isEqualTo(new Refused(Status.UNREPRESENTED, Optional.of("sex=female"), 4));
  }

  @Test
  void empty_cells_inside_stay_empty_where_the_rest_hangs_together() {
    var table =
        new Table(
            new int[][] {{6, 2, 0}, {0, 3, 4}, {5, 0, 7}},
            new double[] {300, 400, 300},
            new double[] {350, 250, 400});
    var raked = (Weights) table.weighting();
    assertThat(raked.weights().get(2)).isZero();
    assertThat(raked.maxMarginDeviation()).isLessThan(1e-10);
  }

  @Test
  void margins_that_contradict_each_other_are_not_converged() {
    // Column and row say the same of every respondent, but want different shares.
    var table =
        new Table(new int[][] {{5, 0}, {0, 5}}, new double[] {60, 40}, new double[] {50, 50});
    assertThat(status(table)).isEqualTo(Status.NOT_CONVERGED);
    assertThat(place(table)).isEqualTo("column=c0");
    // A triangle of cells cannot meet these either, and its shares sink towards nothing.
    assertThat(
            status(
                new Table(
                    new int[][] {{5, 5}, {0, 5}}, new double[] {40, 60}, new double[] {60, 40})))
        .isEqualTo(Status.NOT_CONVERGED);
  }

  @Test
  void more_responses_than_adults_are_a_fault() {
    var adults = new double[] {10, 10};
    var responses = new int[][] {{5, 5}, {5, 5}};
    assertThat(status(new Table(responses, adults, adults))).isEqualTo(Status.OK);
    responses[0][0] = 6;
    assertThat(status(new Table(responses, adults, adults)))
        .isEqualTo(Status.MORE_ANSWERS_THAN_ADULTS);
  }

  @Test
  void a_wave_without_responses_has_no_base() {
    assertThat(status(new Table(new int[][] {{0}, {0}}, new double[] {10, 10}, new double[] {20})))
        .isEqualTo(Status.NO_BASE);
  }

  @Test
  void margins_with_different_sums_are_each_taken_as_shares() {
    var same =
        new Table(new int[][] {{5, 3}, {2, 7}}, new double[] {600, 400}, new double[] {500, 500});
    var other =
        new Table(new int[][] {{5, 3}, {2, 7}}, new double[] {606, 404}, new double[] {480, 480});
    for (var at = 0; at < 4; at++) {
      assertThat(((Weights) other.weighting()).weights().get(at))
          .isCloseTo(((Weights) same.weighting()).weights().get(at), within(1e-9));
    }
  }

  @Property(tries = 300)
  void raking_meets_every_margin_or_names_a_gate(
      @ForAll @Size(9) List<@IntRange(max = 40) Integer> responses,
      @ForAll @Size(6) List<@IntRange(max = 3_000) Integer> adults) {
    var table =
        new Table(
            new int[][] {
              {responses.get(0), responses.get(1), responses.get(2)},
              {responses.get(3), responses.get(4), responses.get(5)},
              {responses.get(6), responses.get(7), responses.get(8)}
            },
            new double[] {1 + adults.get(0), adults.get(1), adults.get(2)},
            new double[] {1 + adults.get(3), adults.get(4), adults.get(5)});
    var weighting = table.weighting();
    if (weighting instanceof Refused refused) {
      assertThat(refused.status()).isNotEqualTo(Status.OK);
      return;
    }
    var raked = (Weights) weighting;
    var margins = table.margins();
    var mean = 0.0;
    for (var d = 0; d < 2; d++) {
      var dimension = margins.dimensions().get(d);
      for (var category : margins.of(dimension).keySet()) {
        var share = 0.0;
        for (var at = 0; at < 9; at++) {
          if (raked.groups().get(at).categories().get(d).equals(category)) {
            share += Table.share(raked, at);
          }
        }
        mean += share;
        var target = margins.of(dimension).get(category) / margins.sum(dimension);
        assertThat(share).isCloseTo(target, within(1.1e-10));
      }
    }
    // Shares of either dimension sum to 1, which is to say that the mean weight is 1.
    assertThat(mean).isCloseTo(2, within(1e-9));
  }
}
