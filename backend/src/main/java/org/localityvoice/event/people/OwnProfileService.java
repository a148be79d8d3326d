package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Profiles of people with a login. An account is one participant; which one is claimed in its
 * account document, where a refusal for age is noted as well, so that of the two only one can be.
 */
final class OwnProfileService {
  /** How long an account that was too young gets the same answer to whatever it says. */
  static final Duration REFUSED = Duration.ofDays(7);

  private static final int MOST_TRIES = 3;

  private final People people;
  private final ParticipantStore store;
  private final AccountStore accounts;
  private final Rules rules;

  OwnProfileService(People people, ParticipantStore store, AccountStore accounts, Rules rules) {
    this.people = people;
    this.store = store;
    this.accounts = accounts;
    this.rules = rules;
  }

  /** The profile that an account is. */
  Future<Participant> own(String uid) {
    return store.self(uid).map(found -> found.orElseThrow(Problem::notFound));
  }

  /** Makes it, or changes it. */
  Future<Made> put(String uid, Details details) {
    return put(uid, details, 1);
  }

  private Future<Made> put(String uid, Details details, int attempt) {
    return store
        .self(uid)
        .compose(
            found ->
                found
                    .map(own -> change(own, details))
                    .orElseGet(() -> first(uid, details, attempt)));
  }

  private Future<Made> change(Participant own, Details details) {
    return store.change(
        own.id(),
        seen -> {
          if (!seen.born().equals(details.born())) {
            throw Problem.conflict("birth-date-stays");
          }
          if (seen.details().equals(details)) {
            return Decision.keep(new Made(seen, false));
          }
          ProfileService.mustNotBeOnHold(seen);
          var next = Draft.of(seen).details(details).next(people.now());
          return Decision.replace(next, new Made(next, false));
        });
  }

  private Future<Made> first(String uid, Details details, int attempt) {
    return accounts
        .ensure(uid)
        .compose(there -> rules.now())
        .compose(
            now ->
                Ages.on(details.born(), people.today()) < now.consentAge(people.today())
                    ? refuse(uid)
                    : claim(uid, details, attempt));
  }

  private Future<Made> refuse(String uid) {
    var now = people.now();
    return accounts
        .refuse(uid, now.plus(REFUSED), now)
        .compose(noted -> Future.failedFuture(tooYoung()));
  }

  /** The same for whoever says that they are too young, and for whoever has said so before. */
  static Problem tooYoung() {
    return Problem.conflict("guardian-adds-you");
  }

  private Future<Made> claim(String uid, Details details, int attempt) {
    var now = people.now();
    return accounts
        .find(uid)
        .compose(
            account -> {
              if (account.filter(one -> one.saidOtherThan(details.born(), now)).isPresent()) {
                throw Problem.conflict("birth-date-stays");
              }
              return accounts.claim(uid, UUID.randomUUID().toString(), now);
            })
        .compose(claimed -> accounts.find(uid))
        .compose(account -> claimed(uid, account, details, attempt));
  }

  private Future<Made> claimed(
      String uid, Optional<Account> account, Details details, int attempt) {
    var id = account.flatMap(Account::claimed);
    if (id.isPresent()) {
      return add(uid, id.get(), details, attempt);
    }
    if (account.filter(one -> one.refused(people.now())).isPresent()) {
      return Future.failedFuture(tooYoung());
    }
    // It was tidied away, or released, in between.
    return again(uid, details, attempt);
  }

  private Future<Made> again(String uid, Details details, int attempt) {
    return attempt == MOST_TRIES
        ? Future.failedFuture(Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1)))
        : put(uid, details, attempt + 1);
  }

  private Future<Made> add(String uid, String id, Details details, int attempt) {
    var own = Participants.first(id, uid, uid, details, List.of(), people.now());
    return store
        .add(own)
        .compose(
            added -> {
              if (added) {
                return Future.succeededFuture(new Made(own, true));
              }
              // Another request of the same person was first, or what was claimed is gone again.
              return stale(uid, id).compose(looked -> again(uid, details, attempt));
            });
  }

  /** Lets go of a claim that leads nowhere; one that a guardian's code is just filling stays. */
  private Future<Void> stale(String uid, String id) {
    return store
        .find(id)
        .compose(
            found ->
                found
                        .filter(one -> one.removedAt() == null)
                        .filter(one -> one.uid() == null || one.is(uid))
                        .isPresent()
                    ? Future.succeededFuture()
                    : accounts.release(uid, id).mapEmpty());
  }
}
