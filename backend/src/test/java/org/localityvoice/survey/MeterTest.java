package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.localityvoice.survey.EffectiveBase.Answered;
import org.localityvoice.survey.Representativeness.Status;

/** What the planner promises, what answers are worth, and what the meter tells. */
class MeterTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-9);
  private static final Map<String, Map<String, Long>> HALVES =
      Map.of("sex", new LinkedHashMap<>(Map.of("female", 500L, "male", 500L)));

  private static List<Answered> sexes(long women, long men) {
    return List.of(
        new Answered(Map.of("sex", "female"), women), new Answered(Map.of("sex", "male"), men));
  }

  @Test
  void without_an_earlier_wave_both_are_assumed_alike() {
    var planner = Planner.of(300, java.util.Optional.empty());
    assertThat(planner.effectiveBase()).isCloseTo(200, EXACT);
    assertThat(planner.earlierEffectiveBase()).isCloseTo(200, EXACT);
  }

  @Test
  void answers_that_lean_are_worth_what_kish_says() {
    // Weights 0.5/80 and 0.5/20 a person: 1 / (0.25/80 + 0.25/20) = 64.
    assertThat(EffectiveBase.of(sexes(80, 20), HALVES).orElseThrow()).isCloseTo(64, EXACT);
    assertThat(EffectiveBase.of(sexes(50, 50), HALVES).orElseThrow()).isCloseTo(100, EXACT);
    assertThat(EffectiveBase.of(sexes(50, 0).subList(0, 1), HALVES)).isEmpty();
  }

  @Test
  void those_who_would_rather_not_say_keep_their_share() {
    var groups = new ArrayList<>(sexes(40, 40));
    groups.add(new Answered(Map.of("sex", "prefer-not-to-say"), 20));
    assertThat(EffectiveBase.of(groups, HALVES).orElseThrow()).isCloseTo(100, EXACT);
  }

  @Test
  void margins_that_contradict_each_other_are_told_and_not_fitted_for_ever() {
    var margins =
        Map.of(
            "sex", Map.of("female", 500L, "male", 500L),
            "ageBand", Map.of("young", 200L, "old", 800L));
    // Every woman is young and every man old: half cannot be a fifth.
    var split =
        List.of(
            new Answered(Map.of("sex", "female", "ageBand", "young"), 50),
            new Answered(Map.of("sex", "male", "ageBand", "old"), 50));
    assertThat(EffectiveBase.of(split, margins)).isEmpty();
    assertThat(Representativeness.of(split, margins).status()).isEqualTo(Status.NOT_CONVERGED);
  }

  @Property(tries = 200)
  void the_base_is_never_more_than_the_answers_and_grows_with_all_of_them(
      @ForAll @Size(6) List<@IntRange(min = 1, max = 500) Integer> counts,
      @ForAll @IntRange(min = 2, max = 9) int times) {
    var groups = new ArrayList<Answered>();
    var more = new ArrayList<Answered>();
    for (var i = 0; i < counts.size(); i++) {
      var strata = Map.of("sex", i % 2 == 0 ? "female" : "male", "ageBand", "band" + i / 2);
      groups.add(new Answered(strata, counts.get(i)));
      more.add(new Answered(strata, counts.get(i) * (long) times));
    }
    var margins =
        Map.of(
            "sex", Map.of("female", 520L, "male", 480L),
            "ageBand", Map.of("band0", 300L, "band1", 400L, "band2", 300L));
    var n = counts.stream().mapToInt(Integer::intValue).sum();
    var base = EffectiveBase.of(groups, margins).orElseThrow();
    assertThat(base).isPositive().isLessThanOrEqualTo(n * (1 + 1e-9));
    assertThat(EffectiveBase.of(more, margins).orElseThrow() / base)
        .isCloseTo(times, Offset.offset(1e-6));
  }

  @Test
  void the_meter_names_the_group_that_would_help_most_and_by_how_much() {
    var meter = Representativeness.of(sexes(180, 20), HALVES);
    assertThat(meter.status()).isEqualTo(Status.OK);
    assertThat(meter.responses()).isEqualTo(200);
    // 1 / (0.25/180 + 0.25/20) = 72; the half width falls from 11.5 to 7.3 with 60 men.
    assertThat(meter.effectiveBase()).contains(70);
    assertThat(meter.margins().get(0).score()).isEqualTo(60);
    var advice = meter.advice().orElseThrow();
    assertThat(advice.option()).isEqualTo("male");
    assertThat(advice.points()).contains(4.0);
  }

  @Test
  void a_meter_of_a_wave_that_is_like_its_people_says_a_hundred() {
    assertThat(Representativeness.of(sexes(100, 100), HALVES).margins().get(0).score())
        .isEqualTo(100);
  }

  @Test
  void a_group_below_ten_has_no_share_and_moves_nothing_that_is_shown() {
    Set<Representativeness> seen = new HashSet<>();
    for (var men = 0; men < 10; men++) {
      seen.add(Representativeness.of(sexes(200, men), HALVES));
    }
    assertThat(seen).hasSize(1);
    assertThat(seen.iterator().next().status()).isEqualTo(Status.GROUP_TOO_SMALL);
    assertThat(seen.iterator().next().advice().orElseThrow().option()).isEqualTo("male");
    // The control: from ten on it is shown.
    assertThat(Representativeness.of(sexes(200, 10), HALVES).status()).isEqualTo(Status.OK);
    assertThat(Representativeness.of(sexes(9, 0), HALVES).status()).isEqualTo(Status.TOO_FEW);
  }

  @Property(tries = 200)
  void one_person_more_moves_a_share_by_nothing_or_by_a_whole_step(
      @ForAll @IntRange(min = 10, max = 400) int women,
      @ForAll @IntRange(min = 10, max = 400) int men) {
    var one = Representativeness.of(sexes(women, men), HALVES);
    var two = Representativeness.of(sexes(women + 1, men), HALVES);
    assertThat(one.responses() % 10).isZero();
    for (var i = 0; i < 2; i++) {
      var before = one.margins().get(0).options().get(i).answers().orElseThrow();
      var after = two.margins().get(0).options().get(i).answers().orElseThrow();
      assertThat(before % 5).isZero();
      assertThat((after - before) % 5).isZero();
    }
  }
}
