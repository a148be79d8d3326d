package org.localityvoice.event.takeup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.takeup.TakeUpStatementService.Stated;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;

/**
 * What the performance framework is told of take-up: all figures of a locality and quarter, so that
 * what is withheld is withheld in one piece. No free text, no person.
 */
final class TakeUpPayload {
  private static final String EFFECT = "pmf.statement";
  private static final String KIND = "operational";

  /** Keeps them apart from the operational figures about reports. */
  private static final String SOURCE = "events";

  private TakeUpPayload() {}

  private record Message(
      String id,
      String kind,
      String subject,
      String locality,
      String period,
      Instant time,
      Data data) {}

  private record Data(
      String source,
      LocalityPart locality,
      PeriodPart period,
      Instant at,
      String reportingMonth,
      int revision,
      String reason,
      Method method,
      Provenance provenance,
      List<Entry> observations) {}

  private record LocalityPart(String id, String ward, String boundarySet) {}

  private record PeriodPart(String id, String from, String to) {}

  private record Method(String id, String version, int sessions, int sessionsWithAttendance) {}

  private record Provenance(String software, String publishedBy, String approvedBy) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record Entry(
      String measureId,
      String seriesId,
      String breakdown,
      String theme,
      String direction,
      String unit,
      String status,
      @Nullable Number value,
      @Nullable Integer numerator,
      @Nullable Integer denominator,
      boolean suppressed,
      @Nullable String suppressionReason,
      List<String> caveats) {}

  /** The effect that carries a statement to that of its locality and period. */
  static Outgoing of(
      Stated stated, Locality locality, String approverRole, Instant now, String software) {
    var statement = stated.statement();
    var counted = stated.counted();
    var quarter = Quarter.of(statement.period());
    var data =
        new Data(
            SOURCE,
            new LocalityPart(locality.id(), locality.wardCode(), locality.boundarySet()),
            new PeriodPart(quarter.name(), quarter.from().toString(), quarter.to().toString()),
            counted.countedAt(),
            quarter.to().toString().substring(0, "2026-12".length()),
            statement.revision(),
            "take-up of events published",
            new Method(
                TakeUpStatement.METHOD,
                TakeUpStatement.METHOD_VERSION,
                counted.sessions(),
                counted.withAttendance()),
            new Provenance(software, "role:" + statement.proposedBy(), "role:" + approverRole),
            TakeUpFigure.of(counted).stream().map(TakeUpPayload::entry).toList());
    // Derived, since a client may have given a statement about reports the same id.
    var id = "pmf_" + DerivedId.of("event-take-up", statement.id());
    var subject = locality.id() + "/" + quarter.name();
    var message = new Message(id, KIND, subject, locality.id(), quarter.name(), now, data);
    return new Outgoing(id, EFFECT, Json.text(message));
  }

  private static Entry entry(TakeUpFigure figure) {
    var measure = figure.measure();
    return new Entry(
        measure.id(),
        measure.series(),
        figure.breakdown(),
        TakeUpMeasure.THEME,
        measure.direction(),
        measure.unit(),
        figure.status().name(),
        figure.value(),
        figure.numerator(),
        figure.denominator(),
        figure.suppressionReason() != null,
        figure.suppressionReason(),
        List.of());
  }
}
