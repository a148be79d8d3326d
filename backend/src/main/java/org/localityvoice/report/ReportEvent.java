package org.localityvoice.report;

import java.time.Instant;

/**
 * One entry of a report's log, which is only ever added to. The report's state is the fold of its
 * log ({@link Standing}), and so is every measure.
 */
public sealed interface ReportEvent permits PublicEvent, InternalEvent {
  /** Its place in the log, from 1. */
  long sequence();

  /** When it was written, in milliseconds. */
  Instant at();
}
