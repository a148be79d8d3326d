package org.localityvoice.event.registration;

/** What rows have been kept long enough. */
enum Overdue {
  /** Of parties that waited and were not served, by the end of the session. */
  IN_VAIN,
  /** Kept for a package that did not come about, by when it was asked for. */
  RELEASED,
  /** The same, where nobody gave them up in time. */
  LAPSED,
  /** All others, by the start of the session. */
  PAST
}
