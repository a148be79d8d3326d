package org.localityvoice.report.measure;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.report.ReportEvent;

/**
 * What is read of a report to measure it: nothing of who reported what.
 *
 * @param confidential whether its category is
 */
public record MeasuredRow(
    @BsonId String id, String category, boolean confidential, List<ReportEvent> log) {
  public MeasuredRow {
    log = List.copyOf(log);
  }

  /** When it was made. */
  Instant submittedAt() {
    return log.get(0).at();
  }

  /** Without what people wrote. */
  @Override
  public String toString() {
    return "MeasuredRow " + id;
  }
}
