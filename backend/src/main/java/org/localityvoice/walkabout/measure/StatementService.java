package org.localityvoice.walkabout.measure;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.walkabout.measure.WalkaboutStatement.Of;
import org.localityvoice.walkabout.measure.WalkaboutStatement.State;

/**
 * Proposing what walkabouts say of a quarter, and publishing it by a second person. When devices
 * send more later, or people settle what they differ about, a new revision says so.
 */
final class StatementService {
  private static final Set<Role> ROLES =
      Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);

  private final StatementStore store;
  private final IndexService index;
  private final Areas areas;
  private final InstantSource clock;
  private final String software;

  StatementService(
      StatementStore store, IndexService index, Areas areas, InstantSource clock, String software) {
    this.store = store;
    this.index = index;
    this.areas = areas;
    this.clock = clock;
    this.software = software;
  }

  /**
   * Proposes a quarter; the same proposal again for the same id.
   *
   * @return fails with {@code period-not-over}, {@code statement-id-taken} or {@code
   *     statement-already-proposed}
   */
  Future<WalkaboutStatement> propose(String id, Of of, Caller caller) {
    caller.mustWorkIn(of.locality());
    var by = caller.signing(ROLES);
    return locality(of.locality())
        .compose(there -> store.find(id))
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(same(known.get(), of, by))
                    : fresh(id, of, by));
  }

  private static WalkaboutStatement same(WalkaboutStatement known, Of of, Signatory by) {
    if (!known.is(of, by)) {
      throw Problem.conflict("statement-id-taken");
    }
    return known;
  }

  private Future<WalkaboutStatement> fresh(String id, Of of, Signatory by) {
    var quarter = Months.ofQuarter(of.period());
    if (!quarter.to().isBefore(index.thisMonth())) {
      throw Problem.conflict("period-not-over", of.period());
    }
    return Future.all(
            store.latest(of.locality(), of.period()), index.months(of.locality(), quarter))
        .compose(
            both -> {
              Optional<WalkaboutStatement> last = both.resultAt(0);
              if (last.isPresent() && last.get().id().equals(id)) {
                // Our own retry was faster.
                return Future.succeededFuture(same(last.get(), of, by));
              }
              var next = next(id, of, last, both.resultAt(1), by);
              return store.add(next).compose(added -> mine(next, added, of, by));
            });
  }

  private WalkaboutStatement next(
      String id,
      Of of,
      Optional<WalkaboutStatement> last,
      IndexService.Seen quarter,
      Signatory by) {
    if (last.filter(before -> before.state() == State.PROPOSED).isPresent()) {
      throw Problem.conflict("statement-already-proposed");
    }
    return WalkaboutStatement.proposed(
        id,
        of,
        quarter,
        last.map(WalkaboutStatement::revision).orElse(0) + 1,
        by,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** When somebody was faster, it is our own retry, or another proposal. */
  private Future<WalkaboutStatement> mine(
      WalkaboutStatement next, boolean added, Of of, Signatory by) {
    return added
        ? Future.succeededFuture(next)
        : store
            .find(next.id())
            .map(
                found ->
                    same(
                        found.orElseThrow(() -> Problem.conflict("statement-already-proposed")),
                        of,
                        by));
  }

  /** Publishes a proposal; a published one stays as it is. */
  Future<WalkaboutStatement> approve(String id, Caller caller) {
    return statement(id, caller)
        .compose(seen -> locality(seen.locality()))
        .compose(
            locality ->
                store.change(
                    id, statement -> approved(statement, locality, caller.signing(ROLES))));
  }

  private Decision<WalkaboutStatement, WalkaboutStatement> approved(
      WalkaboutStatement statement, Locality place, Signatory by) {
    if (statement.state() == State.PUBLISHED) {
      return Decision.keep(statement);
    }
    by.mustBeSecondTo(statement.proposer());
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var payload = StatementPayload.of(statement, place, by.role(), now, software);
    var next = statement.published(by, payload, now);
    return Decision.replace(next, next);
  }

  /** One statement, or the problem {@code not-found}. */
  Future<WalkaboutStatement> statement(String id, Caller caller) {
    return store
        .find(id)
        .map(
            found -> {
              var statement = found.orElseThrow(Problem::notFound);
              caller.mustWorkIn(statement.locality());
              return statement;
            });
  }

  /** The statements of a locality, the newest quarter first. */
  Future<List<WalkaboutStatement>> of(String locality, Caller caller) {
    caller.mustWorkIn(locality);
    return locality(locality).compose(there -> store.of(locality));
  }

  private Future<Locality> locality(String id) {
    return areas.find(id).map(found -> found.orElseThrow(Problem::notFound));
  }
}
