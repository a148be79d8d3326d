package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.perception.Basis.Adults;
import org.localityvoice.survey.Questionnaire.Item;

/** How many adults a share stands for, and where that is not said. */
class PopulationEquivalentTest {
  private static final Item ASKED_OF_ALL =
      new MadeUpWave("w").results().questionnaire().items().get(0);

  private static Observation seen(
      String status, @Nullable Double estimate, @Nullable Double low, @Nullable Double high) {
    return new Observation(
        "PMF-SAFE",
        "safe-v1",
        "feeling-safe",
        "higher-is-better",
        "percent",
        status,
        null,
        estimate,
        low,
        high,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static Optional<Basis> basis(String weighting, Adults... margins) {
    return Optional.of(
        new Basis(weighting, "A census", List.of(margins), List.of(), 0, 0, null, "1", null, null));
  }

  private static Optional<Basis> weighted(long young, long old) {
    return basis(
        "rake:ageBand2xsex2",
        new Adults("ageBand", "16-34", young),
        new Adults("ageBand", "35-plus", old),
        // Margins from two sources: they differ in total.
        new Adults("sex", "female", young),
        new Adults("sex", "male", young));
  }

  private static Optional<PopulationEquivalent> of(Observation seen, Optional<Basis> basis) {
    return PopulationEquivalent.of(seen, ASKED_OF_ALL, basis);
  }

  @Test
  void it_is_the_share_of_the_adults_by_age_with_its_interval_to_the_nearest_fifty() {
    assertThat(of(seen("OK", 41.3, 34.0, 49.4), weighted(3_000, 4_520)))
        .contains(new PopulationEquivalent(3_100, 2_550, 3_700));
    assertThat(of(seen("LOW_RELIABILITY", 100.0, 71.9, 100.0), weighted(3_000, 4_520)))
        .contains(new PopulationEquivalent(7_500, 5_400, 7_500));
    assertThat(of(seen("OK", 0.4, 0.0, 3.4), weighted(300, 300)))
        .contains(new PopulationEquivalent(0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"40.5,33.6,48.7", "41.4,34.4,49.4", "41.0,34.0,49.0"})
  void it_tells_no_more_than_the_whole_points_that_everybody_is_told(
      double share, double low, double high) {
    // Of half a million adults a tenth of a point is five hundred people.
    assertThat(of(seen("OK", share, low, high), weighted(200_000, 300_000)))
        .contains(new PopulationEquivalent(205_000, 170_000, 245_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUPPRESSED", "UNREPRESENTED", "NOT_CONVERGED", "NO_BASE", "WITHDRAWN"})
  void what_is_withheld_stands_for_nobody(String status) {
    assertThat(of(seen(status, null, null, null), weighted(3_000, 4_520))).isEmpty();
    // Even if there were a figure.
    assertThat(of(seen(status, 41.0, 34.0, 49.0), weighted(3_000, 4_520))).isEmpty();
  }

  @Test
  void what_only_some_are_asked_is_no_share_of_all_adults() {
    var some =
        new MadeUpWave("w").askedIf("{MOVED} = 'yes'").results().questionnaire().items().get(0);
    assertThat(some.followUp()).isTrue();
    assertThat(PopulationEquivalent.of(seen("OK", 41.3, 34.0, 49.4), some, weighted(3_000, 4_520)))
        .isEmpty();
  }

  @Test
  void what_was_not_weighted_speaks_of_those_who_answered() {
    var bands = new Adults("ageBand", "16-34", 3_000);
    assertThat(of(seen("OK", 41.3, 34.0, 49.4), basis("none", bands))).isEmpty();
    assertThat(of(seen("OK", 41.3, 34.0, 49.4), basis("rake:ageBand1", bands))).isPresent();
    assertThat(of(seen("OK", 41.3, 34.0, 49.4), basis("rake:sex2"))).isEmpty();
    assertThat(of(seen("OK", 41.3, 34.0, 49.4), Optional.empty())).isEmpty();
  }

  @Test
  void of_groups_it_is_not_said() {
    var women =
        new GroupFigure("sex:female", "PMF-SAFE", "safe-v1", "OK", null, 40.0, 33.0, 48.0, 90);
    var people = Optional.of(new PopulationEquivalent(3_100, 2_550, 3_700));
    var stated =
        Stated.of(
                seen("OK", 41.3, 34.0, 49.4), "wilson-kish-95", new ArrayList<>(), Map.of(), people)
            .withGroups(List.of(women))
            .toList();
    assertThat(stated).extracting(Stated::breakdown).containsExactly("all", "sex:female");
    assertThat(stated.get(0).populationEquivalent()).isEqualTo(people.get());
    assertThat(stated.get(1).populationEquivalent()).isNull();
  }
}
