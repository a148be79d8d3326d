package org.localityvoice.report;

import java.util.List;

/** Whom a change concerns: notices for the package notify, made of the entries of the log. Pure. */
final class Announcements {
  private Announcements() {}

  /**
   * A notice to be carried out of the outbox.
   *
   * @param kind of the effect
   * @param payload as JSON text; never what somebody wrote
   */
  record Announcement(String kind, String payload) {}

  /**
   * What to tell whom.
   *
   * @param report after the change
   * @param added the entries that the change added
   */
  static List<Announcement> of(Report report, List<ReportEvent> added) {
    return List.of();
  }
}
