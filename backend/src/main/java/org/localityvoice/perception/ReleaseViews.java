package org.localityvoice.perception;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaire.Item;

/** Releases of a wave as the contract shows them. */
final class ReleaseViews {
  private final Map<String, Item> asked;

  ReleaseViews(Questionnaire form) {
    asked = StatedObservations.asked(form.items());
  }

  /** A release. */
  record ReleaseView(
      String id,
      String wave,
      String locality,
      int revision,
      Optional<String> reason,
      String state,
      Instant proposedAt,
      String proposedBy,
      Optional<Instant> approvedAt,
      Optional<String> approvedBy,
      String method,
      String cellDigest,
      Optional<Basis> basis,
      List<ObservationView> observations) {}

  /** A measure among everybody, with what is worked out whenever it is shown. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ObservationView(
      String measureId,
      String seriesId,
      String theme,
      String direction,
      String unit,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String suppressionReason,
      @Nullable Double estimate,
      @Nullable Double ciLow,
      @Nullable Double ciHigh,
      @Nullable Integer baseValid,
      @Nullable Double se,
      @Nullable Integer effectiveBase,
      @Nullable Double designEffect,
      Observation.@Nullable Move change,
      List<String> caveats,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable PopulationEquivalent populationEquivalent) {}

  /** The releases of a wave. */
  record ReleaseList(List<ReleaseView> releases) {}

  ReleaseList of(List<Release> releases) {
    return new ReleaseList(releases.stream().map(this::of).toList());
  }

  ReleaseView of(Release release) {
    var figures = release.figures();
    var basis = Optional.ofNullable(figures.basis());
    return new ReleaseView(
        release.id(),
        release.wave(),
        release.locality(),
        release.revision(),
        Optional.ofNullable(release.reason()),
        release.state().name().toLowerCase(Locale.ROOT),
        release.proposedAt(),
        release.proposedBy(),
        Optional.ofNullable(release.approvedAt()),
        Optional.ofNullable(release.approvedBy()),
        figures.method() + " " + figures.methodVersion(),
        figures.cellDigest(),
        basis,
        figures.observations().stream().map(seen -> of(seen, basis)).toList());
  }

  private ObservationView of(Observation seen, Optional<Basis> basis) {
    return new ObservationView(
        seen.measureId(),
        seen.seriesId(),
        seen.theme(),
        seen.direction(),
        seen.unit(),
        seen.status(),
        seen.suppressionReason(),
        seen.estimate(),
        seen.ciLow(),
        seen.ciHigh(),
        seen.baseValid(),
        seen.se(),
        seen.effectiveBase(),
        seen.designEffect(),
        seen.change(),
        seen.caveats(),
        Optional.ofNullable(asked.get(seen.measureId()))
            .flatMap(item -> PopulationEquivalent.of(seen, item, basis))
            .orElse(null));
  }
}
