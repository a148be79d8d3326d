package org.localityvoice.event.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * Two sessions that get in each other's way, and what is to become of it.
 *
 * @param id derived from the two sessions
 * @param pair derived from their events
 * @param localities of the two, each once
 * @param round counts how often it was opened, from 1; what is said holds for one round
 * @param sides the two sessions, the smaller id first
 * @param decided what the manager has decided in this round
 * @param openedAt when this round began
 * @param answerBy when the managers are told that it is not settled
 * @param startsAt when the first of the sessions begins, after which nothing can be settled
 * @param managersTold whether {@code answerBy} has passed and they were told
 * @param wakeAt when time alone will change something; absent when never
 * @param applied the latest requests, so that a retry is known
 */
public record Clash(
    @BsonId String id,
    long version,
    String pair,
    List<String> localities,
    ClashCode code,
    ClashState state,
    int round,
    List<Side> sides,
    @Nullable Said decided,
    Instant openedAt,
    Instant answerBy,
    Instant startsAt,
    boolean managersTold,
    @Nullable Instant wakeAt,
    List<Applied> applied,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  /** So many requests are remembered. */
  static final int MOST_APPLIED = 50;

  static final String COLLECTION = "event_clashes";

  public Clash {
    localities = List.copyOf(localities);
    sides = List.copyOf(sides);
    applied = List.copyOf(applied);
    outbox = List.copyOf(outbox);
  }

  /** A request that was carried out, and a digest of what it said. */
  public record Applied(String key, String digest) {}

  /** Where a list by start goes on after it. */
  ListMark mark() {
    return new ListMark(startsAt, id);
  }

  /** The side of a session of it. */
  Optional<Side> side(String session) {
    return sides.stream().filter(side -> side.session().equals(session)).findFirst();
  }

  /** The other side. */
  Side across(Side side) {
    return sides.get(sides.get(0).session().equals(side.session()) ? 1 : 0);
  }
}
