package org.localityvoice.event.people;

import io.vertx.core.Future;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/** Ends links: a guardian leaves, or a young person with a login of their own ends one. */
final class LeaveService {
  private final People people;
  private final ParticipantStore store;

  LeaveService(People people, ParticipantStore store) {
    this.people = people;
    this.store = store;
  }

  /**
   * Ends a link. What its guardian had consented to counts no more, and those who depend on it are
   * told by effects of the same write.
   *
   * @param link as {@link PeopleViews#linkId} names it
   */
  Future<Void> end(String uid, String participant, String link) {
    return store.<Participant>change(participant, seen -> ended(seen, uid, link)).mapEmpty();
  }

  private Decision<Participant, Participant> ended(Participant seen, String uid, String link) {
    var today = people.today();
    if (seen.removedAt() != null || !seen.actedForBy(uid, today)) {
      throw Problem.notFound();
    }
    var links = seen.guardians(today);
    var guardian =
        links.stream()
            .map(GuardianLink::uid)
            .filter(one -> PeopleViews.linkId(seen.id(), one).equals(link))
            .filter(one -> one.equals(uid) || seen.is(uid))
            .findFirst()
            .orElseThrow(Problem::notFound);
    if (links.size() == 1 && seen.uid() == null) {
      throw Problem.conflict("last-guardian");
    }
    var now = people.now();
    var draft = Draft.of(seen).unlink(guardian, now);
    seen.consents().stream()
        .filter(one -> one.method() == Method.GUARDIAN && one.by().equals(guardian))
        .filter(one -> !one.withdrawn())
        .forEach(one -> draft.effect(ConsentWithdrawn.effect(seen, one, now)));
    draft.consents(
        one ->
            one.method() == Method.GUARDIAN && one.by().equals(guardian) && !one.withdrawn()
                ? one.withdrawn(uid, now)
                : one);
    var next = draft.next(now);
    return Decision.replace(next, next);
  }
}
