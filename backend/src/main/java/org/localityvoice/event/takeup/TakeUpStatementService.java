package org.localityvoice.event.takeup;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.Decision;
import org.localityvoice.operational.Statement;
import org.localityvoice.operational.StatementState;
import org.localityvoice.operational.Statements;
import org.localityvoice.operational.Statements.Wanted;
import org.localityvoice.problem.Problem;

/**
 * Proposing the take-up of a quarter, and publishing it by a second person. Nothing of the figures
 * can be chosen by then; that they leave, for everybody and for good, and that enough sessions had
 * somebody at the door, is still for two people to judge.
 */
final class TakeUpStatementService {
  private final Statements<TakeUpStatement> statements;
  private final TakeUpService takeUp;
  private final Areas areas;
  private final InstantSource clock;
  private final String software;

  TakeUpStatementService(
      Statements<TakeUpStatement> statements,
      TakeUpService takeUp,
      Areas areas,
      InstantSource clock,
      String software) {
    this.statements = statements;
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
    var by = caller.signing(Statements.ROLES);
    return takeUp
        .of(locality, quarter, caller)
        .compose(
            counted ->
                statements
                    .propose(
                        new Wanted(id, locality, quarter.name(), by.uid()),
                        () -> Future.succeededFuture(counted),
                        (figures, last) -> next(id, figures, last, by))
                    .map(statement -> new Stated(statement, counted)));
  }

  private TakeUpStatement next(
      String id, TakeUp counted, Optional<TakeUpStatement> last, Signatory by) {
    return TakeUpStatement.proposed(
        id,
        counted,
        Statement.revisionAfter(last),
        by,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
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
                            statements.change(
                                id,
                                statement ->
                                    approved(
                                        new Stated(statement, seen.counted()),
                                        locality,
                                        caller.signing(Statements.ROLES)))));
  }

  private Decision<TakeUpStatement, Stated> approved(Stated seen, Locality place, Signatory by) {
    var statement = seen.statement();
    if (statement.state() == StatementState.PUBLISHED) {
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
    return statements
        .get(id)
        .compose(
            statement -> {
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
        .compose(there -> statements.of(locality));
  }
}
