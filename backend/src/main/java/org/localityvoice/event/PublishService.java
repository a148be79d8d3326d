package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.schedule.InTurn;

/**
 * Publishes and cancels whole events. The event's document says what is wanted, and carries an
 * effect that does it; so it is done even if this instance is cut off between two sessions. Here it
 * is done at once as well, because whoever asks wants to see it done. Twice is like once.
 */
final class PublishService {
  private final EventStore events;
  private final SessionStore sessions;
  private final SessionService service;
  private final Allotments allotments;
  private final PublishGate gate;
  private final PoolRoom room;
  private final InstantSource clock;

  PublishService(
      EventStore events,
      SessionStore sessions,
      SessionService service,
      Allotments allotments,
      PublishGate gate,
      InstantSource clock) {
    this.events = events;
    this.sessions = sessions;
    this.service = service;
    this.allotments = allotments;
    this.gate = gate;
    room = new PoolRoom(allotments);
    this.clock = clock;
  }

  /** Publishes an event with all its drafts that are not over. */
  Future<Event> publish(Event event) {
    return drafts(event.id())
        .compose(
            drafts -> {
              if (event.state() == EventState.CANCELLED) {
                throw Problem.conflict("event-cancelled");
              }
              if (drafts.isEmpty()) {
                return event.state() == EventState.PUBLISHED
                    ? Future.succeededFuture(event)
                    : Future.failedFuture(Problem.conflict("event-without-sessions"));
              }
              return gate.check(event, drafts)
                  .compose(free -> room.check(drafts))
                  .compose(free -> mark(event.id(), drafts))
                  .compose(marked -> publish(ids(drafts)).map(marked));
            });
  }

  private Future<List<Session>> drafts(String eventId) {
    return sessions
        .ofEvent(eventId)
        .map(
            all ->
                all.stream()
                    .filter(one -> one.status() == SessionStatus.DRAFT)
                    .filter(one -> !one.isOver(clock.instant()))
                    .toList());
  }

  private static List<String> ids(List<Session> sessions) {
    return sessions.stream().map(Session::id).toList();
  }

  private Future<Event> mark(String id, List<Session> drafts) {
    return events.change(
        id,
        event -> {
          if (event.state() == EventState.CANCELLED) {
            throw Problem.conflict("event-cancelled");
          }
          var next = event.published(ids(drafts), now());
          return Decision.replace(next, next);
        });
  }

  /** Publishes these sessions, one after the other. */
  Future<Void> publish(List<String> ids) {
    return InTurn.each(ids, this::publishOne);
  }

  /** First the places, then the session, so that nobody registers where there are none. */
  private Future<Void> publishOne(String id) {
    return sessions
        .find(id)
        .compose(
            found ->
                found
                    .filter(this::canBePublished)
                    .map(this::open)
                    .orElseGet(Future::succeededFuture));
  }

  private boolean canBePublished(Session session) {
    return session.status() == SessionStatus.DRAFT && !session.isOver(clock.instant());
  }

  private Future<Void> open(Session seen) {
    return Carrying.open(allotments, seen)
        .compose(
            open ->
                // Where the pool has no room for it, it stays a draft.
                open ? schedule(seen) : Future.succeededFuture(true))
        .compose(done -> done ? Future.succeededFuture() : publishOne(seen.id()));
  }

  private Future<Boolean> schedule(Session seen) {
    return sessions.change(
        seen.id(),
        session -> {
          if (session.edition() != seen.edition()) {
            return Decision.keep(false);
          }
          return Decision.replace(session.published(now()), true);
        });
  }

  /** Cancels an event with all its sessions that are not over. */
  Future<Event> cancel(Event event) {
    return events
        .<Event>change(
            event.id(),
            seen -> {
              if (seen.state() == EventState.CANCELLED) {
                return Decision.keep(seen);
              }
              var next = seen.cancelled(now());
              return Decision.replace(next, next);
            })
        .compose(cancelled -> cancelSessions(event.id()).map(cancelled));
  }

  /** Cancels the sessions of an event that are not over. */
  Future<Void> cancelSessions(String eventId) {
    return each(eventId, one -> service.cancelUnlessOver(one.id()));
  }

  /** Brings the sessions of an event to what it is about now. */
  Future<Void> refresh(String eventId) {
    return events
        .find(eventId)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(event -> each(eventId, one -> service.followEvent(one.id(), event)));
  }

  private Future<Void> each(String eventId, Function<Session, Future<Void>> what) {
    return sessions.ofEvent(eventId).compose(all -> InTurn.each(all, what));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
