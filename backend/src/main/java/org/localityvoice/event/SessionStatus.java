package org.localityvoice.event;

/** Where a session is. */
public enum SessionStatus {
  /** Nobody can register yet. */
  DRAFT,
  SCHEDULED,
  /** It does not take place; this is for good. */
  CANCELLED;

  /** The name in the contract. */
  public String slug() {
    return Words.slug(this);
  }
}
