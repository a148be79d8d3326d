package org.localityvoice.event.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.DerivedId;

/** Two sessions that clash; the one with the smaller id first, whichever was looked at. */
record Pairing(ClashCode code, Planned first, Planned second) {
  /** The pairing of two sessions; empty when they do not clash. */
  static Optional<Pairing> of(Planned one, Planned other) {
    var inOrder = one.session().compareTo(other.session()) < 0;
    return ClashRule.between(one, other)
        .map(code -> inOrder ? new Pairing(code, one, other) : new Pairing(code, other, one));
  }

  /** The pairings of one session among others. */
  static List<Pairing> among(Planned one, List<Planned> others) {
    return others.stream().flatMap(other -> of(one, other).stream()).toList();
  }

  /** When the first of the two begins; from then on nothing can be settled. */
  Instant startsAt() {
    var one = first.slot().startsAt();
    var other = second.slot().startsAt();
    return one.isBefore(other) ? one : other;
  }

  /** Id of the clash: the same two sessions always have the same. */
  String id() {
    return id(first.session(), second.session());
  }

  static String id(String one, String other) {
    var inOrder = one.compareTo(other) < 0;
    return DerivedId.of("event-clash", inOrder ? one : other, inOrder ? other : one);
  }

  /** Id of the pair of events, which all clashes between their sessions have in common. */
  String pair() {
    var one = first.event();
    var other = second.event();
    var inOrder = one.compareTo(other) < 0;
    return DerivedId.of("event-pair", inOrder ? one : other, inOrder ? other : one);
  }
}
