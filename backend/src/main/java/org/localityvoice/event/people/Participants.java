package org.localityvoice.event.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes participants. */
final class Participants {
  private Participants() {}

  /**
   * A participant's first version.
   *
   * @param uid the account that it is; absent for a child without a login
   */
  static Participant first(
      String id,
      @Nullable String uid,
      String addedBy,
      Details details,
      List<GuardianLink> guardians,
      Instant now) {
    return new Participant(
        id,
        1,
        uid,
        addedBy,
        details,
        guardians,
        List.of(),
        List.of(),
        null,
        Participant.keys(uid, guardians),
        guardians.isEmpty() ? null : Ages.reached(details.born(), Ages.ADULT),
        null,
        null,
        now,
        null,
        List.of(),
        null);
  }
}
