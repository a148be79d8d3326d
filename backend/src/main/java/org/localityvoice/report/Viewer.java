package org.localityvoice.report;

import java.util.Optional;

/** How somebody stands to a report, which decides what they see and may do. */
public sealed interface Viewer {
  /** Anybody. */
  record Anybody() implements Viewer {}

  /** Somebody affected. */
  record Person(Affected affected) implements Viewer {}

  /**
   * Staff of the report.
   *
   * @param affected the same person, where they are affected as well
   */
  record Staff(Actor actor, Optional<Affected> affected) implements Viewer {}
}
