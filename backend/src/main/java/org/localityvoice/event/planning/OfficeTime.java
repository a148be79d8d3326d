package org.localityvoice.event.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.WorkingCalendar;

/** The hours in which officers answer, in the zone that days are counted in. */
record OfficeTime(WorkingCalendar calendar, ZoneId zone) {
  /** So many working days both sides have to settle a clash. */
  static final int DAYS_TO_ANSWER = 5;

  static OfficeTime of(Area area) {
    var zone = ZoneId.of(area.timeZone());
    return new OfficeTime(new WorkingCalendar(area.reporting().workingTime(), zone), zone);
  }

  /**
   * When the managers are told of a clash that is not settled. At once, where the first session
   * begins before the working days are over: later nobody could decide it any more.
   */
  Instant answerBy(Instant opened, Instant startsAt) {
    var due = calendar.plusDays(opened, DAYS_TO_ANSWER);
    return due.isBefore(startsAt) ? due : opened;
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
