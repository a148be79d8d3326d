package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.util.List;

/** The way in for whoever counts who came. */
public final class Attendances {
  private final AttendanceStore store;

  Attendances(AttendanceStore store) {
    this.store = store;
  }

  /**
   * Those who came to a session or should have: {@link Attendance#came} and {@link
   * Attendance#flagged}. Of whom there is none, nothing is known. Empty for a session at which no
   * door was kept, and once its attendance is not about anybody any more.
   */
  public Future<List<Attendance>> ofSession(String session) {
    return store.ofSession(session, Attendance.MOST_IN_SESSION);
  }
}
