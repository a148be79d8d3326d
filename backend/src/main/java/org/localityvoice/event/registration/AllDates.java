package org.localityvoice.event.registration;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Words;
import org.localityvoice.mongo.Versioned;

/**
 * A package: the same party in every session of an event that is still to come, or in none. It
 * notes which step all of its sessions have been taken through; every step may be taken again by
 * anybody, and changes nothing then.
 *
 * @param id made by the client
 * @param digest of what it was made with
 * @param steps its sessions in the order of their ids, in which places are asked for, so that two
 *     packages never wait for each other in a circle
 * @param refusal why it was refused, as a code of the messages; absent otherwise
 * @param refusedIn the session that refused it
 * @param heldUntil when places that are not confirmed are free again
 * @param unfinishedSince since when it has been on its way; absent when it has arrived
 */
public record AllDates(
    @BsonId String id,
    long version,
    String account,
    String event,
    List<String> participants,
    String digest,
    Phase phase,
    List<Step> steps,
    @Nullable String refusal,
    @Nullable String refusedIn,
    Instant since,
    Instant heldUntil,
    @Nullable Instant unfinishedSince)
    implements Versioned {

  static final String COLLECTION = "packages";

  public AllDates {
    participants = List.copyOf(participants);
    steps = List.copyOf(steps);
  }

  /** One date. */
  public record Step(String session, String allotment, String registration) {}

  /** How far it is. */
  public enum Phase {
    /** The sessions are told what they ask of the participants. */
    TELLING,
    /** Places are kept, date by date. */
    HOLDING,
    /** All are kept; they become the party's own. */
    CONFIRMING,
    /** The party has its places. Single dates can be given back. */
    PLACED,
    /** A date was full, or lapsed, or somebody may not come: everything is given up. */
    RELEASING,
    REFUSED,
    /** Given back as a whole. */
    CANCELLING,
    CANCELLED;

    /** The name in the contract. */
    public String slug() {
      return Words.slug(this);
    }

    /** Whether nothing more is to be done. */
    boolean arrived() {
      return this == PLACED || this == REFUSED || this == CANCELLED;
    }

    /** Whether what is kept for it must be given up. */
    boolean givenUp() {
      return this == RELEASING || this == REFUSED;
    }
  }

  AllDates in(Phase next, Instant now) {
    return new AllDates(
        id,
        version + 1,
        account,
        event,
        participants,
        digest,
        next,
        steps,
        refusal,
        refusedIn,
        since,
        heldUntil,
        next.arrived() ? null : now);
  }

  AllDates refused(String code, String session, Instant now) {
    return new AllDates(
        id,
        version + 1,
        account,
        event,
        participants,
        digest,
        Phase.RELEASING,
        steps,
        code,
        session,
        since,
        heldUntil,
        now);
  }

  /** Without somebody who was removed, and whoever registered them where nobody else is in it. */
  AllDates without(String participant) {
    var others = participants.stream().filter(one -> !one.equals(participant)).toList();
    return new AllDates(
        id,
        version + 1,
        others.isEmpty() ? "" : account,
        event,
        others,
        digest,
        phase,
        steps,
        refusal,
        refusedIn,
        since,
        heldUntil,
        unfinishedSince);
  }

  /** Without who they are. */
  @Override
  public String toString() {
    return "package of " + steps.size() + " dates, " + phase;
  }
}
