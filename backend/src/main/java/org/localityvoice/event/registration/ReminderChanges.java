package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Objects;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionReceiver;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Brings rows up to when people are to be reminded of their session now. Whoever registers while
 * that is changed is seen to by {@link RegistrationReceiver}, which looks at the session after the
 * row is there.
 */
final class ReminderChanges implements SessionReceiver {
  private static final int PAGE = 100;

  private final RegistrationStore store;
  private final InstantSource clock;

  ReminderChanges(RegistrationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Future<Void> changed(Session session) {
    return session.listed() ? rows(session, "") : Future.succeededFuture();
  }

  private Future<Void> rows(Session session, String after) {
    return store
        .remindedOtherwise(session.id(), session.remindMinutes(), after, PAGE)
        .compose(
            page -> {
              var all = Future.<Void>succeededFuture();
              for (var row : page) {
                all = all.compose(before -> change(session, row));
              }
              return page.size() < PAGE
                  ? all
                  : all.compose(done -> rows(session, page.get(PAGE - 1).id()));
            });
  }

  private Future<Void> change(Session session, Registration found) {
    var now = clock.instant();
    var minutes = session.remindMinutes();
    return store
        .<Boolean>change(
            found.id(),
            row ->
                Objects.equals(row.visit().remindMinutes(), minutes)
                    ? Decision.keep(false)
                    : RowDraft.of(row).reminded(minutes).decided(now, true))
        .recover(ReminderChanges::gone)
        .mapEmpty();
  }

  /** A row that was taken back in the meantime needs nothing. */
  private static Future<Boolean> gone(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND
        ? Future.succeededFuture(false)
        : Future.failedFuture(failure);
  }
}
