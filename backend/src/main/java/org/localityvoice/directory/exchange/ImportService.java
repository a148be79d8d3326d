package org.localityvoice.directory.exchange;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.localityvoice.directory.Bringing;
import org.localityvoice.directory.Bringing.Mode;
import org.localityvoice.directory.Bringing.Verdict;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** Brings the services of a file in, one after the other; what is wrong with one stops no other. */
final class ImportService {
  /** What is wrong with a row; anything else is wrong with us, and stops the import. */
  private static final Set<ProblemType> OF_THE_ROW =
      Set.of(
          ProblemType.INVALID_REQUEST,
          ProblemType.NOT_FOUND,
          ProblemType.CONFLICT,
          ProblemType.PRECONDITION_FAILED);

  private final Bringing bringing;

  ImportService(Bringing bringing) {
    this.bringing = bringing;
  }

  /**
   * What became of a row.
   *
   * @param verdict empty where it is invalid
   * @param refusal why, where it is no fault of a place
   */
  record Outcome(
      Row row, Optional<Verdict> verdict, List<Violation> faults, Optional<Problem> refusal) {
    Outcome {
      faults = List.copyOf(faults);
    }

    static Outcome invalid(Row row, List<Violation> faults) {
      return new Outcome(row, Optional.empty(), faults, Optional.empty());
    }
  }

  /**
   * Brings them in.
   *
   * @param faults what of a row does not fit the contract
   */
  Future<List<Outcome>> bring(
      List<Row> rows, Function<Row.Read, List<Violation>> faults, Mode mode, Caller caller) {
    List<Outcome> outcomes = new ArrayList<>();
    var done = Future.<Void>succeededFuture();
    for (var row : rows) {
      done =
          done.compose(before -> one(row, faults, mode, caller))
              .map(
                  outcome -> {
                    outcomes.add(outcome);
                    return null;
                  });
    }
    return done.map(all -> outcomes);
  }

  private Future<Outcome> one(
      Row row, Function<Row.Read, List<Violation>> faults, Mode mode, Caller caller) {
    if (row instanceof Row.Unread unread) {
      return Future.succeededFuture(Outcome.invalid(row, unread.faults()));
    }
    var read = (Row.Read) row;
    var found = faults.apply(read);
    if (!found.isEmpty()) {
      return Future.succeededFuture(Outcome.invalid(row, found));
    }
    return Future.succeededFuture(read)
        .compose(good -> bringing.bring(Parcels.of(good), mode, caller))
        .map(verdict -> new Outcome(row, Optional.of(verdict), List.of(), Optional.empty()))
        .recover(
            failure ->
                failure instanceof Problem problem && OF_THE_ROW.contains(problem.type())
                    ? Future.succeededFuture(refused(row, problem))
                    : Future.failedFuture(failure));
  }

  private static Outcome refused(Row row, Problem problem) {
    return problem.violations().isEmpty()
        ? new Outcome(row, Optional.empty(), List.of(), Optional.of(problem))
        : Outcome.invalid(row, problem.violations());
  }
}
