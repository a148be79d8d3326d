package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.localityvoice.perception.Release.Figures;

class FiguringTest {
  private static MadeUpWave wave(String id) {
    return new MadeUpWave(id)
        .adults("16-34", 1_500, 1_500)
        .adults("35-64", 2_000, 2_000)
        .adults("65-plus", 1_500, 1_500);
  }

  /** Few of the young answer, and they feel less safe. */
  private static MadeUpWave uneven(String id) {
    return wave(id)
        .answered("16-34", "female", 2, 8, 1)
        .answered("16-34", "male", 3, 7, 0)
        .answered("35-64", "female", 30, 10, 2)
        .answered("35-64", "male", 32, 8, 0)
        .answered("65-plus", "female", 40, 10, 0)
        .answered("65-plus", "male", 38, 12, 0);
  }

  private static Figures figures(MadeUpWave wave) {
    return Figuring.of(wave.results(), Optional.empty(), "", List.of()).figures();
  }

  private static Figures figures(MadeUpWave wave, MadeUpWave earlier) {
    var before = earlier.results();
    return Figuring.of(
            wave.results(),
            Optional.of(new Earlier(before, before.boundarySet(), List.of(), Optional.empty())),
            "",
            List.of())
        .figures();
  }

  private static Observation only(Figures figures) {
    assertThat(figures.observations()).hasSize(1);
    return figures.observations().get(0);
  }

  @Test
  void answers_count_as_much_as_there_are_adults_like_those_who_gave_them() {
    var seen = only(figures(uneven("now")));
    // Raw: 145 of 200. By age 25 % of 30 %, 77.5 % of 40 %, 78 % of 30 %, sexes alike.
    assertThat(seen.estimate()).isBetween(61.0, 63.0);
    assertThat(seen.status()).isEqualTo("OK");
    assertThat(seen.baseValid()).isEqualTo(200);
    assertThat(seen.effectiveBase()).isBetween(90, 150);
    assertThat(seen.designEffect()).isGreaterThan(1.3);
    assertThat(seen.caveats()).containsExactly("SELF_SELECTED");
    var basis = figures(uneven("now")).basis();
    assertThat(basis.weighting()).isEqualTo("rake:ageBand3xsex2");
    assertThat(basis.population()).isEqualTo("A census");
    assertThat(basis.maxMarginDevPp()).isZero();
  }

  @Test
  void without_margins_nothing_is_weighted_and_nothing_else_is_claimed() {
    var bare =
        new MadeUpWave("now")
            .answered("16-34", "female", 8, 32, 0)
            .answered("x", "male", 30, 30, 0);
    var seen = only(figures(bare));
    assertThat(seen.estimate()).isEqualTo(38.0);
    assertThat(seen.caveats()).containsExactly("SELF_SELECTED", "NOT_WEIGHTED");
    assertThat(figures(bare).basis().weighting()).isEqualTo("none");
    // A margin that nobody was asked about is not raked on.
    assertThat(figures(uneven("now").asking("sex")).basis().weighting()).isEqualTo("rake:sex2");
  }

  @Test
  void a_band_without_answers_is_taken_together_with_the_next() {
    var lacking =
        wave("now").answered("35-64", "female", 30, 10, 0).answered("65-plus", "male", 40, 10, 0);
    assertThat(only(figures(lacking)).caveats()).containsExactly("SELF_SELECTED", "COLLAPSED");
    assertThat(figures(lacking).basis().collapsed()).containsExactly("ageBand:16-34+35-64");
    assertThat(figures(lacking).basis().weighting()).isEqualTo("rake:ageBand2xsex2");
    // The oldest with the one before it; two bands are always left.
    var young =
        wave("now").answered("16-34", "female", 30, 10, 0).answered("35-64", "male", 40, 10, 0);
    assertThat(figures(young).basis().collapsed()).containsExactly("ageBand:35-64+65-plus");
    var one = wave("now").answered("16-34", "female", 30, 9, 0).answered("16-34", "male", 40, 1, 0);
    assertThat(only(figures(one)).status()).isEqualTo("UNREPRESENTED");
    assertThat(only(figures(one)).suppressionReason()).isEqualTo("ageBand=35-64+65-plus");
  }

  @Test
  void of_a_wave_that_few_answered_nothing_says_who_they_were_or_what_they_left_out() {
    var young = figures(wave("now").answered("16-34", "female", 1, 0, 0));
    assertThat(only(young).status()).isEqualTo("SUPPRESSED");
    assertThat(only(young).suppressionReason()).isEqualTo("FEWER_THAN_TEN_VALID_ANSWERS");
    assertThat(young.basis().collapsed()).isEmpty();
    var old =
        figures(
            wave("now").answered("65-plus", "male", 0, 0, 8).answered("35-64", "male", 0, 1, 0));
    assertThat(old.observations()).isEqualTo(young.observations());
    assertThat(old.basis()).isEqualTo(young.basis());
    // With ten it is known which bands lack answers, and with none that nobody answered.
    var ten = figures(wave("now").answered("65-plus", "male", 0, 2, 8));
    assertThat(ten.basis().collapsed()).isNotEmpty();
    assertThat(only(figures(wave("now"))).status()).isEqualTo("NO_BASE");
  }

