package org.localityvoice.perception;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.http.Json;
import org.localityvoice.identity.Signatory;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.survey.Waves.Results;

/**
 * What the performance framework is told of a release: one statement for a locality and wave with
 * all its observations, so that what is withheld is withheld in one piece. No free text, no person.
 */
final class StatementPayload {
  private static final String KIND = "pmf.statement";

  /** A text of the statement is no longer. */
  private static final int LONGEST = 100;

  private StatementPayload() {}

  private record Message(
      String id, String subject, String locality, String wave, Instant time, Data data) {}

  private record Data(
      LocalityPart locality,
      WavePart wave,
      String reportingMonth,
      int revision,
      Optional<String> supersedes,
      Method method,
      Provenance provenance,
      List<Entry> observations) {}

  private record LocalityPart(String id, String ward, String boundarySet) {}

  private record WavePart(String id, String period, String from, String to, boolean closed) {}

  private record Method(
      String id,
      String version,
      String weighting,
      Optional<String> population,
      List<String> collapsed,
      int weightsCapped,
      double maxMarginDevPp) {}

  private record Provenance(
      String questionnaireVersion,
      String cellDigest,
      String software,
      Map<String, Double> modes,
      String publishedBy,
      String approvedBy) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record Entry(
      String measureId,
      String seriesId,
      String theme,
      String direction,
      String unit,
      String status,
      Double estimate,
      Double ciLow,
      Double ciHigh,
      String ciMethod,
      Double se,
      Integer baseValid,
      boolean baseRounded,
      Integer effectiveBase,
      Double designEffect,
      Observation.Move change,
      boolean suppressed,
      String suppressionReason,
      List<String> caveats,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> answers) {}

  /** The effect that carries a release to the performance framework. */
  static Outgoing of(
      Release release, Results results, Signatory approver, Instant at, String software) {
    var wave = results.wave();
    var data =
        new Data(
            new LocalityPart(wave.locality(), results.wardCode(), results.boundarySet()),
            new WavePart(wave.id(), wave.period(), wave.from(), wave.to(), true),
            wave.to().substring(0, 7),
            release.revision(),
            Optional.empty(),
            method(release.figures()),
            new Provenance(
                wave.questionnaire(),
                release.figures().cellDigest(),
                software,
                release.figures().modes(),
                "role:" + release.proposedBy(),
                "role:" + approver.role()),
            release.figures().observations().stream()
                .map(
                    seen ->
                        entry(
                            seen,
                            release.figures().basis() != null,
                            wave.synthetic(),
                            answers(seen, release, results)))
                .toList());
    var id = "pmf_" + release.id();
    var message =
        new Message(id, wave.locality() + "/" + wave.id(), wave.locality(), wave.id(), at, data);
    return new Outgoing(id, KIND, Json.text(message));
  }

  private static Method method(Release.Figures figures) {
    var basis = Optional.ofNullable(figures.basis());
    return new Method(
        figures.method(),
        figures.methodVersion(),
        basis.map(Basis::weighting).orElse("none"),
        basis
            .map(Basis::population)
            .filter(source -> !source.isBlank())
            .map(source -> source.substring(0, Math.min(source.length(), LONGEST))),
        basis.map(Basis::collapsed).orElse(List.of()),
        basis.map(Basis::weightsCapped).orElse(0),
        basis.map(Basis::maxMarginDevPp).orElse(0.0));
  }

  /** Only beside a reliable figure, and only of the very counts that the figure was made of. */
  private static Map<String, Integer> answers(Observation seen, Release release, Results results) {
    if (!seen.status().equals("OK")
        || !release.figures().areOf(results.cells())) {
      return Map.of();
    }
    return results.questionnaire().items().stream()
        .filter(item -> item.measure().filter(one -> one.id().equals(seen.measureId())).isPresent())
        .findFirst()
        .flatMap(item -> AnswerCounts.of(item, results.cells()))
        .orElse(Map.of());
  }

  @SuppressWarnings("NullAway") // The statement says null, with a reason, where there is no value.
  private static Entry entry(
      Observation seen, boolean caveated, boolean synthetic, Map<String, Integer> answers) {
    var caveats =
        new ArrayList<>(caveated ? seen.caveats() : List.of("SELF_SELECTED", "NOT_WEIGHTED"));
    if (synthetic) {
      caveats.add("SYNTHETIC");
    }
    return new Entry(
        seen.measureId(),
        seen.seriesId(),
        seen.theme(),
        seen.direction(),
        seen.unit(),
        seen.status(),
        seen.estimate(),
        seen.ciLow(),
        seen.ciHigh(),
        caveated ? Estimator.INTERVAL : "wilson-95",
        seen.se(),
        seen.baseValid(),
        true,
        seen.effectiveBase(),
        seen.designEffect(),
        seen.change(),
        seen.status().equals("SUPPRESSED"),
        seen.suppressionReason(),
        caveats,
        answers);
  }
}
