package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Objects;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionReceiver;
import org.localityvoice.mongo.Decision;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

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
    if (!session.listed()) {
      return Future.succeededFuture();
    }
    var id = session.id();
    var minutes = session.remindMinutes();
    return Pages.<Registration>each(
        PAGE,
        after -> store.remindedOtherwise(id, minutes, SessionRows.id(after), PAGE),
        page -> InTurn.each(page, row -> change(session, row)));
  }

  private Future<Void> change(Session session, Registration found) {
    var now = clock.instant();
    var minutes = session.remindMinutes();
    return SessionRows.unlessGone(
            store.<Boolean>change(
                found.id(),
                row ->
                    Objects.equals(row.visit().remindMinutes(), minutes)
                        ? Decision.keep(false)
                        : RowDraft.of(row).reminded(minutes).decided(now, true)),
            false)
        .mapEmpty();
  }
}