  @Test
  void a_sex_without_answers_has_no_neighbour() {
    var men =
        wave("now")
            .answered("16-34", "male", 30, 10, 0)
            .answered("35-64", "male", 30, 10, 0)
            .answered("65-plus", "male", 40, 10, 0);
    assertThat(only(figures(men)).status()).isEqualTo("UNREPRESENTED");
    assertThat(only(figures(men)).suppressionReason()).isEqualTo("sex=female");
    assertThat(only(figures(men)).estimate()).isNull();
  }

  @Test
  void a_voice_too_loud_is_merged_with_its_neighbours_before_it_is_trimmed() {
    // 30 % of the adults give 1 of 150 answers: 45 times the mean.
    var loud =
        wave("now")
            .answered("16-34", "female", 0, 1, 0)
            .answered("35-64", "female", 25, 10, 0)
            .answered("35-64", "male", 30, 10, 0)
            .answered("65-plus", "female", 30, 10, 0)
            .answered("65-plus", "male", 30, 4, 0);
    assertThat(figures(loud).basis().collapsed()).containsExactly("ageBand:16-34+35-64");
    assertThat(only(figures(loud)).caveats()).doesNotContain("TRIMMED", "NOT_REPRESENTATIVE");
  }

  /** Three in ten adults are women, and one in two hundred answers. */
  private static MadeUpWave oneSided(String id) {
    return new MadeUpWave(id)
        .adults("16-34", 900, 2_100)
        .adults("35-64", 1_200, 2_800)
        .adults("65-plus", 900, 2_100)
        .answered("16-34", "male", 60, 60, 0)
        .answered("35-64", "male", 90, 70, 0)
        .answered("35-64", "female", 1, 1, 0)
        .answered("65-plus", "male", 60, 60, 0);
  }

  @Test
  void where_trimming_would_break_a_margin_the_figure_says_so_and_tells_no_trend() {
    var one = only(figures(oneSided("now"), uneven("before")));
    assertThat(one.caveats()).contains("NOT_REPRESENTATIVE").doesNotContain("TRIMMED");
    assertThat(one.status()).isEqualTo("LOW_RELIABILITY");
    // The young 30 % at 50 %, women 30 % at 50 %, the other men at 150 of 280.
    assertThat(one.estimate()).isEqualTo(51.4);
    assertThat(one.change()).isNull();
    assertThat(figures(oneSided("now")).basis().weightsCapped()).isZero();
  }

  @Test
  void where_trimming_costs_less_than_two_points_it_is_done_and_told() {
    // One woman in forty adults and one in three hundred answers, of whom nobody is of another age.
    var wave =
        new MadeUpWave("now")
            .adults("16-34", 25, 1_975)
            .adults("35-64", 25, 1_975)
            .answered("16-34", "male", 90, 60, 0)
            .answered("35-64", "male", 90, 60, 0)
            .answered("35-64", "female", 1, 0, 0);
    var basis = figures(wave).basis();
    assertThat(basis.weightsCapped()).isZero();
    var loud =
        new MadeUpWave("now")
            .adults("16-34", 50, 1_950)
            .adults("35-64", 50, 1_950)
            .answered("16-34", "male", 90, 60, 0)
            .answered("35-64", "male", 90, 60, 0)
            .answered("35-64", "female", 1, 0, 0);
    var trimmed = figures(loud);
    assertThat(trimmed.basis().weightsCapped()).isEqualTo(1);
    assertThat(trimmed.basis().maxMarginDevPp()).isBetween(0.5, 2.0);
    assertThat(only(trimmed).caveats()).contains("TRIMMED").doesNotContain("NOT_REPRESENTATIVE");
  }

  @Test
  void the_change_is_told_within_one_series_with_the_same_margins_and_merges() {
    var better =
        wave("now")
            .answered("16-34", "female", 35, 5, 0)
            .answered("16-34", "male", 35, 5, 0)
            .answered("35-64", "female", 35, 5, 0)
            .answered("35-64", "male", 35, 5, 0)
            .answered("65-plus", "female", 35, 5, 0)
            .answered("65-plus", "male", 35, 5, 0);
    var change = only(figures(better, uneven("before"))).change();
    assertThat(change.vs()).isEqualTo("before");
    assertThat(change.verdict()).isEqualTo("up");
    assertThat(change.method()).isEqualTo("newcombe-kish");
    assertThat(change.diff()).isBetween(24.0, 27.0);
    assertThat(change.ciLow()).isBetween(0.1, change.diff());
    assertThat(only(figures(uneven("now"), uneven("before"))).change().verdict())
        .isEqualTo("no_clear_change");

    var otherPlace = only(figures(better, uneven("before").boundarySet("2028-05")));
    assertThat(otherPlace.change()).isNull();
    assertThat(otherPlace.caveats()).contains("BOUNDARY_CHANGE");
    assertThat(only(figures(better, uneven("before").asking("sex"))).change()).isNull();
    assertThat(only(figures(better, wave("before").answered("16-34", "female", 3, 3, 0))).change())
        .as("figures that were withheld are not given away by a difference")
        .isNull();
  }

