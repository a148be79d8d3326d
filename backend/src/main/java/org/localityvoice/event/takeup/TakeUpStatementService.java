package org.localityvoice.event.takeup;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.takeup.TakeUpStatement.State;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * Proposing the take-up of a quarter, and publishing it by a second person. Nothing of the figures
 * can be chosen by then; that they leave, for everybody and for good, and that enough sessions had
 * somebody at the door, is still for two people to judge.
 */
final class TakeUpStatementService {
  private static final Set<Role> ROLES =
      Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);

  private final TakeUpStatementStore store;
  private final TakeUpService takeUp;
  private final Areas areas;
  private final InstantSource clock;
  private final String software;

  TakeUpStatementService(
      TakeUpStatementStore store,
      TakeUpService takeUp,
      Areas areas,
      InstantSource clock,
      String software) {
    this.store = store;
    this.takeUp = takeUp;
    this.areas = areas;
    this.clock = clock;
    this.software = software;
  }

  /** A statement and the figures that it is about. */
  record Stated(TakeUpStatement statement, TakeUp counted) {}

  /**
   * Proposes a quarter; the same proposal again for the same id.
   *
   * @return fails as {@link TakeUpService#of} does, and with {@code statement-id-taken} or {@code
   *     statement-already-proposed}
   */
  Future<Stated> propose(String locality, String id, Quarter quarter, Caller caller) {
    caller.mustWorkIn(locality);
    var by = caller.signing(ROLES);
    return takeUp
        .of(locality, quarter, caller)
        .compose(
            counted ->
                store
                    .find(id)
                    .compose(
                        known ->
                            known.isPresent()
                                ? Future.succeededFuture(same(known.get(), locality, quarter, by))
                                : fresh(id, counted, quarter, by))
                    .map(statement -> new Stated(statement, counted)));
  }

  private static TakeUpStatement same(
      TakeUpStatement known, String locality, Quarter quarter, Signatory by) {
    if (!known.is(locality, quarter, by)) {
      throw Problem.conflict("statement-id-taken");
    }
    return known;
  }

  private Future<TakeUpStatement> fresh(String id, TakeUp counted, Quarter quarter, Signatory by) {
    return store
        .latest(counted.locality(), counted.period())
        .compose(
            last -> {
              if (last.isPresent() && last.get().id().equals(id)) {
                // Our own retry was faster.
                return Future.succeededFuture(same(last.get(), counted.locality(), quarter, by));
              }
              var next = next(id, counted, last, by);
              return store.add(next).compose(added -> mine(next, added, quarter, by));
            });
  }

  private TakeUpStatement next(
      String id, TakeUp counted, Optional<TakeUpStatement> last, Signatory by) {
    if (last.filter(before -> before.state() == State.PROPOSED).isPresent()) {
      throw Problem.conflict("statement-already-proposed");
    }
    return TakeUpStatement.proposed(
        id,
        counted,
        last.map(TakeUpStatement::revision).orElse(0) + 1,
        by,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** When somebody was faster, it is our own retry, or another proposal. */
  private Future<TakeUpStatement> mine(
      TakeUpStatement next, boolean added, Quarter quarter, Signatory by) {
    if (added) {
      return Future.succeededFuture(next);
    }
    return store
        .find(next.id())
        .map(
            found ->
                same(
                    found.orElseThrow(() -> Problem.conflict("statement-already-proposed")),
                    next.locality(),
                    quarter,
                    by));
  }

  /** Publishes a proposal; a published one stays as it is. */
  Future<Stated> approve(String id, Caller caller) {
    return statement(id, caller)
        .compose(
            seen ->
                areas
                    .find(seen.statement().locality())
                    .map(found -> found.orElseThrow(Problem::notFound))
                    .compose(
                        locality ->
                            store.change(
                                id,
                                statement ->
                                    approved(
                                        new Stated(statement, seen.counted()),
                                        locality,
                                        caller.signing(ROLES)))));
  }

  private Decision<TakeUpStatement, Stated> approved(Stated seen, Locality place, Signatory by) {
    var statement = seen.statement();
    if (statement.state() == State.PUBLISHED) {
      return Decision.keep(seen);
    }
    by.mustBeSecondTo(statement.proposer());
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var payload = TakeUpPayload.of(seen, place, by.role(), now, software);
    var next = statement.published(by, payload, now);
    return Decision.replace(next, new Stated(next, seen.counted()));
  }

  /** One statement with its figures, or the problem {@code not-found}. */
  Future<Stated> statement(String id, Caller caller) {
    return store
        .find(id)
        .compose(
            found -> {
              var statement = found.orElseThrow(Problem::notFound);
              var quarter = Quarter.of(statement.period());
              return takeUp
                  .of(statement.locality(), quarter, caller)
                  .map(counted -> new Stated(statement, counted));
            });
  }

  /** The statements of a locality, the newest quarter first. */
  Future<List<TakeUpStatement>> of(String locality, Caller caller) {
    caller.mustWorkIn(locality);
    return areas
        .find(locality)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(there -> store.of(locality));
  }
}
