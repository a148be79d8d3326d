package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.schedule.InTurn;

/** Children, and what holds for every profile: seeing it, changing it, removing it. */
final class ProfileService {
  /** How many children one account may add. */
  static final int MOST_CHILDREN = 20;

  private final People people;
  private final ParticipantStore store;
  private final AccountStore accounts;

  ProfileService(People people, ParticipantStore store, AccountStore accounts) {
    this.people = people;
    this.store = store;
    this.accounts = accounts;
  }

  /** Adds a child whom the caller looks after; once for each id. */
  Future<Made> addChild(String uid, String id, Details details, Relationship relationship) {
    return store
        .self(uid)
        .compose(
            own -> {
              var today = people.today();
              if (own.filter(one -> one.adultOn(today)).isEmpty()) {
                throw Problem.conflict("adult-needed");
              }
              if (Ages.on(details.born(), today) >= Ages.ADULT) {
                throw Problem.conflict("not-a-child");
              }
              return accounts.ensure(uid).compose(there -> count(uid, id));
            })
        .compose(
            counted -> {
              if (!counted) {
                throw Problem.conflict("too-many-children", MOST_CHILDREN);
              }
              return add(uid, id, details, relationship);
            });
  }

  /** Counts a child; where there is no room, those go first whose removal was cut off. */
  private Future<Boolean> count(String uid, String id) {
    return accounts
        .addChild(uid, id, MOST_CHILDREN)
        .compose(
            counted ->
                counted
                    ? Future.succeededFuture(true)
                    : forgetRemoved(uid)
                        .compose(done -> accounts.addChild(uid, id, MOST_CHILDREN)));
  }

  private Future<Void> forgetRemoved(String uid) {
    return accounts
        .find(uid)
        .compose(
            found ->
                InTurn.each(
                    found.map(Account::children).orElse(List.of()),
                    child ->
                        store
                            .find(child)
                            .compose(
                                one ->
                                    one.filter(seen -> seen.removedAt() != null).isPresent()
                                        ? accounts.removeChild(uid, child).mapEmpty()
                                        : Future.succeededFuture())));
  }

  private Future<Made> add(String uid, String id, Details details, Relationship relationship) {
    var now = people.now();
    var link = GuardianLink.declared(uid, relationship, now);
    var child = Participants.first(id, null, uid, details, List.of(link), now);
    return store
        .add(child)
        .compose(
            added ->
                added
                    ? Future.succeededFuture(new Made(child, true))
                    : known(uid, id, details, relationship));
  }

  /** The child of an earlier try; what others know by the same id is not told. */
  private Future<Made> known(String uid, String id, Details details, Relationship relationship) {
    return store
        .find(id)
        .compose(
            found -> {
              var same =
                  found
                      .filter(one -> one.addedBy().equals(uid) && one.details().equals(details))
                      .filter(one -> linked(one, uid, relationship));
              if (same.isPresent()) {
                return Future.succeededFuture(new Made(same.get(), false));
              }
              var ours = found.filter(one -> one.addedBy().equals(uid)).isPresent();
              return (ours ? Future.succeededFuture(false) : accounts.removeChild(uid, id))
                  .compose(freed -> Future.failedFuture(Problem.conflict("participant-id-taken")));
            });
  }

  private boolean linked(Participant child, String uid, Relationship relationship) {
    return child
        .guardian(uid, people.today())
        .filter(link -> link.relationship() == relationship)
        .isPresent();
  }

  /** Changes names and home locality; the date of birth of the details does not count. */
  Future<Participant> change(String uid, String id, Details details) {
    return store.change(
        id,
        seen -> {
          mustActFor(uid, seen);
          var next =
              seen.details()
                  .named(details.givenName(), details.familyName(), details.homeLocality());
          if (next.equals(seen.details())) {
            return Decision.keep(seen);
          }
          mustNotBeOnHold(seen);
          var changed = Draft.of(seen).details(next).next(people.now());
          return Decision.replace(changed, changed);
        });
  }

  /**
   * Removes a profile: one's own, or that of a child whom nobody else acts for. The date of birth
   * is remembered for a while before that, so that nobody comes back at once as somebody older.
   */
  Future<Void> remove(String uid, String id) {
    return people
        .actedFor(uid, id)
        .compose(
            seen ->
                seen.is(uid)
                    ? accounts.remember(
                        uid, seen.born(), people.now().plus(OwnProfileService.REFUSED))
                    : Future.succeededFuture(false))
        .compose(noted -> take(uid, id))
        .compose(this::forget);
  }

  private Future<Participant> take(String uid, String id) {
    return store.<Participant>change(
        id,
        seen -> {
          mustActFor(uid, seen);
          mustNotBeOnHold(seen);
          var others = seen.uid() != null || seen.guardians(people.today()).size() > 1;
          if (others && !seen.is(uid)) {
            throw Problem.conflict("others-act-too");
          }
          return Decision.replace(removed(seen, people.now()), seen);
        });
  }

  /** What is left of somebody, with everybody told who has to know. */
  static Participant removed(Participant seen, Instant now) {
    return Draft.of(seen)
        .consents(one -> one.withdrawn() ? one : one.withdrawn(one.by(), now))
        .effect(ConsentWithdrawn.effect(seen, null, now))
        .removed(now);
  }

  /** Frees what the account documents count of somebody who is gone. */
  Future<Void> forget(Participant seen) {
    var uid = seen.uid();
    return accounts
        .removeChild(seen.addedBy(), seen.id())
        .compose(
            freed ->
                uid == null
                    ? Future.succeededFuture()
                    : accounts.release(uid, seen.id()).mapEmpty());
  }

  private void mustActFor(String uid, Participant seen) {
    if (seen.removedAt() != null || !seen.actedForBy(uid, people.today())) {
      throw Problem.notFound();
    }
  }

  static void mustNotBeOnHold(Participant seen) {
    if (seen.onHold()) {
      throw Problem.conflict("participant-on-hold");
    }
  }
}
