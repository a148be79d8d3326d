package org.localityvoice.event.takeup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.takeup.TakeUpStatementService.Stated;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.operational.StatementMessage;
import org.localityvoice.operational.StatementMessage.Figure;
import org.localityvoice.operational.StatementMessage.LocalityPart;
import org.localityvoice.operational.StatementMessage.PeriodPart;
import org.localityvoice.operational.StatementMessage.Provenance;
import org.localityvoice.outbox.Outgoing;

/** What the performance framework is told of take-up. */
final class TakeUpPayload {
  /** Keeps them apart from the operational figures about reports. */
  private static final String SOURCE = "events";

  private TakeUpPayload() {}

  private record Method(String id, String version, int sessions, int sessionsWithAttendance) {}

  /** The effect that carries a statement to that of its locality and period. */
  static Outgoing of(
      Stated stated, Locality locality, String approverRole, Instant now, String software) {
    var statement = stated.statement();
    var counted = stated.counted();
    var quarter = Quarter.of(statement.period());
    var period = new PeriodPart(quarter.name(), quarter.from(), quarter.to());
    var message =
        new StatementMessage(
            Optional.empty(),
            Optional.of(SOURCE),
            new LocalityPart(locality.id(), locality.wardCode(), locality.boundarySet()),
            period,
            counted.countedAt(),
            period.lastMonth(),
            statement.revision(),
            Optional.empty(),
            Optional.of("take-up of events published"),
            new Method(
                TakeUpStatement.METHOD,
                TakeUpStatement.METHOD_VERSION,
                counted.sessions(),
                counted.withAttendance()),
            Provenance.of(software, statement.proposedBy(), approverRole),
            TakeUpFigure.of(counted).stream().map(TakeUpPayload::figure).toList());
    // Derived, since a client may have given a statement about reports the same id.
    return message.outgoing("pmf_" + DerivedId.of("event-take-up", statement.id()), now);
  }

  private static Figure figure(TakeUpFigure figure) {
    var measure = figure.measure();
    return new Figure(
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
