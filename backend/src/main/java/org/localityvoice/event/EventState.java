package org.localityvoice.event;

/** Where an event is. */
public enum EventState {
  /** Officers of the locality see it. */
  DRAFT,
  /** Residents see it, and whichever of its sessions have been published. */
  PUBLISHED,
  /** It does not take place. Nothing of it changes any more. */
  CANCELLED;

  /** The name in the contract. */
  public String slug() {
    return Words.slug(this);
  }
}
