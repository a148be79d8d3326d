package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.registration.Audience.Listeners;
import org.localityvoice.mongo.Decision;
import org.localityvoice.schedule.InTurn;

/**
 * Reminds people, each time once: the row says when, and is written with the message in its outbox.
 * Whatever moves the session, or ends the registration, has moved or ended this too.
 */
final class ReminderService {
  /** The name of the job. */
  static final String JOB = "event.registration.reminders";

  static final Duration PERIOD = Duration.ofSeconds(30);
  private static final int PAGE = 100;

  private final RegistrationStore store;
  private final Events events;
  private final Audience audience;
  private final Runnable nudge;
  private final InstantSource clock;

  ReminderService(
      RegistrationStore store,
      Events events,
      Audience audience,
      Runnable nudge,
      InstantSource clock) {
    this.store = store;
    this.events = events;
    this.audience = audience;
    this.nudge = nudge;
    this.clock = clock;
  }

  Future<Void> run() {
    return store
        .due(clock.instant(), PAGE)
        .compose(
            page ->
                InTurn.eachByItself("a reminder", page, this::remind)
                    .compose(
                        done -> {
                          if (done > 0) {
                            nudge.run();
                          }
                          return page.size() < PAGE || done == 0
                              ? Future.<Void>succeededFuture()
                              : run();
                        }));
  }

  private Future<Void> remind(Registration row) {
    return events
        .session(row.visit().session())
        .compose(
            session ->
                audience
                    .of(row.participants())
                    .compose(
                        listeners ->
                            store.<Boolean>change(
                                row.id(),
                                seen ->
                                    session
                                        .map(found -> reminded(seen, found, listeners))
                                        .orElseGet(() -> silent(seen)))))
        .mapEmpty();
  }

  /** A session that is not there any more. */
  private Decision<Registration, Boolean> silent(Registration row) {
    return RowDraft.of(row).remindAt(null).later(List.of()).decided(clock.instant(), false);
  }

  private Decision<Registration, Boolean> reminded(
      Registration row, Session session, Listeners listeners) {
    var now = clock.instant();
    if (row.dueAt() == null || row.dueAt().isAfter(now)) {
      return Decision.keep(false);
    }
    var draft = RowDraft.of(row);
    draft.later(row.later().stream().filter(one -> one.at().isAfter(now)).toList());
    for (var one : row.later()) {
      if (!one.at().isAfter(now) && stillSo(row, one, listeners, now)) {
        draft.effect(audience.again(row.id(), one, session, now));
      }
    }
    var remindAt = row.remindAt();
    if (remindAt != null && !remindAt.isAfter(now)) {
      if (now.isBefore(row.visit().startsAt()) && !listeners.young().isEmpty()) {
        audience.tell(draft, row.id(), Telling.REMINDER, session, listeners, now);
      }
      draft.remindAt(row.visit().reminder(now).orElse(null));
    }
    return draft.decided(now, true);
  }

  /** What has waited for the morning may be nobody's to hear any more, or too late. */
  private static boolean stillSo(Registration row, Later one, Listeners listeners, Instant now) {
    return listeners.young().containsKey(one.uid())
        && (!one.code().equals(Telling.REMINDER)
            || (row.state() == Stand.State.PLACED && now.isBefore(row.visit().startsAt())));
  }
}
