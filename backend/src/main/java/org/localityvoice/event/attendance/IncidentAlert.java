package org.localityvoice.event.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;

/**
 * Tells the safeguarding leads of a locality that there is something new, as the payload of an
 * effect: not which note, of which session, or about whom. Pure.
 */
final class IncidentAlert {
  private static final String KIND = "notify.notice";
  private static final String CODE = "update";

  /** So many hexadecimal digits are a number that is not negative. */
  private static final int DIGITS = 15;

  private IncidentAlert() {}

  private record Message(
      About about,
      List<String> people,
      List<String> organisations,
      boolean managers,
      boolean safeguarding) {}

  private record About(
      String report,
      long sequence,
      String code,
      String locality,
      String category,
      String state,
      Instant at) {}

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
    var about = new About("", number, CODE, locality, "", "", now);
    return new Outgoing(
        effect, KIND, Json.text(new Message(about, List.of(), List.of(), false, true)));
  }
}
