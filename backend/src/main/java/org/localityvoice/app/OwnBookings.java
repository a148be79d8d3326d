package org.localityvoice.app;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.localityvoice.event.feeds.OwnSessions;
import org.localityvoice.event.registration.OwnPlaces;
import org.localityvoice.event.registration.Registration;
import org.localityvoice.event.registration.Stand;

/** What people have registered for, as their calendars want it. */
final class OwnBookings implements OwnSessions {
  private final OwnPlaces places;

  OwnBookings(OwnPlaces places) {
    this.places = places;
  }

  @Override
  public Future<List<Own>> of(String uid, Instant from, Instant to, int limit) {
    return places
        .of(uid, from, to, limit)
        .map(rows -> rows.stream().map(OwnBookings::own).toList());
  }

  private static Own own(Registration row) {
    return new Own(row.visit().session(), row.state() == Stand.State.PLACED);
  }
}
