package org.localityvoice.walkabout.measure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.operational.StatementMessage;
import org.localityvoice.operational.StatementMessage.Figure;
import org.localityvoice.operational.StatementMessage.LocalityPart;
import org.localityvoice.operational.StatementMessage.PeriodPart;
import org.localityvoice.operational.StatementMessage.Provenance;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.walkabout.grading.WalkaboutIndex;

/** What the performance framework is told of a quarter's walkabouts. */
final class StatementPayload {
  /** Of how statements are put together; the index has its own in its name. */
  static final String METHOD_VERSION = "1.0.0";

  /** Keeps them apart from the operational figures about reports and events. */
  private static final String SOURCE = "walkabout";

  private StatementPayload() {}

  private record Method(String id, String version, int walkabouts) {}

  /** The effect that carries a statement to that of its locality and period. */
  static Outgoing of(
      WalkaboutStatement statement,
      Locality locality,
      String approverRole,
      Instant now,
      String software) {
    var quarter = Months.ofQuarter(statement.period());
    var period = new PeriodPart(statement.period(), quarter.firstDay(), quarter.lastDay());
    var message =
        new StatementMessage(
            Optional.empty(),
            Optional.of(SOURCE),
            new LocalityPart(locality.id(), locality.wardCode(), locality.boundarySet()),
            period,
            statement.proposedAt(),
            period.lastMonth(),
            statement.revision(),
            Optional.empty(),
            Optional.of("figures of walkabouts published"),
            new Method(WalkaboutIndex.METHOD, METHOD_VERSION, statement.walkabouts()),
            Provenance.of(software, statement.proposedBy(), approverRole),
            statement.figures().stream().map(StatementPayload::figure).toList());
    // Derived, since a client may have given a statement about something else the same id.
    return message.outgoing("pmf_" + DerivedId.of("walkabout-statement", statement.id()), now);
  }

  private static Figure figure(StatedFigure figure) {
    return new Figure(
        figure.measureId(),
        figure.seriesId(),
        figure.breakdown(),
        figure.theme(),
        figure.direction(),
        figure.unit(),
        figure.status(),
        figure.value(),
        figure.numerator(),
        figure.denominator(),
        figure.suppressionReason() != null,
        figure.suppressionReason(),
        List.of());
  }
}
