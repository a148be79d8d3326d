package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.localityvoice.event.people.Participant;
import org.localityvoice.event.people.People;

/** Where an account, or somebody it acts for, is expected; for whoever tells it nothing else. */
public final class OwnPlaces {
  private final RegistrationStore store;
  private final People people;

  OwnPlaces(RegistrationStore store, People people) {
    this.store = store;
    this.people = people;
  }

  /**
   * Registrations in sessions that start in a time, by start, of those whom an account may act for
   * at this moment: with places, with places kept or offered, or ended because the session is
   * cancelled.
   *
   * @param to not in it any more
   */
  public Future<List<Registration>> of(String uid, Instant from, Instant to, int limit) {
    return people
        .of(uid)
        .compose(
            wards -> store.expected(wards.stream().map(Participant::id).toList(), from, to, limit));
  }
}
