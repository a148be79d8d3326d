package org.localityvoice.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody looks for.
 *
 * @param to not in it any more
 * @param toCome whether what is over is left out
 */
record EventQuery(
    Listing listing,
    Instant from,
    Instant to,
    boolean toCome,
    Optional<Integer> age,
    Set<AccessFeature> accessibility,
    Set<Places> places,
    Optional<SessionMark> after,
    int limit) {
  /** So long a cancelled session is told as cancelled. */
  static final Duration CANCELLED_SHOWN = Duration.ofDays(30);

  EventQuery {
    accessibility = Set.copyOf(accessibility);
    places = Set.copyOf(places);
  }

  /** Whether residents see a session at all. */
  static boolean isShown(Session session, Instant now) {
    var cancelled = session.cancelledAt();
    return session.listed() && (cancelled == null || now.isBefore(cancelled.plus(CANCELLED_SHOWN)));
  }

  /** Whether a listed session is one of those looked for. */
  boolean wants(Session session, Instant now) {
    return isShown(session, now)
        && !(toCome && session.isOver(now))
        && age.map(session.ages()::has).orElse(true)
        && session.accessibility().containsAll(accessibility)
        && (places.isEmpty()
            || (session.status() == SessionStatus.SCHEDULED && places.contains(session.places())));
  }

  static Set<AccessFeature> features(List<String> slugs) {
    return slugs.stream().map(AccessFeature::of).collect(Collectors.toSet());
  }

  static Set<Places> bands(List<String> slugs) {
    return slugs.stream().map(Places::of).collect(Collectors.toSet());
  }
}
