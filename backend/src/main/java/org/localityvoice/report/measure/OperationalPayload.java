package org.localityvoice.report.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Locality;
import org.localityvoice.outbox.Outgoing;

/**
 * What the performance framework is told of reports: one statement for a locality and quarter with
 * all its figures, so that what is withheld is withheld in one piece. No free text, no person.
 */
final class OperationalPayload {
  private static final String EFFECT = "pmf.statement";
  private static final String KIND = "operational";
  private static final String PREFIX = "pmf_";

  private OperationalPayload() {}

  private record Message(
      String id,
      String kind,
      String subject,
      String locality,
      String period,
      Instant time,
      Data data) {}

  private record Data(
      String kind,
      LocalityPart locality,
      PeriodPart period,
      Instant at,
      String reportingMonth,
      int revision,
      Optional<String> supersedes,
      Method method,
      Provenance provenance,
      List<Entry> observations) {}

  private record LocalityPart(String id, String ward, String boundarySet) {}

  private record PeriodPart(String id, String from, String to) {}

  private record Method(String id, String version) {}

  private record Provenance(String software, String publishedBy, String approvedBy) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record Entry(
      String measureId,
      String seriesId,
      String theme,
      String direction,
      String unit,
      String status,
      Double value,
      Integer numerator,
      Integer denominator,
      boolean suppressed,
      String suppressionReason,
      List<String> caveats) {}

  /** The effect that carries a statement to the performance framework. */
  static Outgoing of(
      ReportStatement statement,
      Locality locality,
      String approverRole,
      Instant now,
      String software) {
    var period = Period.of(statement.period());
    var data =
        new Data(
            KIND,
            new LocalityPart(locality.id(), locality.wardCode(), locality.boundarySet()),
            new PeriodPart(period.name(), period.from().toString(), period.to().toString()),
            statement.at(),
            period.to().toString().substring(0, "2026-12".length()),
            statement.revision(),
            Optional.ofNullable(statement.supersedes()).map(PREFIX::concat),
            new Method(ReportStatement.METHOD, ReportStatement.METHOD_VERSION),
            new Provenance(software, "role:" + statement.proposedBy(), "role:" + approverRole),
            statement.observations().stream().map(OperationalPayload::entry).toList());
    var id = PREFIX + statement.id();
    var message =
        new Message(
            id, KIND, locality.id() + "/" + period.name(), locality.id(), period.name(), now, data);
    return new Outgoing(id, EFFECT, Json.text(message));
  }

  @SuppressWarnings("NullAway") // The statement says null, with a status, where there is no value.
  private static Entry entry(OperationalObservation seen) {
    return new Entry(
        seen.measureId(),
        seen.seriesId(),
        seen.theme(),
        seen.direction(),
        seen.unit(),
        seen.status(),
        seen.value(),
        seen.numerator(),
        seen.denominator(),
        seen.suppressionReason() != null,
        seen.suppressionReason(),
        List.of());
  }
}
