package org.localityvoice.event.allocation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.event.allocation.Standing.Offered;
import org.localityvoice.event.allocation.Standing.Placed;
import org.localityvoice.event.allocation.Standing.Waiting;

/**
 * Who is let in when places are free. Everybody in an allotment has a ticket; whoever has a lower
 * one came earlier, in whichever session. A party that is first in its session and lacks places of
 * the pool keeps the pool closed to all who came later, in the other sessions too: otherwise small
 * parties elsewhere would take, one by one, what it waits for. A party that a lowered capacity has
 * made too large even for the empty session keeps nobody waiting.
 */
final class Waitlist {
  /** How long before the start those who wait are no longer asked, but placed. */
  static final Duration NO_MORE_ASKING = Duration.ofHours(24);

  private static final int PARTS_OF_WHAT_IS_LEFT = 4;

  private record Turn(SessionPlaces session, Booking booking) {}

  private Waitlist() {}

  /** Lets in whoever may come, first come first. */
  static void serve(Draft draft) {
    var pool = draft.poolFree();
    var free = new HashMap<String, Integer>();
    for (var turn : turns(draft)) {
      var session = turn.session();
      var size = turn.booking().size();
      var own = free.computeIfAbsent(session.id(), id -> session.ownFree());
      if (size <= own && size <= pool) {
        letIn(draft, turn);
        free.put(session.id(), own - size);
        pool -= size;
      } else if (session.policy().rule() == WaitlistRule.FIRST_COME) {
        if (size <= own) {
          return;
        }
        free.put(session.id(), 0);
      }
    }
  }

  /**
   * Whether there are places for so many at once that nobody waits for. To be asked when everybody
   * who waits has been served.
   */
  static boolean admits(Draft draft, SessionPlaces session, int size) {
    return size <= Math.min(session.ownFree(), draft.poolFree())
        && !(session.policy().rule() == WaitlistRule.FIRST_COME
            && waiting(draft, session).findAny().isPresent())
        && draft.sessions().stream().noneMatch(other -> waitsForPool(draft, other));
  }

  /** Notes for everybody who waits in the session that somebody who came later was let in. */
  static void noteSkipped(Draft draft, String session, Booking letIn) {
    for (var booking : draft.session(session).orElseThrow().waitlist()) {
      if (booking.ticket() < letIn.ticket()) {
        draft.change(
            session, booking.skippedOnceMore(), new Transition.Skipped(letIn.registration()));
      }
    }
  }

  private static List<Turn> turns(Draft draft) {
    return draft.sessions().stream()
        .flatMap(session -> waiting(draft, session).map(booking -> new Turn(session, booking)))
        .sorted(Comparator.comparingLong(turn -> turn.booking().ticket()))
        .toList();
  }

  private static Stream<Booking> waiting(Draft draft, SessionPlaces session) {
    var most = draft.mostIn(session);
    return session.bookings().stream()
        .filter(one -> one.standing() instanceof Waiting && one.size() <= most);
  }

  private static boolean waitsForPool(Draft draft, SessionPlaces session) {
    return session.policy().rule() == WaitlistRule.FIRST_COME
        && first(draft, session).filter(one -> one.size() <= session.ownFree()).isPresent();
  }

  private static Optional<Booking> first(Draft draft, SessionPlaces session) {
    return waiting(draft, session).findFirst();
  }

  private static void letIn(Draft draft, Turn turn) {
    var session = turn.session();
    // As it is now: it may have been passed over since its turn was noted.
    var booking =
        draft
            .session(session.id())
            .flatMap(now -> now.booking(turn.booking().registration()))
            .orElseThrow();
    if (asks(session, draft.now())) {
      var until = until(session, draft.now());
      draft.change(session.id(), booking.at(new Offered(until)), new Transition.Offered(until));
    } else {
      var placed = booking.at(new Placed(draft.now()));
      draft.change(session.id(), placed, new Transition.Placed(Transition.Placed.How.AUTOMATIC));
    }
    noteSkipped(draft, session.id(), booking);
  }

  private static boolean asks(SessionPlaces session, Instant now) {
    return !session.policy().autoConfirm()
        && now.isBefore(session.startsAt().minus(NO_MORE_ASKING));
  }

  private static Instant until(SessionPlaces session, Instant now) {
    var quarter = Duration.between(now, session.startsAt()).dividedBy(PARTS_OF_WHAT_IS_LEFT);
    var wanted = Duration.ofHours(session.policy().offerHours());
    return now.plus(wanted.compareTo(quarter) < 0 ? wanted : quarter)
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
