package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.people.ConsentListener;
import org.localityvoice.event.people.ConsentWithdrawn;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

/**
 * Takes participants out of sessions that they may not come to any more. The organiser is told of
 * each, and whoever waits moves up.
 */
final class Withdrawals implements ConsentListener {
  private static final int PAGE = 100;

  private final RegistrationStore store;
  private final Admission admission;
  private final Events events;
  private final InstantSource clock;

  Withdrawals(RegistrationStore store, Admission admission, Events events, InstantSource clock) {
    this.store = store;
    this.admission = admission;
    this.events = events;
    this.clock = clock;
  }

  /** What another consent still covers stays; whoever is gone comes to nothing any more. */
  @Override
  public Future<Void> withdrawn(ConsentWithdrawn what) {
    if (!what.freesPlaces()) {
      return Future.succeededFuture();
    }
    var event = Optional.ofNullable(what.event());
    return look(what.participant(), event, what.at())
        .compose(
            done ->
                event.isPresent()
                    ? Future.succeededFuture()
                    // Also where no row is, or not yet.
                    : events.allotments().removeParticipant(what.participant()));
  }

  private Future<Void> look(String participant, Optional<String> event, Instant at) {
    return Pages.<Registration>each(
        PAGE,
        after ->
            store.coming(
                List.of(participant), clock.instant(), after.map(Registration::mark), PAGE),
        page ->
            InTurn.each(
                page.stream()
                    .filter(row -> row.state().live())
                    .filter(row -> event.map(row.visit().event()::equals).orElse(true))
                    .toList(),
                row -> remove(row, participant, event, at)));
  }

  private Future<Void> remove(
      Registration row, String participant, Optional<String> event, Instant at) {
    return events
        .session(row.visit().session())
        .compose(
            session ->
                session
                    .map(
                        found ->
                            may(found, participant, event)
                                .compose(
                                    may ->
                                        may
                                            ? Future.<Void>succeededFuture()
                                            : remove(row, found, participant, at)))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Boolean> may(Session session, String participant, Optional<String> event) {
    return event.isEmpty()
        ? Future.succeededFuture(false)
        : events
            .event(session.eventId())
            .compose(
                found ->
                    found
                        .map(one -> admission.mayAll(one, session, List.of(participant)))
                        .orElseGet(() -> Future.succeededFuture(false)));
  }

  /** Tells the organiser first: when the place is gone nothing would lead back here. */
  private Future<Void> remove(Registration row, Session session, String participant, Instant at) {
    var id = DerivedId.of("withdrawn", row.id(), participant, at.toString());
    var notice = Notices.toOrganiser(id, 0, Telling.CONSENT_WITHDRAWN, session, events.zone(), at);
    return store
        .<Boolean>change(
            row.id(), seen -> RowDraft.of(seen).effect(notice).decided(clock.instant(), true))
        .compose(
            told ->
                events
                    .allotments()
                    .apply(
                        row.visit().allotment(),
                        new Command.RemoveParticipant(participant, session.id())))
        .mapEmpty();
  }
}
