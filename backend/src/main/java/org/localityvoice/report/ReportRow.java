package org.localityvoice.report;

import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stored report that lists and maps choose by; nothing of what people wrote is in it.
 *
 * @param confidential whether its category is
 */
public record ReportRow(
    @BsonId String id,
    String locality,
    String category,
    boolean confidential,
    Made submission,
    Standing standing,
    Shown publication) {

  /**
   * Of the submission.
   *
   * @param source which way it came
   */
  public record Made(Submission.Source source) {}

  /**
   * Of the publication.
   *
   * @param listed whether the report is shown to the public at all
   * @param latitude of the point that is shown
   * @param longitude of that point
   */
  public record Shown(boolean listed, @Nullable Double latitude, @Nullable Double longitude) {}

  /** The row of a whole report. */
  static ReportRow of(Report report) {
    var shown = report.publication();
    return new ReportRow(
        report.id(),
        report.locality(),
        report.category(),
        report.confidential(),
        new Made(report.submission().source()),
        report.standing(),
        new Shown(shown.listed(), shown.latitude(), shown.longitude()));
  }

  /** Its point on the public map; empty when there is none. */
  Optional<Point> point() {
    var latitude = publication.latitude();
    var longitude = publication.longitude();
    return latitude == null || longitude == null
        ? Optional.empty()
        : Optional.of(new Point(latitude, longitude));
  }
}
