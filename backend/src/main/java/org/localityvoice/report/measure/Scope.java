package org.localityvoice.report.measure;

import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.report.Standing;

/**
 * Which confidential reports are counted.
 *
 * @param all every one
 * @param owner those of this partner
 */
record Scope(boolean all, Optional<String> owner) {
  /** None: for everybody, and for the performance framework. */
  static final Scope OPEN = new Scope(false, Optional.empty());

  /** What a member of staff may know of: managers all, a partner's officers their own. */
  static Scope of(Caller caller) {
    if (caller.has(Role.NEIGHBOURHOOD_MANAGER)) {
      return new Scope(true, Optional.empty());
    }
    return caller.has(Role.PARTNER_OFFICER) ? new Scope(false, caller.organisation()) : OPEN;
  }

  boolean counts(MeasuredRow row) {
    return !row.confidential()
        || all
        || owner.filter(one -> one.equals(Standing.of(row.log()).owner())).isPresent();
  }

  /** The name in the contract. */
  String slug() {
    return all ? "all" : owner.isPresent() ? "own" : "none";
  }
}
