package org.localityvoice.event.planning;

import org.localityvoice.event.Words;

/** Where a clash is. */
public enum ClashState {
  /** Not both sides have said what is to become of it, or what they say does not fit together. */
  OPEN,
  /** It is settled what is to become of it. */
  RESOLVED,
  /** The sessions do not clash any more, or the first of them has begun. */
  GONE;

  /** The name in the contract. */
  String slug() {
    return Words.slug(this);
  }

  static ClashState of(String slug) {
    return Words.constant(slug, ClashState.class);
  }
}
