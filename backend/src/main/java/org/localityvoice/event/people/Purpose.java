package org.localityvoice.event.people;

import java.util.Arrays;
import java.util.Optional;
import org.localityvoice.event.Words;

/** What somebody can consent to; each alone. What the law or a booking rests on is not among it. */
public enum Purpose {
  /** A young person's taking part in an event that wants a guardian's consent. */
  TAKING_PART,
  /** Being in photos that partners use. */
  PHOTOS,
  /** Being asked to help with research. */
  RESEARCH_CONTACT,
  /** Messages to the phone that nothing depends on. */
  PUSH;

  /** The name in the contract: {@code taking-part}. */
  public String slug() {
    return Words.slug(this);
  }

  static Optional<Purpose> of(String slug) {
    return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
  }
}
