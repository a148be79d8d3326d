package org.localityvoice.report.measure;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Decision;
import org.localityvoice.operational.Statement;
import org.localityvoice.operational.StatementState;
import org.localityvoice.operational.Statements;
import org.localityvoice.operational.Statements.Wanted;
import org.localityvoice.problem.Problem;
import org.localityvoice.report.measure.MeasureService.Place;

/** Proposing the figures of a quarter, and publishing them by a second person. */
final class ReportStatementService {
  private final Statements<ReportStatement> statements;
  private final MeasureService measures;
  private final InstantSource clock;
  private final String software;

  ReportStatementService(
      Statements<ReportStatement> statements,
      MeasureService measures,
      InstantSource clock,
      String software) {
    this.statements = statements;
    this.measures = measures;
    this.clock = clock;
    this.software = software;
  }

  /** The figures at the end of a quarter as a proposal; the same one again for the same id. */
  Future<ReportStatement> propose(String localityId, String id, String quarter, Caller caller) {
    caller.mustWorkIn(localityId);
    var by = caller.signing(Statements.ROLES);
    return measures
        .place(localityId)
        .compose(
            place ->
                statements.propose(
                    new Wanted(id, localityId, quarter, by.uid()),
                    () -> measures.atEnd(place, Period.of(quarter)),
                    (measured, last) -> next(id, measured, last, by)));
  }

  private ReportStatement next(
      String id, Measured measured, Optional<ReportStatement> last, Signatory by) {
    var digest = FigureDigest.of(measured.total());
    if (last.filter(before -> before.digest().equals(digest)).isPresent()) {
      throw Problem.conflict("statement-unchanged");
    }
    return ReportStatement.proposed(
        id,
        measured,
        Statement.revisionAfter(last),
        digest,
        last.map(ReportStatement::id).orElse(null),
        by,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Publishes a proposal; a published one stays as it is. */
  Future<ReportStatement> approve(String id, Caller caller) {
    return statement(id, caller)
        .compose(seen -> measures.place(seen.locality()))
        .compose(
            place ->
                statements.change(
                    id, statement -> approved(statement, place, caller.signing(Statements.ROLES))));
  }

  private Decision<ReportStatement, ReportStatement> approved(
      ReportStatement statement, Place place, Signatory by) {
    if (statement.state() == StatementState.PUBLISHED) {
      return Decision.keep(statement);
    }
    by.mustBeSecondTo(statement.proposer());
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var payload = OperationalPayload.of(statement, place.locality(), by.role(), now, software);
    var next = statement.published(by, payload, now);
    return Decision.replace(next, next);
  }

  /** One statement, or the problem {@code not-found}. */
  Future<ReportStatement> statement(String id, Caller caller) {
    return statements
        .get(id)
        .map(
            statement -> {
              caller.mustWorkIn(statement.locality());
              return statement;
            });
  }

  /** The statements of a locality, the newest quarter first. */
  Future<List<ReportStatement>> of(String localityId, Caller caller) {
    caller.mustWorkIn(localityId);
    return measures.place(localityId).compose(place -> statements.of(localityId));
  }
}
