package org.localityvoice.walkabout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * A walkabout with everything that was noted during it, apart from findings. It is one document, so
 * that all items of a batch go into it in one write, or none does.
 *
 * @param id made by the client
 * @param version counts every write, those of the outbox too
 * @param edition counts what people have planned, from 1; what {@code If-Match} names
 * @param rewalkOf id of the walkabout that it repeats blindly; absent for none
 * @param lead uid of who planned it; never shown
 * @param cancelled why it does not take place; absent if it does
 * @param noted what was noted during it
 * @param pruneAt when the first tombstone may go; absent where there is none
 * @param namelessSince since when a pseudonym stands for each person; absent while people are named
 * @param key under which pseudonyms are made, while those of its re-walks are; absent before and
 *     after that
 * @param named the time for which it is planned, while people are named; absent once they are not
 */
public record Walkabout(
    @BsonId String id,
    long version,
    long edition,
    String localityId,
    String routeId,
    int routeVersion,
    @Nullable String rewalkOf,
    String lead,
    Plan plan,
    @Nullable String cancelled,
    WalkRecord noted,
    @Nullable Instant pruneAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince,
    @Nullable Instant namelessSince,
    @Nullable String key,
    @Nullable Instant named)
    implements Versioned {

  static final String COLLECTION = "walkabouts";

  public Walkabout {
    outbox = List.copyOf(outbox);
    named = namelessSince == null ? plan.startsAt() : null;
  }

  /** Made by somebody who has planned it; nothing was noted yet. */
  public Walkabout(
      String id,
      long version,
      long edition,
      String localityId,
      String routeId,
      int routeVersion,
      @Nullable String rewalkOf,
      String lead,
      Plan plan,
      @Nullable String cancelled,
      WalkRecord noted,
      @Nullable Instant pruneAt,
      List<Outgoing> outbox,
      @Nullable Instant outboxSince) {
    this(
        id,
        version,
        edition,
        localityId,
        routeId,
        routeVersion,
        rewalkOf,
        lead,
        plan,
        cancelled,
        noted,
        pruneAt,
        outbox,
        outboxSince,
        null,
        null,
        null);
  }

  /** Whether nobody is named in it any more. Nothing is noted, decided or planned then. */
  public boolean nameless() {
    return namelessSince != null;
  }

  /** Whether it is too old to be repeated: its people are about to be forgotten, or are. */
  boolean closing() {
    return key != null || nameless();
  }

  /** With the key for its pseudonyms and those of its re-walks. */
  Walkabout closing(String nextKey) {
    return new Walkabout(
        id,
        version + 1,
        edition,
        localityId,
        routeId,
        routeVersion,
        rewalkOf,
        lead,
        plan,
        cancelled,
        noted,
        pruneAt,
        outbox,
        outboxSince,
        namelessSince,
        nextKey,
        named);
  }

  /** With a pseudonym for each person, and without the key. */
  Walkabout nameless(Pseudonyms pseudonyms, Instant now) {
    return new Walkabout(
        id,
        version + 1,
        edition,
        localityId,
        routeId,
        routeVersion,
        rewalkOf,
        pseudonyms.of(lead),
        plan,
        cancelled,
        noted.nameless(pseudonyms),
        pruneAt,
        outbox,
        outboxSince,
        now,
        null,
        null);
  }

  /** Where it stands. */
  public WalkaboutState state(Instant now) {
    var values = noted.fields(now).values();
    if (values.containsKey("endedAt")) {
      return WalkaboutState.ENDED;
    }
    if (values.containsKey("startedAt") || noted.walked() > 0) {
      return WalkaboutState.UNDERWAY;
    }
    return cancelled == null ? WalkaboutState.PLANNED : WalkaboutState.CANCELLED;
  }

  /** The walkabout that it repeats. */
  public Optional<String> repeats() {
    return Optional.ofNullable(rewalkOf);
  }

  Walkabout with(Plan next, Outgoing effect, Instant now) {
    return edited(next, cancelled, effect, now);
  }

  Walkabout cancelled(String reason, Outgoing effect, Instant now) {
    return edited(plan, reason, effect, now);
  }

  private Walkabout edited(
      Plan nextPlan, @Nullable String nextCancelled, Outgoing effect, Instant now) {
    return new Walkabout(
        id,
        version + 1,
        edition + 1,
        localityId,
        routeId,
        routeVersion,
        rewalkOf,
        lead,
        nextPlan,
        nextCancelled,
        noted,
        pruneAt,
        more(Optional.of(effect)),
        outboxSince == null ? now : outboxSince,
        namelessSince,
        key,
        named);
  }

  /**
   * With what was noted, and perhaps something to be told. Figures are made of what was noted, so
   * whoever makes them hears of each change.
   */
  Walkabout with(WalkRecord next, Optional<Outgoing> effect, Instant now) {
    var effects = more(effect);
    effects.add(heard());
    return new Walkabout(
        id,
        version + 1,
        edition,
        localityId,
        routeId,
        routeVersion,
        rewalkOf,
        lead,
        plan,
        cancelled,
        next,
        next.pruneAt().orElse(null),
        effects,
        outboxSince == null ? now : outboxSince,
        namelessSince,
        key,
        named);
  }

  private Outgoing heard() {
    return new Outgoing(
        DerivedId.of("walkabout-noted", id, String.valueOf(version + 1)),
        Walkabouts.NOTED,
        Json.text(new Walkabouts.Noted(id)));
  }

  private ArrayList<Outgoing> more(Optional<Outgoing> effect) {
    var all = new ArrayList<>(outbox);
    effect.ifPresent(all::add);
    return all;
  }

  /** Without what was noted. */
  @Override
  public String toString() {
    return "walkabout " + id;
  }
}
