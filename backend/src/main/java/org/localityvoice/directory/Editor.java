package org.localityvoice.directory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** Somebody who changes the directory now. */
record Editor(Caller caller, Instant now) {
  private static final Set<Role> ROLES =
      Set.of(Role.PARTNER_OFFICER, Role.NEIGHBOURHOOD_MANAGER, Role.ADMIN);

  Edit makes(EntryKind kind, String id) {
    return edit(kind, id, 1, Edit.Action.MADE, List.of());
  }

  Edit edit(EntryKind kind, String id, long edition, Edit.Action action, List<String> fields) {
    var signing = caller.signing(ROLES);
    return new Edit(
        kind,
        id,
        edition,
        action,
        signing.uid(),
        signing.role(),
        caller.organisation().orElse(null),
        now,
        fields);
  }
}
