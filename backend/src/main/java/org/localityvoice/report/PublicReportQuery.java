package org.localityvoice.report;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.locality.Boxes.Rectangle;

/**
 * Which public reports another system asks for.
 *
 * @param from the first moment of submission
 * @param until the first moment that is too late
 * @param categories empty for all
 * @param changedSince when something visible happened last, at the earliest
 * @param rectangle in which the public point lies
 */
public record PublicReportQuery(
    Instant from,
    Instant until,
    Set<ReportState> states,
    Set<String> categories,
    Optional<Instant> changedSince,
    Optional<Rectangle> rectangle) {
  public PublicReportQuery {
    states = Set.copyOf(states);
    categories = Set.copyOf(categories);
  }
}
