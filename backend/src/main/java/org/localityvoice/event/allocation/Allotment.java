package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * The places of one session, or of all sessions that share a pool (one venue space on one day).
 * This document alone decides who has a place; whatever else shows places is made from it. It knows
 * people by ids only.
 *
 * @param poolCapacity how many participants all sessions together may have; absent without a pool
 * @param sessions in the order in which they were added
 * @param tickets how many have joined so far; a party's ticket is its place in all queues
 * @param effects how many effects it has had so far
 * @param participants everybody who is in a session that has not been swept as over; an index finds
 *     by it what is to change when a consent is withdrawn
 * @param dueAt when time alone will change something; absent when never
 * @param lastBooked when the last session that knows a party begins; absent when none does
 * @param lastEnded when the last session that knows registrations that have ended is over
 */
public record Allotment(
    @BsonId String id,
    long version,
    @Nullable Integer poolCapacity,
    List<SessionPlaces> sessions,
    long tickets,
    long effects,
    List<String> participants,
    @Nullable Instant dueAt,
    @Nullable Instant lastBooked,
    @Nullable Instant lastEnded,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  public Allotment {
    sessions = List.copyOf(sessions);
    participants = List.copyOf(participants);
    outbox = List.copyOf(outbox);
  }

  /** The session of this id, if it is one of this allotment. */
  public Optional<SessionPlaces> session(String sessionId) {
    return sessions.stream().filter(one -> one.id().equals(sessionId)).findFirst();
  }

  /**
   * How many more participants a session can take: by its own capacity and by the pool's. Below
   * zero when it is over-committed, which happens when a capacity is lowered; zero when it is
   * cancelled.
   */
  public int free(SessionPlaces session) {
    if (session.state() == SessionState.CANCELLED) {
      return 0;
    }
    return Math.min(session.ownFree(), poolFree());
  }

  /** What is left of the pool; without a pool, more than anybody asks for. */
  int poolFree() {
    return poolCapacity == null
        ? Integer.MAX_VALUE
        : poolCapacity - sessions.stream().mapToInt(SessionPlaces::taken).sum();
  }

  /** Whether nothing is different but the version. */
  boolean saysTheSameAs(Allotment other) {
    return effects == other.effects
        && participants.equals(other.participants)
        && Objects.equals(dueAt, other.dueAt)
        && Objects.equals(lastBooked, other.lastBooked)
        && Objects.equals(lastEnded, other.lastEnded);
  }
}
