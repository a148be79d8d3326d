package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import org.localityvoice.event.RegistrationIds;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Party;

/** An id is of whoever's row was there first; the store sees to that. */
final class RowIds implements RegistrationIds {
  private final RegistrationStore store;
  private final InstantSource clock;

  RowIds(RegistrationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Future<Boolean> freeFor(String session, String registration) {
    return store
        .find(registration)
        .map(found -> found.filter(row -> !row.visit().session().equals(session)).isEmpty());
  }

  /** Adds the row that {@link RegistrationReceiver} would add later, and then brings up to date. */
  @Override
  public Future<Boolean> take(Session session, Party party) {
    var row =
        RowDraft.first(
            party.registration(),
            party.account(),
            Visit.of(session),
            party.participants(),
            Asking.none(),
            null,
            clock.instant());
    return store
        .add(row)
        .compose(
            added ->
                added ? Future.succeededFuture(true) : freeFor(session.id(), party.registration()));
  }
}
