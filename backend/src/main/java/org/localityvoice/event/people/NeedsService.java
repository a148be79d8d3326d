package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.util.EnumSet;
import org.localityvoice.event.Collected;
import org.localityvoice.identity.Signatory;
import org.localityvoice.problem.Problem;

/** What participants and their guardians tell a session, and see of what they have told. */
final class NeedsService {
  private static final Needs NONE = new Needs(null, null, null, null, null, null, null);

  private final People people;
  private final Vault vault;
  private final Collecting collecting;

  NeedsService(People people, Vault vault, Collecting collecting) {
    this.people = people;
    this.vault = vault;
    this.collecting = collecting;
  }

  /** What was told; nothing once it is removed. Reading it is noted, whoever reads. */
  Future<Needs> read(String uid, String participant, String session) {
    return people
        .actedFor(uid, participant)
        .compose(
            who -> {
              var role = who.is(uid) ? "self" : "guardian";
              return vault.read(
                  new Signatory(uid, role), session, participant, EnumSet.allOf(Collected.class));
            })
        .map(found -> found.orElse(NONE));
  }

  /** Tells it anew, all of it; nothing of what was told before stays. */
  Future<Needs> write(String uid, String participant, String session, Needs needs) {
    return people
        .actedFor(uid, participant)
        .compose(who -> collecting.of(session))
        .compose(
            found -> {
              var asked = found.orElseThrow(Problem::notFound);
              if (!people.now().isBefore(asked.endsAt())) {
                throw Problem.conflict("session-over");
              }
              // What was told before may still be taken back.
              if (asked.cancelled() && !needs.kinds().isEmpty()) {
                throw Problem.conflict("session-cancelled");
              }
              return vault.put(session, participant, needs, asked.collects(), asked.endsAt(), "");
            })
        .compose(put -> read(uid, participant, session));
  }
}
