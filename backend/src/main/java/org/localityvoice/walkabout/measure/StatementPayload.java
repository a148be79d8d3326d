package org.localityvoice.walkabout.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.walkabout.grading.WalkaboutIndex;

/** What the performance framework is told of a quarter's walkabouts. No free text, no person. */
final class StatementPayload {
  private static final String EFFECT = "pmf.statement";
  private static final String KIND = "operational";

  /** Keeps them apart from the operational figures about reports and events. */
  private static final String SOURCE = "walkabout";

  private static final int MONTH = 7;

  private StatementPayload() {}

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

  private record Method(String id, String version, int walkabouts) {}

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
      @Nullable Double value,
      @Nullable Integer numerator,
      @Nullable Integer denominator,
      boolean suppressed,
      @Nullable String suppressionReason,
      List<String> caveats) {}

  /** The effect that carries a statement to that of its locality and period. */
  static Outgoing of(
      WalkaboutStatement statement,
      Locality locality,
      String approverRole,
      Instant now,
      String software) {
    var quarter = Months.ofQuarter(statement.period());
    var last = quarter.lastDay().toString();
    var data =
        new Data(
            SOURCE,
            new LocalityPart(locality.id(), locality.wardCode(), locality.boundarySet()),
            new PeriodPart(statement.period(), quarter.firstDay().toString(), last),
            statement.proposedAt(),
            last.substring(0, MONTH),
            statement.revision(),
            "figures of walkabouts published",
            new Method(WalkaboutIndex.METHOD, METHOD_VERSION, statement.walkabouts()),
            new Provenance(software, "role:" + statement.proposedBy(), "role:" + approverRole),
            statement.figures().stream().map(StatementPayload::entry).toList());
    // Derived, since a client may have given a statement about something else the same id.
    var id = "pmf_" + DerivedId.of("walkabout-statement", statement.id());
    var subject = locality.id() + "/" + statement.period();
    var message = new Message(id, KIND, subject, locality.id(), statement.period(), now, data);
    return new Outgoing(id, EFFECT, Json.text(message));
  }

  /** Of how statements are put together; the index has its own in its name. */
  static final String METHOD_VERSION = "1.0.0";

  private static Entry entry(StatedFigure figure) {
    return new Entry(
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
