package org.localityvoice.report.measure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Locality;
import org.localityvoice.operational.StatementMessage;
import org.localityvoice.operational.StatementMessage.Figure;
import org.localityvoice.operational.StatementMessage.LocalityPart;
import org.localityvoice.operational.StatementMessage.PeriodPart;
import org.localityvoice.operational.StatementMessage.Provenance;
import org.localityvoice.outbox.Outgoing;

/** What the performance framework is told of reports. */
final class OperationalPayload {
  private static final String PREFIX = "pmf_";

  private OperationalPayload() {}

  private record Method(String id, String version) {}

  /** The effect that carries a statement to the performance framework. */
  static Outgoing of(
      ReportStatement statement,
      Locality locality,
      String approverRole,
      Instant now,
      String software) {
    var quarter = Period.of(statement.period());
    var period = new PeriodPart(quarter.name(), quarter.from(), quarter.to());
    var message =
        new StatementMessage(
            Optional.of(StatementMessage.KIND),
            Optional.empty(),
            new LocalityPart(locality.id(), locality.wardCode(), locality.boundarySet()),
            period,
            statement.at(),
            period.lastMonth(),
            statement.revision(),
            Optional.ofNullable(statement.supersedes()).map(PREFIX::concat),
            Optional.empty(),
            new Method(ReportStatement.METHOD, ReportStatement.METHOD_VERSION),
            Provenance.of(software, statement.proposedBy(), approverRole),
            statement.observations().stream().map(OperationalPayload::figure).toList());
    return message.outgoing(PREFIX + statement.id(), now);
  }

  private static Figure figure(OperationalObservation seen) {
    return new Figure(
        seen.measureId(),
        seen.seriesId(),
        null,
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
