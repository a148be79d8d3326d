package org.localityvoice.event;

/** What makes it possible for people with impairments to come. */
public enum AccessFeature {
  STEP_FREE,
  ACCESSIBLE_TOILET,
  /** A toilet with a hoist and a changing bench. */
  CHANGING_PLACE,
  HEARING_LOOP,
  QUIET_SPACE,
  /** British Sign Language. */
  BSL,
  /** Parking for Blue Badge holders. */
  PARKING;

  /** The name in the contract and in the area file: {@code step-free}. */
  public String slug() {
    return Words.slug(this);
  }

  /** The constant of that name. */
  public static AccessFeature of(String slug) {
    return Words.constant(slug, AccessFeature.class);
  }
}
