package org.localityvoice.event.attendance;

import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Words;

/** What happened at the door to one guest. */
public sealed interface Act {
  /** They came. */
  record CheckIn() implements Act {}

  /**
   * They left.
   *
   * @param collector who collected them, by the name that {@link DoorKey#collector} gives
   * @param release why staff let them go with nobody who was declared
   */
  record CheckOut(@Nullable String collector, @Nullable Release release) implements Act {}

  /**
   * An entry was wrong. It stays where it is and counts no more.
   *
   * @param corrects id of that entry
   */
  record Correction(String corrects, Mistake why) implements Act {}

  /** Why somebody may leave although no declared collector is there. */
  enum Release {
    GUARDIAN_IN_PERSON,
    GUARDIAN_PHONED,
    EMERGENCY_SERVICES,
    /** Whoever is in charge of safeguarding said so. */
    SAFEGUARDING;

    /** The constant of that name in the contract: {@code guardian-phoned}. */
    static Release of(String slug) {
      return Words.constant(slug, Release.class);
    }
  }

  /** Why an entry was wrong. */
  enum Mistake {
    WRONG_PERSON,
    WRONG_TIME,
    NOT_MEANT;

    /** The constant of that name in the contract: {@code wrong-person}. */
    static Mistake of(String slug) {
      return Words.constant(slug, Mistake.class);
    }
  }
}
