package org.localityvoice.report;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Priority;

/**
 * What a list is of. An empty set, like an empty Optional, asks for nothing.
 *
 * @param rectangle that the public point must lie in
 * @param submittedSince the first moment of submission
 * @param submittedUntil the moment of submission must be before it
 * @param changedSince the first moment of change
 * @param changedUntil the moment of change must be before it
 */
record ReportFilter(
    Optional<Boxes.Rectangle> rectangle,
    Optional<String> locality,
    Set<ReportState> states,
    Set<String> categories,
    Set<String> owners,
    Set<Priority> priorities,
    Set<Submission.Source> sources,
    Optional<Boolean> overdue,
    Optional<Instant> submittedSince,
    Optional<Instant> submittedUntil,
    Optional<Instant> changedSince,
    Optional<Instant> changedUntil) {

  ReportFilter {
    states = Set.copyOf(states);
    categories = Set.copyOf(categories);
    owners = Set.copyOf(owners);
    priorities = Set.copyOf(priorities);
    sources = Set.copyOf(sources);
  }

  /** Every report there is. */
  static final ReportFilter ALL =
      new ReportFilter(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same with a moment that changes must be before. */
  ReportFilter changedBefore(Instant until) {
    return new ReportFilter(
        rectangle,
        locality,
        states,
        categories,
        owners,
        priorities,
        sources,
        overdue,
        submittedSince,
        submittedUntil,
        changedSince,
        Optional.of(until));
  }

  /** Whether a report is meant. */
  boolean admits(ReportRow row) {
    var standing = row.standing();
    return among(states, standing.state())
        && among(categories, row.category())
        && among(owners, standing.owner())
        && among(priorities, standing.priority())
        && among(sources, row.submission().source())
        && locality.map(row.locality()::equals).orElse(true)
        && overdue.map(wanted -> wanted == standing.overdue()).orElse(true)
        && within(standing.submittedAt(), submittedSince, submittedUntil)
        && within(standing.changedAt(), changedSince, changedUntil)
        && rectangle.map(wanted -> lies(row, wanted)).orElse(true);
  }

  private static <T> boolean among(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean within(Instant time, Optional<Instant> since, Optional<Instant> until) {
    return since.map(first -> !time.isBefore(first)).orElse(true)
        && until.map(time::isBefore).orElse(true);
  }

  private static boolean lies(ReportRow row, Boxes.Rectangle rectangle) {
    return row.point()
        .map(point -> rectangle.holds(point.latitude(), point.longitude()))
        .orElse(false);
  }
}
