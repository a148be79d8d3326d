package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Who may call an operation, from its {@code x-policy} in the contract.
 *
 * @param access whether to look for a token at all
 * @param roles for {@link Access#ROLES}: any one of these will do
 */
record Policy(Access access, Set<Role> roles) {
  /** Whether an operation looks at who calls. */
  enum Access {
    /** Nobody is asked who they are. */
    ANYONE,
    /** A call that says who makes it is refused, so that it cannot be linked to a person. */
    UNIDENTIFIED,
    /** Whoever signs in is known, whoever does not is served all the same. */
    OPTIONAL,
    SIGNED_IN,
    ROLES
  }

  Policy {
    roles = Set.copyOf(roles);
  }

  /**
   * Reads a policy.
   *
   * @throws IllegalStateException when the operation has none, or one that cannot be understood
   */
  static Policy of(String operation, JsonNode policy) {
    if (policy.hasNonNull("roles")) {
      var roles = EnumSet.noneOf(Role.class);
      policy.get("roles").forEach(slug -> roles.add(role(operation, slug.asText())));
      if (!roles.isEmpty()) {
        return new Policy(Access.ROLES, roles);
      }
    }
    return switch (policy.path("access").asText()) {
      case "anyone" -> new Policy(Access.ANYONE, Set.of());
      case "unidentified" -> new Policy(Access.UNIDENTIFIED, Set.of());
      case "optional" -> new Policy(Access.OPTIONAL, Set.of());
      case "signed-in" -> new Policy(Access.SIGNED_IN, Set.of());
      default -> throw new IllegalStateException("operation " + operation + " has no x-policy");
    };
  }

  private static Role role(String operation, String slug) {
    return Role.of(slug)
        .orElseThrow(
            () -> new IllegalStateException("operation " + operation + ": no role " + slug));
  }

  boolean needsCaller() {
    return access == Access.SIGNED_IN || access == Access.ROLES;
  }

  /** Refuses the caller who may not; a staff operation does not show itself to others. */
  void check(Optional<Caller> holder) {
    if (!needsCaller()) {
      return;
    }
    var caller = holder.orElseThrow(() -> Problem.of(ProblemType.NOT_SIGNED_IN));
    if (access == Access.ROLES && !caller.hasAny(roles)) {
      throw Problem.notFound();
    }
  }
}
