package org.localityvoice.identity;

import java.util.Optional;
import java.util.Set;
import org.localityvoice.problem.Problem;

/**
 * The person who makes a call, as their token vouches for.
 *
 * @param uid opaque and stable; never logged, never shown to others
 * @param roles at least one
 * @param localities the localities the staff roles hold in; empty for residents
 * @param organisation whom staff work for
 * @param verified whether the identity provider has verified both an e-mail address and a phone
 *     number of theirs
 */
public record Caller(
    String uid,
    Set<Role> roles,
    Set<String> localities,
    Optional<String> organisation,
    boolean verified) {

  public Caller {
    roles = Set.copyOf(roles);
    localities = Set.copyOf(localities);
  }

  /** Somebody of whom neither address nor number need be known. */
  public Caller(
      String uid, Set<Role> roles, Set<String> localities, Optional<String> organisation) {
    this(uid, roles, localities, organisation, false);
  }

  /** Somebody without any granted role. */
  public static Caller resident(String uid) {
    return new Caller(uid, Set.of(Role.RESIDENT), Set.of(), Optional.empty());
  }

  /** The same person, with address and number verified or not. */
  public Caller verified(boolean both) {
    return new Caller(uid, roles, localities, organisation, both);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean hasAny(Set<Role> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }

  public boolean staff() {
    return roles.stream().anyMatch(Role::staff);
  }

  /** Refuses a staff caller who does not work in the locality, as if the object were not there. */
  public void mustWorkIn(String locality) {
    if (!localities.contains(locality)) {
      throw Problem.notFound();
    }
  }

  /** Them in the first of these roles that they have; not found where they have none. */
  public Signatory signing(Set<Role> wanted) {
    return roles.stream()
        .filter(wanted::contains)
        .sorted()
        .findFirst()
        .map(role -> new Signatory(uid, role.slug()))
        .orElseThrow(Problem::notFound);
  }
}
