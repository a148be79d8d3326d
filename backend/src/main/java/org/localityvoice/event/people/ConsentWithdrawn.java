package org.localityvoice.event.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * That a participant's consent counts no more, as it goes out through the outbox, written with what
 * has changed. Delivered at least once.
 *
 * @param purpose what it was to; absent for somebody who was removed, for whom everything ends
 * @param event the event, where the purpose is taking part
 */
public record ConsentWithdrawn(
    String participant, @Nullable Purpose purpose, @Nullable String event, Instant at) {

  /** The kind of effect. */
  public static final String KIND = "event.consent-withdrawn";

  /** Reads an effect of this kind. */
  public static ConsentWithdrawn read(Outgoing effect) {
    return Json.value(effect.payload(), ConsentWithdrawn.class);
  }

  /** Whether places depend on it: taking part, or everything. */
  public boolean freesPlaces() {
    return purpose == null || purpose == Purpose.TAKING_PART;
  }

  /** A consent, or all of them, of the version of a participant that is being written. */
  static Outgoing effect(Participant seen, @Nullable Consent consent, Instant now) {
    var what =
        new ConsentWithdrawn(
            seen.id(),
            consent == null ? null : consent.purpose(),
            consent == null ? null : consent.event(),
            now);
    var id =
        seen.id() + ":" + (seen.version() + 1) + ":" + (consent == null ? "all" : consent.id());
    return new Outgoing(id, KIND, Json.text(what));
  }
}
