package org.localityvoice.perception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.http.Json;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.PlainText;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.survey.Waves.Results;

/**
 * What the performance framework is told of a release: one statement for a locality and wave with
 * all its observations, for everybody and by group, so that what is withheld is withheld in one
 * piece. No free text of those who answered, no person.
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
      Optional<LocalDate> nextExpected,
      int revision,
      Optional<String> supersedes,
      Optional<String> reason,
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
      Optional<Long> adults,
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
   * @param nextExpected from which day on figures of the next wave can be expected
   */
  static Outgoing of(
      Release release,
      Results results,
      List<GroupFigure> groups,
      Optional<LocalDate> nextExpected,
      Signatory approver,
      Instant at,
      String software) {
    var wave = results.wave();
    var observations = new StatedObservations(release.figures(), results);
    var data =
        new Data(
            new LocalityPart(wave.locality(), results.wardCode(), results.boundarySet()),
            new WavePart(wave.id(), wave.period(), wave.from(), wave.to(), true),
            wave.to().substring(0, 7),
            nextExpected,
            release.revision(),
            Optional.empty(),
            Optional.ofNullable(release.reason()),
            method(release.figures()),
            new Provenance(
                wave.questionnaire(),
                release.figures().cellDigest(),
                software,
                release.figures().modes(),
                "role:" + release.proposedBy(),
                "role:" + approver.role()),
            release.figures().observations().stream()
                .flatMap(seen -> observations.of(seen).withGroups(groups))
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
        basis.map(Basis::weighting).orElse(Weighed.NONE),
        basis
            .map(Basis::population)
            .filter(source -> !source.isBlank())
            .map(source -> PlainText.beginning(source, LONGEST)),
        basis.filter(Basis::weighted).map(Basis::all),
        basis.map(Basis::collapsed).orElse(List.of()),
        basis.map(Basis::weightsCapped).orElse(0),
        basis.map(Basis::maxMarginDevPp).orElse(0.0));
  }
}
