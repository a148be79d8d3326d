package org.localityvoice.event.feeds;

import java.util.Optional;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.calendar.CalendarEntry;

/** Sessions as everybody's calendars have them. Pure. */
record PublicEntries(Wording wording, Site site) {
  CalendarEntry of(Session session) {
    return new CalendarEntry(
        site.uidOf(session.id()),
        session.sequence(),
        session.changedAt(),
        session.startsAt(),
        session.endsAt(),
        session.status() == SessionStatus.CANCELLED
            ? CalendarEntry.Status.CANCELLED
            : CalendarEntry.Status.CONFIRMED,
        false,
        wording.languageOf(session),
        wording.title(session),
        wording.about(session),
        wording.location(session),
        place(wording, session),
        Optional.of(site.at("/v1/events/" + session.eventId())),
        wording.categories(session));
  }

  /** Where it is on the map. */
  static Optional<CalendarEntry.Place> place(Wording wording, Session session) {
    return wording
        .venue(session)
        .map(venue -> new CalendarEntry.Place(venue.latitude(), venue.longitude()));
  }
}
