package org.localityvoice.event.feeds;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.calendar.CalendarEntry;
import org.localityvoice.event.calendar.CalendarFeed;
import org.localityvoice.mongo.DerivedId;

/**
 * The calendar of one person: when and where they, or children of theirs, are expected. People
 * share calendars without a thought, so it says what everybody may read of a session and nothing of
 * who comes. Who only waits has no entry: many programs show what is tentative like anything else,
 * and nobody should come for nothing.
 */
final class OwnFeedService {
  private static final int MOST = 500;

  private final OwnCalendarService calendars;
  private final OwnSessions own;
  private final Events events;
  private final Site site;
  private final InstantSource clock;

  OwnFeedService(
      OwnCalendarService calendars,
      OwnSessions own,
      Events events,
      Site site,
      InstantSource clock) {
    this.calendars = calendars;
    this.own = own;
    this.events = events;
    this.site = site;
    this.clock = clock;
  }

  /** Fails with not-found for a token that opens nothing. */
  Future<CalendarFeed> openedBy(String token, Wording wording) {
    return calendars
        .openedBy(token)
        .compose(
            calendar ->
                entries(calendar.id(), wording)
                    .map(
                        entries ->
                            new CalendarFeed(
                                site.uidOf("calendar", DerivedId.of("calendar-id", token)),
                                wording.language(),
                                wording.name("calendar.own", ""),
                                "",
                                Optional.empty(),
                                PublicFeedService.REFRESH,
                                entries)));
  }

  private Future<List<CalendarEntry>> entries(String uid, Wording wording) {
    var now = clock.instant();
    var span = Span.at(now);
    return own.of(uid, span.from(), span.to(), MOST)
        .map(OwnFeedService::bySession)
        .compose(
            certain ->
                events
                    .sessions(certain.keySet())
                    .map(
                        sessions ->
                            sessions.stream()
                                .filter(session -> Events.isShown(session, now))
                                .sorted(
                                    Comparator.comparing(Session::startsAt)
                                        .thenComparing(Session::id))
                                .map(
                                    one ->
                                        entry(one, certain.getOrDefault(one.id(), false), wording))
                                .toList()));
  }

  /** Of two children in one session, one with a place makes it certain. */
  private static Map<String, Boolean> bySession(List<OwnSessions.Own> all) {
    var certain = new LinkedHashMap<String, Boolean>();
    all.forEach(one -> certain.merge(one.session(), one.certain(), Boolean::logicalOr));
    return certain;
  }

  private CalendarEntry entry(Session session, boolean certain, Wording wording) {
    return new CalendarEntry(
        site.uidOf(session.id()),
        session.sequence(),
        session.changedAt(),
        session.startsAt(),
        session.endsAt(),
        status(session, certain),
        certain,
        wording.languageOf(session),
        wording.title(session),
        "",
        wording.location(session),
        PublicEntries.place(wording, session),
        Optional.empty(),
        List.of());
  }

  private static CalendarEntry.Status status(Session session, boolean certain) {
    if (session.status() == SessionStatus.CANCELLED) {
      return CalendarEntry.Status.CANCELLED;
    }
    return certain ? CalendarEntry.Status.CONFIRMED : CalendarEntry.Status.TENTATIVE;
  }
}
