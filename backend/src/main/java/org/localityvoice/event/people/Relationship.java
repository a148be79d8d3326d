package org.localityvoice.event.people;

import org.localityvoice.event.Words;

/** What a guardian is to a child, as they say it. */
public enum Relationship {
  PARENT,
  STEP_PARENT,
  GRANDPARENT,
  RELATIVE,
  FOSTER_CARER,
  OTHER_CARER;

  /** The name in the contract: {@code foster-carer}. */
  public String slug() {
    return Words.slug(this);
  }

  static Relationship of(String slug) {
    return Words.constant(slug, Relationship.class);
  }
}
