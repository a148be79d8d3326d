package org.localityvoice.event;

import java.time.Instant;

/** Where a list of sessions by start went on to: after this one. */
public record SessionMark(Instant startsAt, String id) {
  /** The mark of a session. */
  public static SessionMark of(Session session) {
    return new SessionMark(session.startsAt(), session.id());
  }
}
