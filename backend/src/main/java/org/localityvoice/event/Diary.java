package org.localityvoice.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Versioned;

/**
 * Who has a space, and when. This one document decides it, so that no two sessions can be in the
 * same space at the same time, and a series gets all its days or none. Pure.
 *
 * @param id of the space
 * @param entries of sessions to come, in no order
 */
public record Diary(@BsonId String id, long version, List<Entry> entries) implements Versioned {
  /** How many entries a space may have. The document must stay small. */
  static final int MOST_ENTRIES = 2_000;

  /** Entries are forgotten when this time has passed since their end. */
  private static final Duration KEPT = Duration.ofDays(2);

  public Diary {
    entries = List.copyOf(entries);
  }

  /**
   * A time that is taken.
   *
   * @param claimedAt when
   * @param claim version of the diary that it came with; a session that takes the same time again
   *     has another entry
   */
  public record Entry(
      String session, Instant startsAt, Instant endsAt, Instant claimedAt, long claim) {
    /** Whether it is for that time of that session. */
    boolean isFor(String other, Slot slot) {
      return session.equals(other)
          && startsAt.equals(slot.startsAt())
          && endsAt.equals(slot.endsAt());
    }
  }

  /** A session that wants a time in the space. */
  record Claim(String session, Slot slot) {}

  static String idOf(String venueId, String spaceId) {
    return venueId + "/" + spaceId;
  }

  static Diary empty(String id) {
    return new Diary(id, 1, List.of());
  }

  /**
   * Entries of other sessions that are in the way: there must be the set-up time between the end of
   * one and the start of the next.
   */
  List<Entry> inTheWay(Claim claim, Duration setUp) {
    return entries.stream()
        .filter(one -> !one.session().equals(claim.session()))
        .filter(
            one ->
                one.startsAt().minus(setUp).isBefore(claim.slot().endsAt())
                    && claim.slot().startsAt().minus(setUp).isBefore(one.endsAt()))
        .toList();
  }

  /** With the claims, which nothing is in the way of, and without what is long over. */
  Diary with(Collection<Claim> claims, Instant now) {
    var next = new ArrayList<Entry>();
    entries.stream()
        .filter(one -> claims.stream().noneMatch(claim -> one.isFor(claim.session(), claim.slot())))
        .filter(one -> one.endsAt().plus(KEPT).isAfter(now))
        .forEach(next::add);
    claims.forEach(
        claim ->
            next.add(
                new Entry(
                    claim.session(),
                    claim.slot().startsAt(),
                    claim.slot().endsAt(),
                    now,
                    version + 1)));
    return new Diary(id, version + 1, next);
  }

  /** Without these very entries. */
  Diary without(Collection<Entry> gone) {
    return new Diary(id, version + 1, entries.stream().filter(one -> !gone.contains(one)).toList());
  }

  /** All entries of a session. */
  List<Entry> of(Collection<String> sessions) {
    return entries.stream().filter(one -> sessions.contains(one.session())).toList();
  }
}
