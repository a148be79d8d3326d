package org.localityvoice.report;

/** How somebody stands to a report, which decides what they see and may do. */
public sealed interface Viewer {
  /** Anybody. */
  record Anybody() implements Viewer {}

  /** Somebody affected. */
  record Person(Affected affected) implements Viewer {}

  /** Staff of the report. */
  record Staff(Actor actor) implements Viewer {}
}
