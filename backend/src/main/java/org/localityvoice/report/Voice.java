package org.localityvoice.report;

import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/**
 * Whose word an answer is, as far as that decides what follows from it. Staff may be affected like
 * anybody else, but what is done ends only on somebody else's word.
 *
 * @param organisation whom a member of staff works for; absent for everybody else
 * @param manager whether it is a neighbourhood manager of the locality, who may say it done
 */
record Voice(@Nullable String organisation, boolean manager) {
  /** Of somebody who answers about a report in a locality. */
  static Voice of(Credentials who, String locality) {
    var staff = who.caller().filter(Caller::staff);
    return new Voice(
        staff.flatMap(Caller::organisation).orElse(null),
        staff
            .filter(caller -> caller.has(Role.NEIGHBOURHOOD_MANAGER))
            .filter(caller -> caller.localities().contains(locality))
            .isPresent());
  }

  /** Whether "fixed" from them confirms a report of that owner. */
  boolean confirms(String owner) {
    return !manager && !owner.equals(organisation);
  }
}