  private static List<String> broken(MadeUpWave now, MadeUpWave before) {
    var seen = only(figures(now, before));
    assertThat(seen.change()).isNull();
    return seen.caveats().subList(1, seen.caveats().size());
  }

  @Test
  void where_a_series_has_broken_each_reason_is_named_and_no_other() {
    var before = uneven("before").series("safe-v2");
    assertThat(broken(uneven("now"), before)).containsExactly("SERIES_CHANGE");
    assertThat(broken(uneven("now").asks("Safe?"), before)).containsExactly("WORDING_CHANGE");
    assertThat(broken(uneven("now").positive("yes", "no"), before)).containsExactly("SCALE_CHANGE");
    assertThat(broken(uneven("now").askedFirst("AGE"), before)).containsExactly("ORDER_CHANGE");
    assertThat(broken(uneven("now").askedIf("SAFE = 1"), before)).containsExactly("ROUTING_CHANGE");
    assertThat(broken(uneven("now").modes("app"), before)).containsExactly("MODE_CHANGE");
    assertThat(broken(uneven("now").boundarySet("2028-05").asks("Safe?"), before))
        .containsExactly("BOUNDARY_CHANGE", "WORDING_CHANGE");
    assertThat(only(figures(uneven("now").asks("Safe?"), uneven("before"))).change())
        .as("the control: what goes on as one series has been found to be one")
        .isNotNull();
  }

  @Test
  void waves_that_were_planned_for_other_modes_are_not_compared() {
    assertThat(broken(uneven("now").planned("app"), uneven("before").planned("app", "paper")))
        .containsExactly("MODE_CHANGE");
    var same = only(figures(uneven("now").planned("app"), uneven("before").planned("app")));
    assertThat(same.change()).isNotNull();
    assertThat(same.caveats()).containsExactly("SELF_SELECTED");
    var unplanned = only(figures(uneven("now").planned("app"), uneven("before")));
    assertThat(unplanned.change()).as("nothing was planned").isNotNull();
  }

  @Test
  void a_wave_that_was_cut_short_or_not_asked_in_every_language_says_so() {
    assertThat(only(figures(uneven("now").cutShort())).caveats())
        .containsExactly("SELF_SELECTED", "PARTIAL_WAVE");
    assertThat(only(figures(uneven("now").spoken("en", "pl"))).caveats())
        .containsExactly("SELF_SELECTED", "SMALL_LANGUAGE_COVERAGE");
    assertThat(only(figures(uneven("now").spoken("en-GB"))).caveats())
        .as("English is there")
        .containsExactly("SELF_SELECTED");
    assertThat(figures(uneven("now").spoken("en", "pl")).basis().languages())
        .containsExactly("en", "pl");
  }

  @Test
  void what_one_wave_lacks_is_merged_in_both() {
    var lacking =
        wave("before")
            .answered("35-64", "female", 30, 10, 0)
            .answered("35-64", "male", 30, 10, 0)
            .answered("65-plus", "male", 40, 10, 0);
    var figures = figures(uneven("now"), lacking);
    assertThat(figures.basis().collapsed()).containsExactly("ageBand:16-34+35-64");
    assertThat(figures.basis().comparedWith()).isEqualTo("before");
    assertThat(only(figures).change()).isNotNull();
    assertThat(figures(uneven("now")).basis().collapsed()).isEmpty();
  }

  @Test
  void small_numbers_and_no_numbers_are_told_apart() {
    var few =
        wave("now")
            .answered("16-34", "female", 2, 1, 9)
            .answered("16-34", "male", 1, 0, 9)
            .answered("35-64", "female", 1, 1, 9)
            .answered("35-64", "male", 1, 0, 9)
            .answered("65-plus", "female", 1, 0, 9)
            .answered("65-plus", "male", 1, 0, 9);
    assertThat(only(figures(few)).status()).isEqualTo("SUPPRESSED");
    assertThat(only(figures(few)).suppressionReason()).isEqualTo("FEWER_THAN_TEN_VALID_ANSWERS");
    assertThat(only(figures(few)).baseValid()).isNull();
    assertThat(only(figures(wave("now"))).status()).isEqualTo("NO_BASE");
  }

  @Test
  void more_answers_than_adults_are_no_figure() {
    var stuffed =
        new MadeUpWave("now")
            .adults("16-34", 50, 50)
            .answered("16-34", "female", 50, 20, 0)
            .answered("16-34", "male", 20, 20, 0);
    assertThat(only(figures(stuffed)).status()).isEqualTo("MORE_ANSWERS_THAN_ADULTS");
  }
}
