package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Event;
import org.localityvoice.event.EventState;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.allocation.Refusal;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Reads what a request is about, and refuses whoever may not make it. */
final class Admission {
  /** In so many sessions to come somebody may be, so that nobody books a summer away. */
  static final int MOST_AHEAD = 120;

  /**
   * So many places to come one account may have, wait for or ask for, whoever they are for: a large
   * family's year, and not a made-up school's.
   */
  static final int MOST_HELD = 400;

  /** The refusal of whoever wants more. */
  static final String TOO_MANY = "too-many-places";

  private final Events events;
  private final People people;
  private final RegistrationStore store;
  private final InstantSource clock;

  Admission(Events events, People people, RegistrationStore store, InstantSource clock) {
    this.events = events;
    this.people = people;
    this.store = store;
    this.clock = clock;
  }

  /** A session that residents see, with its event. */
  record Open(Session session, Event event) {}

  /** The event, if residents see it. */
  Future<Event> event(String id) {
    return events
        .event(id)
        .map(
            found ->
                found
                    .filter(one -> one.state() != EventState.DRAFT)
                    .orElseThrow(Problem::notFound));
  }

  /** The session, if residents see it; as if it were not there otherwise. */
  Future<Open> session(String id) {
    return events
        .session(id)
        .map(
            found ->
                found
                    .filter(one -> one.listed() && one.status() != SessionStatus.DRAFT)
                    .orElseThrow(Problem::notFound))
        .compose(session -> event(session.eventId()).map(event -> new Open(session, event)));
  }

  /** The days that count for a session. */
  Eligibility.Days days(Session session) {
    return new Eligibility.Days(events.dateOf(session), people.today());
  }

  /**
   * The participants of a party, in its order.
   *
   * @return fails with not-found where one of them is not the caller's to book
   */
  Future<List<Participant>> party(String uid, List<String> ids) {
    var found = ids.stream().map(id -> people.actedFor(uid, id)).toList();
    return Future.all(found).map(all -> found.stream().map(Future::result).toList());
  }

  /** Refuses whoever books for themselves, and may not yet. */
  Future<Void> mustBeOldEnough(String uid, List<Participant> who) {
    return people.mustBeOldEnough(uid, who);
  }

  /**
   * Refuses whoever holds too much. What is asked for is in the rows before this is looked at, so
   * of two requests at once neither overlooks the other.
   *
   * @param more what is not in the rows yet
   */
  Future<Void> mustHaveRoom(String account, int more) {
    return holdsTooMuch(account, more)
        .compose(
            much ->
                much ? Future.failedFuture(Problem.conflict(TOO_MANY)) : Future.succeededFuture());
  }

  /** Whether an account holds too much, with so many more. */
  Future<Boolean> holdsTooMuch(String account, int more) {
    return store
        .ahead(account, clock.instant(), MOST_HELD + 1)
        .map(ahead -> ahead + more > MOST_HELD);
  }

  /** The ids of a party. Named twice is a fault. */
  static List<String> ids(List<Member> party) {
    var ids = party.stream().map(Member::id).toList();
    var seen = new HashSet<String>();
    for (var i = 0; i < ids.size(); i++) {
      if (!seen.add(ids.get(i))) {
        throw Problem.invalid(
            List.of(Violation.at("/participants/" + i + "/id", "participant-twice")));
      }
    }
    return ids;
  }

  /** Refuses whoever would come as well, once a session has begun. */
  void mustBeToCome(Session session) {
    if (!clock.instant().isBefore(session.startsAt())) {
      throw Refusals.of(Refusal.SESSION_STARTED);
    }
  }

  /** Refuses to decide anything for somebody whom staff have to look at first. */
  Future<Void> mustBeFree(List<String> ids) {
    var found = ids.stream().map(people::find).toList();
    return Future.all(found)
        .map(
            all -> {
              if (found.stream().map(Future::result).anyMatch(Admission::held)) {
                throw Problem.conflict("participant-on-hold");
              }
              return null;
            });
  }

  private static boolean held(Optional<Participant> one) {
    return one.filter(Participant::onHold).isPresent();
  }

  /** Whether everybody may (still) take part; somebody who was removed may not. */
  Future<Boolean> mayAll(Event event, Session session, List<String> ids) {
    var found = ids.stream().map(people::find).toList();
    return Future.all(found)
        .map(
            all -> {
              var there = found.stream().map(Future::result).flatMap(Optional::stream).toList();
              return there.size() == ids.size() && Eligibility.mayAll(event, days(session), there);
            });
  }

  /**
   * What speaks against a party in a session, as a refusal.
   *
   * @param there who is in it already
   */
  void check(Open open, List<Member> party, List<Participant> who, Collection<String> there) {
    var faults = Eligibility.faults(open.event(), days(open.session()), party, who, there);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  /**
   * The registrations to come of some participants: all of them, which are {@link #MOST_AHEAD} and
   * one package at most; not those that have ended, of which there may be any number.
   */
  Future<List<Registration>> coming(List<String> ids) {
    return store.live(ids, clock.instant(), (MOST_AHEAD + Events.MOST_SESSIONS) * ids.size());
  }

  /**
   * Refuses a party that is in the session already, has a place elsewhere at the time, or has too
   * many ahead.
   *
   * @param coming of its participants
   * @param own the registration that it is about, which does not get in its own way
   * @param confirmed whether an overlap is meant
   */
  static void clear(
      List<Registration> coming, Visit visit, List<String> ids, String own, boolean confirmed) {
    var others = coming.stream().filter(row -> !row.id().equals(own)).toList();
    if (others.stream()
        .filter(row -> row.visit().session().equals(visit.session()) && row.state().live())
        .anyMatch(row -> row.participants().stream().anyMatch(ids::contains))) {
      throw Problem.conflict("participant-registered");
    }
    if (!confirmed) {
      Eligibility.overlapping(others, visit, ids)
          .ifPresent(
              other -> {
                throw Refusals.overlapping(other);
              });
    }
    for (var id : ids) {
      var ahead =
          others.stream()
              .filter(row -> row.state().live() && row.participants().contains(id))
              .count();
      if (ahead >= MOST_AHEAD) {
        throw Problem.conflict("too-many-ahead", MOST_AHEAD);
      }
    }
  }
}
