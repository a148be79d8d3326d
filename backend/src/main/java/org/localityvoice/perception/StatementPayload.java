package org.localityvoice.perception;

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
 * all its observations, for everybody and by group, so that what is withheld is withheld in one
 * piece. No free text, no person.
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
      List<Stated> observations) {}

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

  /**
   * The effect that carries a release to the performance framework.
   *
   * @param groups its figures by group, as the ledger has them
   */
  static Outgoing of(
      Release release,
      Results results,
      List<GroupFigure> groups,
      Signatory approver,
      Instant at,
      String software) {
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
                .flatMap(seen -> stated(seen, release, results).withGroups(groups))
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
        || !CellDigest.of(results.cells()).equals(release.figures().cellDigest())) {
      return Map.of();
    }
    return results.questionnaire().items().stream()
        .filter(item -> item.measure().filter(one -> one.id().equals(seen.measureId())).isPresent())
        .findFirst()
        .flatMap(item -> AnswerCounts.of(item, results.cells()))
        .orElse(Map.of());
  }

  private static Stated stated(Observation seen, Release release, Results results) {
    var weighted = release.figures().basis() != null;
    var caveats =
        new ArrayList<>(weighted ? seen.caveats() : List.of("SELF_SELECTED", "NOT_WEIGHTED"));
    if (results.wave().synthetic()) {
      caveats.add("SYNTHETIC");
    }
    var interval = weighted ? Estimator.INTERVAL : "wilson-95";
    return Stated.of(seen, interval, caveats, answers(seen, release, results));
  }
}
