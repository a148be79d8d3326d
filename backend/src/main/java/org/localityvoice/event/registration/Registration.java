package org.localityvoice.event.registration;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * A party in a session, as it is found. It decides nothing: who has a place is said by the
 * allotment, and this row is made from it.
 *
 * @param id made by the client, or derived from its package
 * @param account who registered the party
 * @param participants who is in the party; of one that has ended, who was
 * @param packageId the package that it belongs to; absent for one date alone
 * @param since when it was asked for
 * @param number of the allotment's effect that this is made from, or a later one
 * @param told number of the effect up to which people have been told
 * @param tellings counts what people have been told
 * @param remindAt when people are next reminded; absent when never again
 * @param later what has to wait until the night is over
 * @param dueAt the earliest of these moments
 */
public record Registration(
    @BsonId String id,
    long version,
    String account,
    Visit visit,
    List<String> participants,
    Stand stand,
    Asking asking,
    @Nullable String packageId,
    Instant since,
    long number,
    long told,
    long tellings,
    @Nullable Instant remindAt,
    List<Later> later,
    @Nullable Instant dueAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  static final String COLLECTION = "registrations";

  public Registration {
    participants = List.copyOf(participants);
    later = List.copyOf(later);
    outbox = List.copyOf(outbox);
  }

  /** The state, for short. */
  public Stand.State state() {
    return stand.state();
  }

  /**
   * Of whom what was told is to be removed at once, because they do not come. Once the session has
   * begun nobody: they may be inside, and whoever is there must know whom to call.
   */
  List<String> toForget(Instant now) {
    return now.isBefore(visit.startsAt()) ? gone() : List.of();
  }

  /** Where a list by start goes on after it. */
  ListMark mark() {
    return new ListMark(visit.startsAt(), id);
  }

  /** Of whom something may have been told although they do not come. */
  List<String> gone() {
    return state() == Stand.State.ENDED
        ? asking.told()
        : asking.told().stream().filter(one -> !participants.contains(one)).toList();
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return "Registration of " + participants.size() + ", " + stand;
  }
}
