package org.localityvoice.event.planning;

import org.localityvoice.event.Words;

/** What is to become of a clash, as one side or the manager says it. */
public enum Resolution {
  /** The session is put at another time or place. */
  MOVED,
  /** The two become one, and one of the sessions goes. */
  MERGED,
  /** Both stay as they are, for a reason. */
  ACCEPTED,
  /** The session is taken back. */
  WITHDRAWN;

  /** The name in the contract. */
  String slug() {
    return Words.slug(this);
  }

  static Resolution of(String slug) {
    return Words.constant(slug, Resolution.class);
  }
}
