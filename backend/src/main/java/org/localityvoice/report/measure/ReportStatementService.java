package org.localityvoice.report.measure;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.report.measure.MeasureService.Place;
import org.localityvoice.report.measure.ReportStatement.State;

/** Proposing the figures of a quarter, and publishing them by a second person. */
final class ReportStatementService {
  private static final Set<Role> ROLES =
      Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);

  private final ReportStatementStore store;
  private final MeasureService measures;
  private final InstantSource clock;
  private final String software;

  ReportStatementService(
      ReportStatementStore store, MeasureService measures, InstantSource clock, String software) {
    this.store = store;
    this.measures = measures;
    this.clock = clock;
    this.software = software;
  }

  /** The figures at the end of a quarter as a proposal; the same one again for the same id. */
  Future<ReportStatement> propose(String localityId, String id, String quarter, Caller caller) {
    caller.mustWorkIn(localityId);
    var by = caller.signing(ROLES);
    return measures
        .place(localityId)
        .compose(
            place ->
                store
                    .find(id)
                    .compose(
                        known ->
                            known.isPresent()
                                ? Future.succeededFuture(same(known.get(), localityId, quarter, by))
                                : propose(place, id, Period.of(quarter), by)));
  }

  private static ReportStatement same(
      ReportStatement known, String localityId, String quarter, Signatory by) {
    if (!known.locality().equals(localityId)
        || !known.period().equals(quarter)
        || !known.proposer().equals(by.uid())) {
      throw Problem.conflict("statement-id-taken");
    }
    return known;
  }

  private Future<ReportStatement> propose(Place place, String id, Period quarter, Signatory by) {
    return measures
        .atEnd(place, quarter)
        .compose(
            measured ->
                store
                    .latest(place.locality().id(), quarter.name())
                    .compose(
                        last -> {
                          if (last.isPresent() && last.get().id().equals(id)) {
                            // Our own retry was faster.
                            return Future.succeededFuture(
                                same(last.get(), place.locality().id(), quarter.name(), by));
                          }
                          var next = next(id, measured, last, by);
                          return store.add(next).compose(added -> mine(next, added, by));
                        }));
  }

  private ReportStatement next(
      String id, Measured measured, Optional<ReportStatement> last, Signatory by) {
    var digest = FigureDigest.of(measured.total());
    last.ifPresent(
        before -> {
          if (before.state() == State.PROPOSED) {
            throw Problem.conflict("statement-already-proposed");
          }
          if (before.digest().equals(digest)) {
            throw Problem.conflict("statement-unchanged");
          }
        });
    return ReportStatement.proposed(
        id,
        measured,
        last.map(ReportStatement::revision).orElse(0) + 1,
        digest,
        last.map(ReportStatement::id).orElse(null),
        by,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** When somebody was faster, it is our own retry, or another proposal. */
  private Future<ReportStatement> mine(ReportStatement next, boolean added, Signatory by) {
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
                    next.period(),
                    by));
  }

  /** Publishes a proposal; a published one stays as it is. */
  Future<ReportStatement> approve(String id, Caller caller) {
    return statement(id, caller)
        .compose(seen -> measures.place(seen.locality()))
        .compose(
            place ->
                store.change(id, statement -> approved(statement, place, caller.signing(ROLES))));
  }

  private Decision<ReportStatement, ReportStatement> approved(
      ReportStatement statement, Place place, Signatory by) {
    if (statement.state() == State.PUBLISHED) {
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
  Future<List<ReportStatement>> of(String localityId, Caller caller) {
    caller.mustWorkIn(localityId);
    return measures.place(localityId).compose(place -> store.of(localityId));
  }
}
