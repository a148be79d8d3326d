package org.localityvoice.walkabout.measure;

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
import org.localityvoice.walkabout.measure.WalkaboutStatement.Of;

/**
 * Proposing what walkabouts say of a quarter, and publishing it by a second person. When devices
 * send more later, or people settle what they differ about, a new revision says so.
 */
final class StatementService {
  private final Statements<WalkaboutStatement> statements;
  private final IndexService index;
  private final Areas areas;
  private final InstantSource clock;
  private final String software;

  StatementService(
      Statements<WalkaboutStatement> statements,
      IndexService index,
      Areas areas,
      InstantSource clock,
      String software) {
    this.statements = statements;
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
    var by = caller.signing(Statements.ROLES);
    return locality(of.locality())
        .compose(
            there ->
                statements.propose(
                    new Wanted(id, of.locality(), of.period(), by.uid()),
                    () -> figures(of),
                    (quarter, last) -> next(id, of, last, quarter, by)));
  }

  private Future<IndexService.Seen> figures(Of of) {
    var quarter = Months.ofQuarter(of.period());
    if (!quarter.to().isBefore(index.thisMonth())) {
      throw Problem.conflict("period-not-over", of.period());
    }
    return index.months(of.locality(), quarter);
  }

  private WalkaboutStatement next(
      String id,
      Of of,
      Optional<WalkaboutStatement> last,
      IndexService.Seen quarter,
      Signatory by) {
    return WalkaboutStatement.proposed(
        id,
        of,
        quarter,
        Statement.revisionAfter(last),
        by,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Publishes a proposal; a published one stays as it is. */
  Future<WalkaboutStatement> approve(String id, Caller caller) {
    return statement(id, caller)
        .compose(seen -> locality(seen.locality()))
        .compose(
            locality ->
                statements.change(
                    id,
                    statement -> approved(statement, locality, caller.signing(Statements.ROLES))));
  }

  private Decision<WalkaboutStatement, WalkaboutStatement> approved(
      WalkaboutStatement statement, Locality place, Signatory by) {
    if (statement.state() == StatementState.PUBLISHED) {
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
    return statements
        .get(id)
        .map(
            statement -> {
              caller.mustWorkIn(statement.locality());
              return statement;
            });
  }

  /** The statements of a locality, the newest quarter first. */
  Future<List<WalkaboutStatement>> of(String locality, Caller caller) {
    caller.mustWorkIn(locality);
    return locality(locality).compose(there -> statements.of(locality));
  }

  private Future<Locality> locality(String id) {
    return areas.find(id).map(found -> found.orElseThrow(Problem::notFound));
  }
}
