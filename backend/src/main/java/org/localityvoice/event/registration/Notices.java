package org.localityvoice.event.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.localityvoice.event.Session;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;

/**
 * What the package notify is to tell whom, as payloads of effects: which sentence, which event and
 * which day, and nobody's name. Pure.
 */
final class Notices {
  private static final String REGISTRATION = "registration";
  private static final String SESSION = "session";

  private Notices() {}

  /**
   * A message to people about a registration of theirs.
   *
   * @param sequence that no other message about it has
   */
  static Outgoing toPeople(
      String registration,
      long sequence,
      String code,
      Session session,
      ZoneId zone,
      List<String> people,
      Instant now) {
    var happening =
        new About.Happening(
            REGISTRATION, registration, session.title().byLanguage(), day(session, zone));
    return Notice.toPeople(about(sequence, code, session, happening, now), people)
        .outgoing(id(registration, sequence, people, now));
  }

  /**
   * A message to the officers of the organiser about a session of theirs.
   *
   * @param id of the effect
   */
  static Outgoing toOrganiser(
      String id, long sequence, String code, Session session, ZoneId zone, Instant now) {
    var happening =
        new About.Happening(
            SESSION, session.id(), session.title().byLanguage(), day(session, zone));
    return Notice.toOrganisations(
            about(sequence, code, session, happening, now), List.of(session.organiser()), null)
        .outgoing(id);
  }

  private static About about(
      long sequence, String code, Session session, About.Happening happening, Instant now) {
    return About.happening(sequence, code, session.localityId(), now, happening);
  }

  /** The same message goes out again, later, to those who were left in peace. */
  private static String id(String registration, long sequence, List<String> people, Instant now) {
    return DerivedId.of(
        registration,
        Long.toString(sequence),
        Long.toString(now.toEpochMilli()),
        String.join(" ", people));
  }

  private static String day(Session session, ZoneId zone) {
    return LocalDate.ofInstant(session.startsAt(), zone).toString();
  }
}
