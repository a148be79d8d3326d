package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sessions with places that somebody should have been let in to: the rule once more, told in
 * another way than {@link Waitlist} works.
 */
final class Idle {
  private Idle() {}

  static List<String> places(Allotment allotment, Instant now) {
    return allotment.sessions().stream()
        .filter(session -> !session.hasStarted(now))
        .filter(session -> somebodyShouldBeIn(allotment, session))
        .map(SessionPlaces::id)
        .toList();
  }

  private static boolean somebodyShouldBeIn(Allotment allotment, SessionPlaces session) {
    var line =
        session.waitlist().stream().filter(one -> !neverFits(allotment, session, one)).toList();
    var mayBeNext = session.policy().rule() == WaitlistRule.FIRST_COME ? 1 : line.size();
    return IntStream.range(0, Math.min(mayBeNext, line.size()))
        .mapToObj(line::get)
        .anyMatch(
            one ->
                one.size() <= allotment.free(session)
                    && allotment.sessions().stream()
                        .noneMatch(other -> keepsPoolClosed(allotment, other, one)));
  }

  private static boolean keepsPoolClosed(Allotment allotment, SessionPlaces other, Booking one) {
    return other.policy().rule() == WaitlistRule.FIRST_COME
        && other.waitlist().stream()
            .filter(first -> !neverFits(allotment, other, first))
            .findFirst()
            .filter(first -> first.ticket() < one.ticket())
            .filter(first -> first.size() <= other.ownFree())
            .filter(first -> first.size() > allotment.poolFree())
            .isPresent();
  }

  private static boolean neverFits(Allotment allotment, SessionPlaces session, Booking one) {
    var pool = allotment.poolCapacity();
    return one.size() > session.capacity() || (pool != null && one.size() > pool);
  }
}
