package org.localityvoice.event;

/** How many places are free, as everybody is told: never a number. */
public enum Places {
  AVAILABLE,
  /** At most a fifth of the capacity, and in any case two; all places of a session of three. */
  FEW,
  /** None; whoever registers waits. */
  FULL,
  /** None, and the waitlist is full, or there is none. */
  WAITLIST_CLOSED;

  /** The name in the contract: {@code waitlist-closed}. */
  public String slug() {
    return Words.slug(this);
  }

  /** The constant of that name in the contract. */
  public static Places of(String slug) {
    return Words.constant(slug, Places.class);
  }
}
