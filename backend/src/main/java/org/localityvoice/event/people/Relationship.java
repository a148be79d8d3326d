package org.localityvoice.event.people;

import java.util.Locale;

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
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Relationship of(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
