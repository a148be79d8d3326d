package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * What staff decide for participants: holds, and that a council is somebody's corporate parent.
 * They name a participant by id and are told nothing of who it is.
 */
final class CareService {
  static final Set<Role> ROLES = Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.SAFEGUARDING_LEAD);

  /** How many open holds are listed. */
  static final int MOST_LISTED = 200;

  private final People people;
  private final ParticipantStore store;

  CareService(People people, ParticipantStore store) {
    this.people = people;
    this.store = store;
  }

  /** Puts a participant on hold; again, or with another reason, changes nothing. */
  Future<Participant> hold(Caller caller, String id, Hold.Reason reason) {
    var staff = caller.signing(ROLES);
    return change(
        caller,
        id,
        seen ->
            seen.onHold()
                ? keep(seen)
                : replace(Draft.of(seen).hold(Hold.set(reason, staff, people.now()))));
  }

  /** Ends it; without one nothing changes. */
  Future<Participant> release(Caller caller, String id) {
    var staff = caller.signing(ROLES);
    var now = people.now();
    return change(
        caller,
        id,
        seen ->
            seen.onHold()
                ? replace(Draft.of(seen).holds(one -> one.open() ? one.released(staff, now) : one))
                : keep(seen));
  }

  /** The open holds of those who live where the caller works, or nowhere that is known. */
  Future<List<Participant>> holds(Caller caller) {
    return store.held(List.copyOf(caller.localities()), MOST_LISTED);
  }

  /** Notes that a council looks after a child. */
  Future<Participant> adopt(Caller caller, String id) {
    var staff = caller.signing(ROLES);
    return change(
        caller,
        id,
        seen -> {
          if (seen.adultOn(people.today())) {
            throw Problem.conflict("not-a-child");
          }
          return seen.corporateParent() != null
              ? keep(seen)
              : replace(Draft.of(seen).corporateParent(new CorporateParent(staff, people.now())));
        });
  }

  /** Notes that it does so no longer; what it consented to counts no more. */
  Future<Participant> letGo(Caller caller, String id) {
    var staff = caller.signing(ROLES);
    return change(
        caller,
        id,
        seen -> seen.corporateParent() == null ? keep(seen) : replace(without(seen, staff)));
  }

  private Draft without(Participant seen, Signatory staff) {
    var now = people.now();
    var draft = Draft.of(seen).corporateParent(null);
    seen.consents().stream()
        .filter(one -> one.method() == Method.CORPORATE_PARENT && !one.withdrawn())
        .forEach(one -> draft.effect(ConsentWithdrawn.effect(seen, one, now)));
    return draft.consents(
        one ->
            one.method() == Method.CORPORATE_PARENT && !one.withdrawn()
                ? one.withdrawn(staff.uid(), now)
                : one);
  }

  /** Refuses staff of other localities, as if there were no such participant. */
  Future<Signatory> mayDecide(Caller caller, String id) {
    return people
        .find(id)
        .map(
            found -> {
              mustBeNear(caller, found.orElseThrow(Problem::notFound));
              return caller.signing(ROLES);
            });
  }

  private Future<Participant> change(
      Caller caller, String id, Function<Participant, Decision<Participant, Participant>> decide) {
    return store.change(
        id,
        seen -> {
          mustBeNear(caller, seen);
          return decide.apply(seen);
        });
  }

  private static void mustBeNear(Caller caller, Participant seen) {
    var home = seen.homeLocality();
    if (seen.removedAt() != null || (home != null && !caller.localities().contains(home))) {
      throw Problem.notFound();
    }
    // Nobody decides for themselves or for those they look after.
    if (seen.keys().contains(caller.uid())) {
      throw Problem.conflict("second-person-needed");
    }
  }

  private static Decision<Participant, Participant> keep(Participant seen) {
    return Decision.keep(seen);
  }

  private Decision<Participant, Participant> replace(Draft draft) {
    var next = draft.next(people.now());
    return Decision.replace(next, next);
  }
}
