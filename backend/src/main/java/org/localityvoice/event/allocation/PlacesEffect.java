package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * One thing that has happened to an allotment, as it arrives through the outbox: each once in the
 * document, delivered at least once, in order. Whoever keeps a row about a registration remembers
 * {@code number} and ignores what is not greater. Whoever keeps rows about sessions reads the
 * allotment anew, writes all its sessions, and remembers the allotment's version in the same way: a
 * place taken in one session of a pool is gone from the others too.
 *
 * @param number counts the effects of this allotment, from 1, without gaps
 * @param version of the allotment that this was written with; several effects may share one
 * @param session absent when it is about the pool
 * @param registration absent when it is about the session or pool; so are the two that follow
 * @param participants who is in the party after it; of one that has ended, who was
 */
public record PlacesEffect(
    String allotment,
    long number,
    long version,
    Instant at,
    @Nullable String session,
    Transition what,
    @Nullable String registration,
    List<String> participants,
    @Nullable String account) {

  /** The kind of effect. */
  public static final String KIND = "event.places";

  public PlacesEffect {
    participants = List.copyOf(participants);
  }

  /** Reads an effect of this kind. */
  public static PlacesEffect read(Outgoing effect) {
    return Json.value(effect.payload(), PlacesEffect.class);
  }

  Outgoing outgoing() {
    return new Outgoing(allotment + ":" + number, KIND, Json.text(this));
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return "effect " + number + " " + what;
  }
}
