package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.event.PlacesReceiver;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.event.allocation.Transition;
import org.localityvoice.event.people.Vault;
import org.localityvoice.event.registration.Audience.Listeners;
import org.localityvoice.mongo.Decision;

/** Keeps rows as the allotments say, and has people told of what they do not know yet. */
final class RegistrationReceiver implements PlacesReceiver {
  private final RegistrationStore store;
  private final Events events;
  private final Audience audience;
  private final Relocations relocations;
  private final Vault vault;
  private final InstantSource clock;

  RegistrationReceiver(
      RegistrationStore store,
      Events events,
      Audience audience,
      Relocations relocations,
      Vault vault,
      InstantSource clock) {
    this.store = store;
    this.events = events;
    this.audience = audience;
    this.relocations = relocations;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Future<Void> receive(PlacesEffect effect) {
    var about = effect.session();
    var registration = effect.registration();
    if (about == null) {
      return Future.succeededFuture();
    }
    if (effect.what() instanceof Transition.OfRegistration && registration != null) {
      return events
          .session(about)
          .compose(
              session ->
                  session
                      .map(found -> row(effect, found, registration))
                      .orElseGet(Future::succeededFuture));
    }
    if (effect.what() instanceof Transition.SessionMoved moved) {
      return events
          .session(about)
          .compose(
              session ->
                  session
                      .map(
                          found ->
                              SessionRows.each(store, about, row -> change(effect, found, row)))
                      .orElseGet(Future::succeededFuture))
          .compose(done -> vault.moved(about, moved.endsAt()));
    }
    return Future.succeededFuture();
  }

  private Future<Void> row(PlacesEffect effect, Session session, String id) {
    return store
        .find(id)
        .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> add(effect, session)))
        .compose(row -> change(effect, session, row));
  }

  /** A registration that did not come by us, at the door for instance. */
  private Future<Registration> add(PlacesEffect effect, Session session) {
    var id = Optional.ofNullable(effect.registration()).orElseThrow();
    var row =
        RowDraft.first(
            id,
            Optional.ofNullable(effect.account()).orElse(""),
            Visit.of(session),
            effect.participants(),
            Asking.none(),
            null,
            effect.at());
    return store.add(row).compose(added -> store.find(id)).map(Optional::orElseThrow);
  }

  private Future<Void> change(PlacesEffect effect, Session session, Registration seen) {
    if (!seen.visit().session().equals(session.id())) {
      return Future.succeededFuture();
    }
    var code = effect.number() > seen.told() ? Telling.of(seen, effect) : Optional.<String>empty();
    var party = effect.participants().isEmpty() ? seen.participants() : effect.participants();
    return (code.isPresent() ? audience.of(party) : Future.succeededFuture(new Listeners(Map.of())))
        .compose(
            listeners ->
                SessionRows.unlessGone(
                    store.change(seen.id(), row -> changed(effect, session, row, code, listeners)),
                    Optional.empty()))
        .compose(
            row ->
                row.map(one -> forget(one).compose(done -> relocations.follow(one, session)))
                    .orElseGet(Future::succeededFuture));
  }

  private Decision<Registration, Optional<Registration>> changed(
      PlacesEffect effect,
      Session session,
      Registration row,
      Optional<String> code,
      Listeners listeners) {
    if (effect.number() <= row.told()) {
      return Decision.keep(Optional.of(row));
    }
    var now = clock.instant();
    var draft = RowDraft.of(row).told(effect.number());
    Projection.take(draft, row, effect);
    draft.reminded(session.remindMinutes());
    if (!listeners.young().isEmpty()) {
      code.ifPresent(one -> audience.tell(draft, row.id(), one, session, listeners, now));
    }
    var next = draft.next(now);
    return Decision.replace(next, Optional.of(next));
  }

  /** What was told of those who do not come any more; asking again does no harm. */
  private Future<Void> forget(Registration row) {
    if (row.asking().pendingSince() != null) {
      return Future.succeededFuture();
    }
    return Future.join(
            row.toForget(clock.instant()).stream()
                .map(one -> vault.remove(row.visit().session(), one, row.id()))
                .toList())
        .mapEmpty();
  }
}
