package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

/** What is done to every row of a session, one after the other. */
final class SessionRows {
  private static final int PAGE = 100;

  private SessionRows() {}

  /** To all of a session, in the order of their ids. */
  static Future<Void> each(
      RegistrationStore store, String session, Function<Registration, Future<Void>> work) {
    return Pages.<Registration>each(
        PAGE, after -> store.ofSession(session, id(after), PAGE), page -> InTurn.each(page, work));
  }

  /** Where the page after a row begins; the first one begins before all ids. */
  static String id(Optional<Registration> after) {
    return after.map(Registration::id).orElse("");
  }

  /** A row that was taken back in the meantime needs nothing: then it is {@code nothing}. */
  static <T> Future<T> unlessGone(Future<T> change, T nothing) {
    return change.recover(
        failure ->
            failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND
                ? Future.succeededFuture(nothing)
                : Future.failedFuture(failure));
  }
}
