package org.localityvoice.perception;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One measure among everybody or one group, as the performance framework is told of it: null, with
 * a reason, where there is no value.
 *
 * @param breakdown {@code all}, or {@code ageBand:16-24}
 * @param answers how many people chose each option; of everybody only
 * @param populationEquivalent likewise; null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Stated(
    String breakdown,
    String measureId,
    String seriesId,
    String theme,
    String direction,
    String unit,
    String status,
    @Nullable Double estimate,
    @Nullable Double ciLow,
    @Nullable Double ciHigh,
    String ciMethod,
    @Nullable Double se,
    @Nullable Integer baseValid,
    boolean baseRounded,
    @Nullable Integer effectiveBase,
    @Nullable Double designEffect,
    Observation.@Nullable Move change,
    boolean suppressed,
    @Nullable String suppressionReason,
    List<String> caveats,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> answers,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable PopulationEquivalent populationEquivalent) {
  private static final String SUPPRESSED = "SUPPRESSED";

  /** A measure among everybody. */
  static Stated of(
      Observation seen,
      String interval,
      List<String> caveats,
      Map<String, Integer> answers,
      Optional<PopulationEquivalent> people) {
    return new Stated(
        Breakdowns.ALL,
        seen.measureId(),
        seen.seriesId(),
        seen.theme(),
        seen.direction(),
        seen.unit(),
        seen.status(),
        seen.estimate(),
        seen.ciLow(),
        seen.ciHigh(),
        interval,
        seen.se(),
        seen.baseValid(),
        true,
        seen.effectiveBase(),
        seen.designEffect(),
        seen.change(),
        seen.status().equals(SUPPRESSED),
        seen.suppressionReason(),
        caveats,
        answers,
        people.orElse(null));
  }

  /** This and then the same measure among each group that the release tells of. */
  Stream<Stated> withGroups(List<GroupFigure> groups) {
    return Stream.concat(
        Stream.of(this),
        groups.stream().filter(one -> one.measureId().equals(measureId)).map(this::among));
  }

  /**
   * The same among a group: what the release says of it and nothing more. A standard error, an
   * effective base, counts of answers or people would be figures that the audit has not looked at.
   */
  private Stated among(GroupFigure group) {
    return new Stated(
        group.breakdown(),
        group.measureId(),
        group.seriesId(),
        theme,
        direction,
        unit,
        group.status(),
        group.estimate(),
        group.ciLow(),
        group.ciHigh(),
        ciMethod,
        null,
        group.baseValid(),
        true,
        null,
        null,
        null,
        group.status().equals(SUPPRESSED),
        group.suppressionReason(),
        caveats,
        Map.of(),
        null);
  }
}
