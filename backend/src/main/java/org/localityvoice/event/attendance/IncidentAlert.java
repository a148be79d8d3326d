package org.localityvoice.event.attendance;

import java.time.Instant;
import java.time.LocalDate;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;

/**
 * Tells the safeguarding leads of a locality that there is something new, as the payload of an
 * effect: not which note, of which session, or about whom. Pure.
 */
final class IncidentAlert {
  private static final String CODE = "update";

  /** So many hexadecimal digits are a number that is not negative. */
  private static final int DIGITS = 15;

  private IncidentAlert() {}

  /** The effect, written with the note. */
  static Outgoing effect(String incident, String locality, Instant now) {
    // One note is one alert, whoever delivers it twice; nobody gets from the number to the note.
    return told(DerivedId.of("incident-alert", incident), locality, now);
  }

  /** That a hold has to be looked at again, in the same words. */
  static Outgoing review(String incident, LocalDate on, String locality, Instant now) {
    return told(DerivedId.of("incident-review", incident, on.toString()), locality, now);
  }

  private static Outgoing told(String effect, String locality, Instant now) {
    var number = Long.parseLong(effect.substring(0, DIGITS), 16);
    return Notice.toSafeguarding(About.update(number, CODE, locality, now)).outgoing(effect);
  }
}
