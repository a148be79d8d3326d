package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.identity.Caller;

/** The way in for the other packages of event: what there is, and the way to places. */
public final class Events {
  /** How many sessions an event may have, the cancelled ones among them. */
  public static final int MOST_SESSIONS = 200;

  private final EventStore events;
  private final SessionStore sessions;
  private final Allotments allotments;
  private final EventCatalogues catalogues;
  private final PurgeLog purges;
  private final ZoneId zone;

  Events(
      EventStore events,
      SessionStore sessions,
      Allotments allotments,
      EventCatalogues catalogues,
      PurgeLog purges,
      ZoneId zone) {
    this.events = events;
    this.sessions = sessions;
    this.allotments = allotments;
    this.catalogues = catalogues;
    this.purges = purges;
    this.zone = zone;
  }

  /** The event of that id; drafts and what is cancelled as well. */
  public Future<Optional<Event>> event(String id) {
    return events.find(id);
  }

  /** The session of that id; drafts and what is cancelled as well. */
  public Future<Optional<Session>> session(String id) {
    return sessions.find(id);
  }

  /** All sessions of an event in the order of their starts, drafts and cancelled ones as well. */
  public Future<List<Session>> sessionsOf(String eventId) {
    return sessions.ofEvent(eventId);
  }

  /**
   * Sessions of a locality that start in a time, drafts and cancelled ones as well, in the order of
   * their starts. Whoever looks for overlaps begins {@link Slot#LONGEST} earlier.
   *
   * @param to not in it any more
   * @param after where the page before ended
   */
  public Future<List<Session>> between(
      String localityId, Instant from, Instant to, Optional<SessionMark> after, int limit) {
    return sessions.inLocality(localityId, from, to, after, limit);
  }

  /** Those of these sessions that there are, drafts and cancelled ones as well, by id. */
  public Future<List<Session>> sessions(Collection<String> ids) {
    return sessions.all(ids);
  }

  /**
   * Sessions that have ever been published and start in a time, in the order of their starts; not
   * all of them are {@link #isShown shown} any more.
   *
   * @param to not in it any more
   * @param after where the page before ended
   */
  public Future<List<Session>> listed(
      Listing which, Instant from, Instant to, Optional<SessionMark> after, int limit) {
    return sessions.listed(which, from, to, after, limit);
  }

  /** Whether residents see a session: published, and not cancelled for more than 30 days. */
  public static boolean isShown(Session session, Instant now) {
    return EventQuery.isShown(session, now);
  }

  /** The activities and venues of the area; also those that its file has no more. */
  public Future<EventCatalogue> catalogue() {
    return catalogues.get();
  }

  /** Whether a caller is one of the organiser's officers there, or the neighbourhood manager. */
  public static boolean manages(Caller caller, Session session) {
    return EventAccess.manages(caller, session.localityId(), session.organiser());
  }

  /** Who has places, and the only way to change it. */
  public Allotments allotments() {
    return allotments;
  }

  /** Where it is noted that something has been kept long enough. */
  public PurgeLog purges() {
    return purges;
  }

  /** The time zone of the area. */
  public ZoneId zone() {
    return zone;
  }

  /** The local date of a session, by which ages are counted. */
  public LocalDate dateOf(Session session) {
    return session.startsAt().atZone(zone).toLocalDate();
  }
}
