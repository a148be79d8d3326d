package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.SecondPerson;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.OddCharacters;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.pmf.Withdrawal.State;
import org.localityvoice.pmf.Withdrawal.Wish;
import org.localityvoice.problem.Problem;

/** Proposing that published figures be taken back, and deciding it by a second person. */
final class WithdrawalService {
  private static final Set<Role> ROLES =
      Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);

  private static final SecondPerson<State> RULE =
      new SecondPerson<>(State.PROPOSED, State.APPROVED, "withdrawal-decided");

  private final WithdrawalStore store;
  private final PublishedStore published;
  private final PeriodService periods;
  private final InstantSource clock;

  WithdrawalService(
      WithdrawalStore store, PublishedStore published, PeriodService periods, InstantSource clock) {
    this.store = store;
    this.published = published;
    this.periods = periods;
    this.clock = clock;
  }

  /** Proposes one; the same one again for the same id. */
  Future<Withdrawal> propose(String localityId, Wish wish, Caller caller) {
    caller.mustWorkIn(localityId);
    var by = caller.signing(ROLES);
    return store
        .find(wish.id())
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(same(known.get(), localityId, wish, by))
                    : fresh(localityId, wish, by));
  }

  private static Withdrawal same(Withdrawal known, String locality, Wish wish, Signatory by) {
    if (!known.is(locality, wish, by)) {
      throw Problem.conflict("withdrawal-id-taken");
    }
    return known;
  }

  private Future<Withdrawal> fresh(String localityId, Wish wish, Signatory by) {
    OddCharacters.refuse(wish.reason(), "/reason");
    return published
        .find(PeriodFigures.id(localityId, wish.period()))
        .compose(
            found -> {
              Withdrawable.mustBeThere(wish.named(), found);
              Withdrawable.mustBeLeft(wish.named(), found);
              var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
              var next = Withdrawal.proposed(localityId, wish, by, now);
              return store
                  .add(next)
                  .compose(
                      added ->
                          added
                              ? Future.succeededFuture(next)
                              : store
                                  .find(next.id())
                                  .map(
                                      other ->
                                          same(
                                              other.orElseThrow(Problem::notFound),
                                              localityId,
                                              wish,
                                              by)));
            });
  }

  /** Has it done, by a second person; what is done stays so. */
  Future<Withdrawal> approve(String id, Caller caller) {
    return decide(id, State.APPROVED, caller);
  }

  /** Refuses it, or takes one's own back; a refused one stays so. */
  Future<Withdrawal> refuse(String id, Caller caller) {
    return decide(id, State.REFUSED, caller);
  }

  private Future<Withdrawal> decide(String id, State wanted, Caller caller) {
    return store
        .find(id)
        .compose(
            found -> {
              var one = found.orElseThrow(Problem::notFound);
              caller.mustWorkIn(one.locality());
              return published.find(PeriodFigures.id(one.locality(), one.period()));
            })
        .compose(
            there -> store.change(id, seen -> decided(seen, wanted, caller.signing(ROLES), there)));
  }

  private Decision<Withdrawal, Withdrawal> decided(
      Withdrawal seen, State wanted, Signatory by, Optional<Published> published) {
    if (!RULE.mayDecide(seen.state(), wanted, seen.proposer(), by)) {
      return Decision.keep(seen);
    }
    if (wanted == State.APPROVED) {
      Withdrawable.mustBeLeft(seen.measures(), published);
    }
    var next = seen.decided(wanted, by, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    return Decision.replace(next, next);
  }

  /** The latest withdrawals of a locality. */
  Future<List<Withdrawal>> of(String localityId, Caller caller) {
    caller.mustWorkIn(localityId);
    return store.of(localityId);
  }

  /** Carries an approved one out; repeating it changes nothing. */
  Future<Void> apply(Outgoing effect) {
    return store
        .find(effect.payload())
        .compose(
            found ->
                found
                    .map(one -> periods.withdraw(effect.id(), one))
                    .orElseGet(Future::succeededFuture));
  }
}
