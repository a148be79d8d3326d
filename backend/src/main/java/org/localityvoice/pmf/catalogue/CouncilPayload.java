package org.localityvoice.pmf.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;

/** What the performance framework is told of a figure that staff have entered. No person. */
final class CouncilPayload {
  private static final String EFFECT = "pmf.statement";

  private CouncilPayload() {}

  private record Message(
      String id,
      String kind,
      String subject,
      String locality,
      String period,
      Instant time,
      Data data) {}

  private record Data(int revision, Provenance provenance, List<Entry> observations) {}

  private record Provenance(String source, String asOf, String publishedBy, String approvedBy) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private record Entry(
      String measureId,
      String seriesId,
      String theme,
      String direction,
      String unit,
      String status,
      Double value,
      boolean suppressed,
      String suppressionReason,
      List<String> caveats) {}

  /** The effect that carries an approved value to the statement of its locality and period. */
  @SuppressWarnings("NullAway") // The statement says null where a reason for having none would be.
  static Outgoing of(CouncilValue value, CatalogueMeasure measure, String approver, Instant now) {
    var id = "pmf_" + DerivedId.of("measure-value", value.id());
    var entry =
        new Entry(
            measure.id(),
            measure.id().toLowerCase(Locale.ROOT) + "-" + measure.unit(),
            measure.theme(),
            measure.direction(),
            measure.unit(),
            "OK",
            value.value(),
            false,
            null,
            List.of("ENTERED"));
    var provenance =
        new Provenance(
            value.source(), value.asOf(), "role:" + value.recordedBy(), "role:" + approver);
    var message =
        new Message(
            id,
            "council",
            value.locality() + "/" + value.period(),
            value.locality(),
            value.period(),
            now,
            new Data(value.revision(), provenance, List.of(entry)));
    return new Outgoing(id, EFFECT, Json.text(message));
  }
}
