package org.localityvoice.event.allocation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.SessionPlaces.Ended;
import org.localityvoice.outbox.Outgoing;

/**
 * The working copy of an allotment while commands are applied to it. Every change goes through a
 * method that notes its one effect as well.
 */
final class Draft {
  private final Allotment seen;
  private final Instant now;
  private final Map<String, SessionPlaces> sessions = new LinkedHashMap<>();
  private final List<PlacesEffect> effects = new ArrayList<>();
  private @Nullable Integer poolCapacity;
  private long tickets;

  Draft(Allotment seen, Instant now) {
    this.seen = seen;
    // As exact as the store keeps it: a retry must find what the first try was told.
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    poolCapacity = seen.poolCapacity();
    tickets = seen.tickets();
    seen.sessions().forEach(session -> sessions.put(session.id(), session));
  }

  Instant now() {
    return now;
  }

  List<SessionPlaces> sessions() {
    return List.copyOf(sessions.values());
  }

  Optional<SessionPlaces> session(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  Optional<Integer> poolCapacity() {
    return Optional.ofNullable(poolCapacity);
  }

  /** What is left of the pool; without a pool, more than anybody asks for. */
  int poolFree() {
    return poolCapacity == null
        ? Integer.MAX_VALUE
        : poolCapacity - sessions.values().stream().mapToInt(SessionPlaces::taken).sum();
  }

  /** The largest party that the session could have when it, and the pool, were empty. */
  int mostIn(SessionPlaces session) {
    return poolCapacity == null ? session.capacity() : Math.min(session.capacity(), poolCapacity);
  }

  List<PlacesEffect> effects() {
    return List.copyOf(effects);
  }

  /** The next place in the queue. */
  long ticket() {
    return ++tickets;
  }

  /** Puts a booking in, at the end of the queue. */
  void add(String session, Booking booking, Transition what) {
    put(current(session).with(booking));
    note(session, booking, what);
  }

  /** Puts a booking in the place of what it was. */
  void change(String session, Booking booking, Transition what) {
    put(current(session).without(booking.registration()).with(booking));
    note(session, booking, what);
  }

  /** Takes a booking out, and remembers it as ended. */
  void end(String session, Booking booking, EndReason reason) {
    var ended = new Ended(booking.registration(), booking.digest(), reason);
    put(current(session).without(booking.registration()).with(ended));
    note(session, booking, new Transition.HasEnded(reason));
  }

  /** Puts a session in, or in the place of what it was. */
  void change(SessionPlaces session, Transition what) {
    put(session);
    note(session.id(), null, what);
  }

  void changePool(int capacity) {
    poolCapacity = capacity;
    note(null, null, new Transition.PoolChanged(capacity));
  }

  /**
   * Forgets who was in a session, without an effect: nobody has to know. It is for those that are
   * over, when all others that share the pool are over too.
   */
  void forget(Command.Forget what) {
    if (sessions().stream().allMatch(session -> session.isOver(now))) {
      sessions().forEach(session -> put(session.forgotten(what)));
    }
  }

  /** The allotment as it is now; the very one that was seen if nothing is different. */
  Allotment next() {
    var plain =
        new Allotment(
            seen.id(),
            seen.version() + 1,
            poolCapacity,
            sessions(),
            tickets,
            seen.effects() + effects.size(),
            Due.participants(sessions(), now),
            Due.at(sessions(), now),
            Due.lastBooked(sessions()),
            Due.lastEnded(sessions()),
            outbox(),
            effects.isEmpty() || seen.outboxSince() != null ? seen.outboxSince() : now);
    return plain.saysTheSameAs(seen) ? seen : plain;
  }

  private List<Outgoing> outbox() {
    var all = new ArrayList<>(seen.outbox());
    effects.forEach(effect -> all.add(effect.outgoing()));
    return all;
  }

  private SessionPlaces current(String session) {
    return session(session).orElseThrow();
  }

  private void put(SessionPlaces session) {
    sessions.put(session.id(), session);
  }

  private void note(@Nullable String session, @Nullable Booking booking, Transition what) {
    effects.add(
        new PlacesEffect(
            seen.id(),
            seen.effects() + effects.size() + 1,
            seen.version() + 1,
            now,
            session,
            what,
            booking == null ? null : booking.registration(),
            booking == null ? List.of() : booking.participants(),
            booking == null ? null : booking.account()));
  }
}
