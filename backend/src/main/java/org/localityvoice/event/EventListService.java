package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.localityvoice.event.EventAccess.Sight;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;

/**
 * Reads events and sessions for those who may see them. Reading is bounded: where few sessions fit,
 * a page is short and says where to go on.
 */
final class EventListService {
  private static final int MOST_READ = 1_500;
  private static final int LONGEST_BATCH = 500;
  private static final int SPARE = 4;

  private final EventStore events;
  private final SessionStore sessions;
  private final InstantSource clock;

  EventListService(EventStore events, SessionStore sessions, InstantSource clock) {
    this.events = events;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** An event, with what the caller sees of it. */
  record Seen(Event event, List<Session> sessions, Sight sight) {
    Seen {
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * A page.
   *
   * @param next for the page after it; empty at the end
   */
  record Page<T>(List<T> items, Optional<String> next) {
    Page {
      items = List.copyOf(items);
    }
  }

  /** An event as far as somebody may see it. */
  Future<Seen> event(String id, Optional<Caller> holder) {
    return Future.all(events.find(id), sessions.ofEvent(id))
        .map(
            both -> {
              Optional<Event> found = both.resultAt(0);
              List<Session> all = both.resultAt(1);
              return seen(found.orElseThrow(Problem::notFound), all, holder);
            });
  }

  private Seen seen(Event event, List<Session> all, Optional<Caller> holder) {
    var sight = EventAccess.sight(holder, event.localityId(), event.organiser());
    if (sight != Sight.PUBLIC) {
      return new Seen(event, all, sight);
    }
    var now = clock.instant();
    var shown = all.stream().filter(one -> EventQuery.isShown(one, now)).toList();
    if (event.state() == EventState.DRAFT
        || (event.state() == EventState.CANCELLED && shown.isEmpty())) {
      throw Problem.notFound();
    }
    return new Seen(event, shown, sight);
  }

  /** Sessions that everybody may find. */
  Future<Page<Session>> sessions(EventQuery query) {
    var now = clock.instant();
    return read(
        new Reading(
            query.limit(),
            query.after(),
            session -> query.wants(session, now),
            page ->
                sessions.listed(
                    query.listing(), query.from(), query.to(), page.after(), page.size())));
  }

  /**
   * Draft sessions of a locality, for its officers.
   *
   * @param toCome whether what is over is left out
   */
  Future<Page<Session>> drafts(
      String localityId,
      Instant from,
      Instant to,
      boolean toCome,
      Optional<SessionMark> after,
      int limit,
      Caller caller) {
    EventAccess.mustPlan(caller, localityId);
    var now = clock.instant();
    return read(
        new Reading(
            limit,
            after,
            session -> !(toCome && session.isOver(now)),
            page -> sessions.drafts(localityId, from, to, page.after(), page.size())));
  }

  /** All events of a locality, for its officers. */
  Future<Page<Event>> ofLocality(
      String localityId, Optional<ListMark> after, int limit, Caller caller) {
    EventAccess.mustPlan(caller, localityId);
    return events
        .ofLocality(localityId, after, limit + 1)
        .map(
            found -> {
              var page = found.subList(0, Math.min(limit, found.size()));
              return new Page<>(
                  page,
                  found.size() > limit
                      ? Optional.of(new ListMark(last(page).changedAt(), last(page).id()).text())
                      : Optional.empty());
            });
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private record Batch(Optional<SessionMark> after, int size) {}

  /** A page in the making. */
  private record Reading(
      int limit,
      Optional<SessionMark> after,
      Predicate<Session> wanted,
      Function<Batch, Future<List<Session>>> source) {}

  private static Future<Page<Session>> read(Reading reading) {
    return read(reading, reading.after(), new ArrayList<>(), 0);
  }

  private static Future<Page<Session>> read(
      Reading reading, Optional<SessionMark> after, List<Session> found, int read) {
    // One more than is wanted tells whether there is a next page.
    var missing = reading.limit() + 1 - found.size();
    var size = Math.min(LONGEST_BATCH, read == 0 ? missing : 2 * missing + SPARE);
    return reading
        .source()
        .apply(new Batch(after, size))
        .compose(
            batch -> {
              batch.stream().filter(reading.wanted()).forEach(found::add);
              var ended = batch.size() < size;
              if (found.size() > reading.limit()) {
                var page = found.subList(0, reading.limit());
                return Future.succeededFuture(new Page<>(page, Optional.of(text(last(page)))));
              }
              if (ended) {
                return Future.succeededFuture(new Page<>(found, Optional.empty()));
              }
              if (read + batch.size() >= MOST_READ) {
                return Future.succeededFuture(new Page<>(found, Optional.of(text(last(batch)))));
              }
              return read(
                  reading, Optional.of(SessionMark.of(last(batch))), found, read + batch.size());
            });
  }

  private static String text(Session session) {
    return new ListMark(session.startsAt(), session.id()).text();
  }
}
