package org.localityvoice.event.planning;

import java.util.Optional;
import org.localityvoice.event.AgeRange;

/**
 * When two sessions clash: they overlap in time (touching is no clash), neither is cancelled, they
 * are of different events, and the same families are meant. That is so in one locality, and across
 * a boundary where the venues are no farther apart than people are meant to come to one of them.
 *
 * <p>Where an age belongs to both, and two organisers are behind it, it is {@link
 * ClashCode#DUPLICATE} or {@link ClashCode#COMPETING}: what one organiser offers beside its own is
 * a choice it gives on purpose. Where none does it may be {@link ClashCode#FAMILY_SPLIT}, whoever
 * organises: children young enough to be brought and fetched, near enough in age to be brother and
 * sister, and venues too far apart for one parent on foot. So two sessions clash in one way at
 * most. Pure, and it makes no difference which of the two comes first.
 */
final class ClashRule {
  /**
   * A walk of ten minutes (Manual for Streets, Department for Transport 2007, §4.4.1). So far
   * people come where an event says nothing else, and farther apart venues split families.
   */
  static final int WALK_METRES = 800;

  /** From this age on children come and go by themselves: it is when secondary school begins. */
  static final int BY_THEMSELVES = 11;

  /** The oldest of the younger and the youngest of the older are no more years apart. */
  static final int SIBLING_YEARS = 5;

  private ClashRule() {}

  /** How two sessions clash; empty when they do not. */
  static Optional<ClashCode> between(Planned one, Planned other) {
    if (one.cancelled()
        || other.cancelled()
        || one.event().equals(other.event())
        || !one.slot().overlaps(other.slot())) {
      return Optional.empty();
    }
    var metres = one.metresTo(other);
    if (!sameFamilies(one, other, metres)) {
      return Optional.empty();
    }
    if (!one.ages().meets(other.ages())) {
      return Optional.of(ClashCode.FAMILY_SPLIT)
          .filter(split -> metres > WALK_METRES && siblings(one.ages(), other.ages()));
    }
    if (one.organiser().equals(other.organiser())) {
      return Optional.empty();
    }
    return Optional.of(
        one.activity().equals(other.activity()) ? ClashCode.DUPLICATE : ClashCode.COMPETING);
  }

  private static boolean sameFamilies(Planned one, Planned other, double metres) {
    return one.locality().equals(other.locality())
        || metres <= Math.max(one.reachMetres(), other.reachMetres());
  }

  private static boolean siblings(AgeRange one, AgeRange other) {
    var isOlder = one.from() > other.from();
    var older = isOlder ? one : other;
    var younger = isOlder ? other : one;
    return older.from() < BY_THEMSELVES && older.from() - younger.to() <= SIBLING_YEARS;
  }
}
