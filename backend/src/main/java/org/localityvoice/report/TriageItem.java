package org.localityvoice.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the triage list.
 *
 * @param ageDays whole days since the submission
 */
record TriageItem(
    String id,
    String category,
    boolean confidential,
    String state,
    String priority,
    String owner,
    boolean overdue,
    int people,
    String source,
    Instant submittedAt,
    Instant changedAt,
    long ageDays,
    Optional<Instant> expectedBy,
    Instant answerBy,
    Optional<Instant> firstAnswerAt,
    String text,
    Optional<String> place,
    Optional<ReportView.Point> point) {

  /** The line of a report, for staff who may see it. */
  static TriageItem of(Report report, Instant now) {
    var standing = report.standing();
    var submission = report.submission();
    var place = submission.place();
    return new TriageItem(
        report.id(),
        report.category(),
        report.confidential(),
        standing.state().slug(),
        standing.priority().slug(),
        standing.owner(),
        standing.overdue(),
        standing.people(),
        submission.source().slug(),
        standing.submittedAt(),
        standing.changedAt(),
        Math.max(0, Duration.between(standing.submittedAt(), now).toDays()),
        Optional.ofNullable(standing.expectedBy()),
        standing.answerBy(),
        Optional.ofNullable(standing.firstAnswerAt()),
        submission.text(),
        Optional.ofNullable(place.described()),
        point(place));
  }

  private static Optional<ReportView.Point> point(Place place) {
    var latitude = place.latitude();
    var longitude = place.longitude();
    return latitude == null || longitude == null
        ? Optional.empty()
        : Optional.of(
            new ReportView.Point(latitude, longitude, Optional.ofNullable(place.accuracyMetres())));
  }
}
