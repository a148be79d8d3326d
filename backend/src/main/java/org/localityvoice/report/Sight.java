package org.localityvoice.report;

import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;

/**
 * Which reports of a locality a member of staff may see: a manager all; a partner's officer those
 * that belong to the partner; a warden all but the confidential ones. It says the same as {@link
 * Access} does of one report.
 *
 * @param owner the partner whose reports are seen, if the caller is an officer of one
 */
record Sight(boolean manager, Optional<String> owner, boolean warden) {
  /** Of a caller in a locality; the problem {@code not-found} for whoever does not work there. */
  static Sight of(Caller caller, String locality) {
    caller.mustWorkIn(locality);
    var sight =
        new Sight(
            caller.has(Role.NEIGHBOURHOOD_MANAGER),
            caller.has(Role.PARTNER_OFFICER) ? caller.organisation() : Optional.empty(),
            caller.has(Role.WARDEN));
    if (!sight.manager && !sight.warden && sight.owner.isEmpty()) {
      throw Problem.notFound();
    }
    return sight;
  }

  /** Whether a report that belongs to a partner is seen. */
  boolean sees(String reportOwner, boolean confidential) {
    return manager || owner.filter(reportOwner::equals).isPresent() || (warden && !confidential);
  }

  /** The only partner whose reports are seen; empty for those who see others' as well. */
  Optional<String> only() {
    return manager || warden ? Optional.empty() : owner;
  }
}
