package org.localityvoice.identity.local;

import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/**
 * A made-up person to sign in as.
 *
 * @param id short name to sign in with, and the uid
 * @param name what they are called
 * @param about one line on who they are
 * @param roles at least one
 * @param localities where their staff roles hold
 * @param organisation whom they work for
 * @param verified whether their address and number count as verified
 */
public record Persona(
    String id,
    String name,
    String about,
    Set<Role> roles,
    Set<String> localities,
    Optional<String> organisation,
    boolean verified) {

  public Persona {
    roles = Set.copyOf(roles);
    localities = Set.copyOf(localities);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("persona " + id + " has no role");
    }
  }

  /** The persona as handlers see them. */
  Caller caller() {
    return new Caller(id, roles, localities, organisation, verified);
  }
}
