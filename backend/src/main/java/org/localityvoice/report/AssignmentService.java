package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.problem.Problem;

/**
 * Gives many reports to a partner at once. Each is an assignment of its own, with its own outcome;
 * whoever is cut off sends the same again, and what is done already is not done twice.
 */
final class AssignmentService {
  private static final int AT_ONCE = 8;

  private final AssignmentStore store;
  private final ReportService reports;
  private final InstantSource clock;

  AssignmentService(AssignmentStore store, ReportService reports, InstantSource clock) {
    this.store = store;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param id made by the client
   */
  record Wanted(String id, String owner, Optional<String> note, List<String> reports) {
    Wanted {
      reports = List.copyOf(reports);
    }
  }

  /**
   * What came of one report.
   *
   * @param problem code of what stood in the way; empty when it belongs to the partner now
   */
  record Outcome(String report, Optional<String> problem) {}

  /** One outcome for each report, in their order. */
  Future<List<Outcome>> assign(Wanted wanted, Caller caller) {
    var id = DerivedId.of("assign", caller.uid(), wanted.id());
    var digest =
        DerivedId.of(wanted.owner(), wanted.note().orElse(""), String.join(" ", wanted.reports()));
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store
        .add(new AssignmentStore.Assignment(id, digest, now))
        .compose(added -> added ? Future.succeededFuture() : sameAgain(id, digest))
        .compose(known -> from(0, id, wanted, caller, new ArrayList<>()));
  }

  private Future<Void> sameAgain(String id, String digest) {
    return store
        .find(id)
        .map(
            found -> {
              if (found.filter(known -> known.digest().equals(digest)).isEmpty()) {
                throw Problem.conflict("key-used-before");
              }
              return null;
            });
  }

  private Future<List<Outcome>> from(
      int begin, String id, Wanted wanted, Caller caller, List<Outcome> done) {
    var all = wanted.reports();
    if (begin >= all.size()) {
      return Future.succeededFuture(List.copyOf(done));
    }
    var end = Math.min(all.size(), begin + AT_ONCE);
    var some =
        all.subList(begin, end).stream().map(report -> one(report, id, wanted, caller)).toList();
    return Future.all(some)
        .compose(
            outcomes -> {
              done.addAll(outcomes.<Outcome>list());
              return from(end, id, wanted, caller, done);
            });
  }

  private Future<Outcome> one(String report, String id, Wanted wanted, Caller caller) {
    var request =
        new Changes.Request(
            DerivedId.of(id, report), DerivedId.of(wanted.owner(), wanted.note().orElse("")));
    return reports
        .assign(report, caller, wanted.owner(), wanted.note(), request)
        .map(assigned -> new Outcome(report, Optional.empty()))
        .recover(
            failure ->
                failure instanceof Problem problem
                    ? Future.succeededFuture(new Outcome(report, Optional.of(code(problem))))
                    : Future.failedFuture(failure));
  }

  private static String code(Problem problem) {
    return problem.violations().stream()
        .findFirst()
        .map(violation -> violation.code())
        .orElse(problem.code());
  }
}
