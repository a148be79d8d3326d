package org.localityvoice.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may be to a locality. Staff roles are granted, never chosen. */
public enum Role {
  RESIDENT(false),
  YOUNG_PERSON(false),
  GUARDIAN(false),
  WARDEN(true),
  PARTNER_OFFICER(true),
  NEIGHBOURHOOD_MANAGER(true),
  PERFORMANCE_OFFICER(true),
  PMF_SERVICE(true),
  SAFEGUARDING_LEAD(true),
  ADMIN(true);

  private final boolean staff;

  Role(boolean staff) {
    this.staff = staff;
  }

  /** Whether the role is granted by an organisation, so that losing it must take effect at once. */
  public boolean staff() {
    return staff;
  }

  /** The name in the contract and in claims: {@code neighbourhood-manager}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that name; empty for a name that is none. */
  public static Optional<Role> of(String slug) {
    return Arrays.stream(values()).filter(role -> role.slug().equals(slug)).findFirst();
  }
}
