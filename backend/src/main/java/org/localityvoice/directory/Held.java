package org.localityvoice.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Whose an entry is. Whoever may not see it is told that there is none.
 *
 * @param keeper id of the partner who keeps it
 * @param localities ids
 */
record Held(String keeper, List<String> localities) {
  Held {
    localities = List.copyOf(localities);
  }

  /** Officers of the keeper, managers of a locality, and admins. */
  boolean mayChange(Caller caller) {
    return caller.has(Role.ADMIN)
        || (worksHere(caller)
            && (caller.has(Role.NEIGHBOURHOOD_MANAGER)
                || (caller.has(Role.PARTNER_OFFICER)
                    && caller.organisation().filter(keeper::equals).isPresent())));
  }

  /** Staff who send people to services. */
  boolean mayRead(Caller caller) {
    return caller.has(Role.ADMIN)
        || (worksHere(caller)
            && (caller.has(Role.WARDEN)
                || caller.has(Role.PARTNER_OFFICER)
                || caller.has(Role.NEIGHBOURHOOD_MANAGER)));
  }

  private boolean worksHere(Caller caller) {
    return localities.stream().anyMatch(caller.localities()::contains);
  }

  void mustChange(Caller caller) {
    if (!mayChange(caller)) {
      throw Problem.notFound();
    }
  }

  void mustRead(Caller caller) {
    if (!mayRead(caller)) {
      throw Problem.notFound();
    }
  }

  /**
   * Refuses a change of what the caller does not keep, before or afterwards, and of localities that
   * they do not work in.
   */
  void mustBecome(Caller caller, Optional<Held> before) {
    mustChange(caller);
    before.ifPresent(held -> held.mustChange(caller));
    if (caller.has(Role.ADMIN)) {
      return;
    }
    var changed = new HashSet<>(localities);
    var old = before.map(Held::localities).orElse(List.of());
    changed.addAll(old);
    changed.removeIf(one -> localities.contains(one) && old.contains(one));
    if (!caller.localities().containsAll(changed)) {
      throw Problem.invalid(List.of(Violation.at("/localities", "directory-other-locality")));
    }
  }
}
