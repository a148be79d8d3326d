package org.localityvoice.event;

/** How sure it is that somebody is a child's guardian, rising. */
public enum LinkTier {
  /** They say so. */
  DECLARED,
  /** They had the child's single-use code. */
  CODE,
  /** A member of staff has seen proof. */
  STAFF_CHECKED;

  /** The name in the contract: {@code staff-checked}. */
  public String slug() {
    return Words.slug(this);
  }

  /** The constant of that name in the contract. */
  public static LinkTier of(String slug) {
    return Words.constant(slug, LinkTier.class);
  }

  /** Whether this is at least as sure. */
  public boolean meets(LinkTier wanted) {
    return compareTo(wanted) >= 0;
  }
}
