package org.localityvoice.event;

/** What an organiser may ask of those who register. Whatever an event does not name is refused. */
public enum Collected {
  DIETARY,
  MEDICAL,
  /** Special educational needs and disabilities. */
  SEND,
  ACCESS,
  EMERGENCY_CONTACTS,
  /** Who may collect a child. */
  COLLECTORS,
  /** Whether pictures may be taken. */
  PHOTO;

  /** The name in the contract: {@code emergency-contacts}. */
  public String slug() {
    return Words.slug(this);
  }

  /** The constant of that name in the contract. */
  public static Collected of(String slug) {
    return Words.constant(slug, Collected.class);
  }
}
