package org.localityvoice.event.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.localityvoice.event.Session;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;

/**
 * What the package notify is to tell whom, as payloads of effects: which sentence, which event and
 * which day, and nobody's name. Pure.
 */
final class Notices {
  static final String KIND = "notify.notice";
  private static final String REGISTRATION = "registration";
  private static final String SESSION = "session";

  private Notices() {}

  private record Happening(String kind, String id, Map<String, String> title, String day) {}

  private record About(
      String report,
      long sequence,
      String code,
      String locality,
      String category,
      String state,
      Instant at,
      Happening happening) {}

  private record Notice(
      About about, List<String> people, List<String> organisations, boolean managers) {}

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
        new Happening(REGISTRATION, registration, session.title().byLanguage(), day(session, zone));
    return outgoing(
        id(registration, sequence, people, now),
        new Notice(about(sequence, code, session, happening, now), people, List.of(), false));
  }

  /**
   * A message to the officers of the organiser about a session of theirs.
   *
   * @param id of the effect
   */
  static Outgoing toOrganiser(
      String id, long sequence, String code, Session session, ZoneId zone, Instant now) {
    var happening =
        new Happening(SESSION, session.id(), session.title().byLanguage(), day(session, zone));
    return outgoing(
        id,
        new Notice(
            about(sequence, code, session, happening, now),
            List.of(),
            List.of(session.organiser()),
            false));
  }

  private static About about(
      long sequence, String code, Session session, Happening happening, Instant now) {
    return new About("", sequence, code, session.localityId(), "", "", now, happening);
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

  private static Outgoing outgoing(String id, Notice notice) {
    return new Outgoing(id, KIND, Json.text(notice));
  }
}
