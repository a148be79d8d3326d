package org.localityvoice.event.allocation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What has happened to a registration, to a session, or to the pool. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Transition.Placed.class, name = "placed"),
  @JsonSubTypes.Type(value = Transition.Waitlisted.class, name = "waitlisted"),
  @JsonSubTypes.Type(value = Transition.Offered.class, name = "offered"),
  @JsonSubTypes.Type(value = Transition.Held.class, name = "held"),
  @JsonSubTypes.Type(value = Transition.Skipped.class, name = "skipped"),
  @JsonSubTypes.Type(value = Transition.PartyChanged.class, name = "party-changed"),
  @JsonSubTypes.Type(value = Transition.HasEnded.class, name = "ended"),
  @JsonSubTypes.Type(value = Transition.SessionAdded.class, name = "session-added"),
  @JsonSubTypes.Type(value = Transition.CapacityChanged.class, name = "capacity-changed"),
  @JsonSubTypes.Type(value = Transition.PoolChanged.class, name = "pool-changed"),
  @JsonSubTypes.Type(value = Transition.PolicyChanged.class, name = "policy-changed"),
  @JsonSubTypes.Type(value = Transition.SessionMoved.class, name = "session-moved"),
  @JsonSubTypes.Type(value = Transition.SessionCancelled.class, name = "session-cancelled")
})
public sealed interface Transition {
  /** What happens to a registration. */
  sealed interface OfRegistration extends Transition {}

  /** What happens to a session as a whole, or to the pool. */
  sealed interface OfSession extends Transition {}

  /** The party has its places. */
  record Placed(How how) implements OfRegistration {
    /** By what it got them. */
    public enum How {
      /** There were places when it joined. */
      JOINED,
      /** It took an offer. */
      ACCEPTED,
      /** A package was confirmed. */
      CONFIRMED,
      /** It waited, and was not asked; it can decline by leaving. */
      AUTOMATIC
    }
  }

  /** The party waits. */
  record Waitlisted() implements OfRegistration {}

  /** The party is offered places. */
  record Offered(Instant until) implements OfRegistration {}

  /** Places are kept for a package. */
  record Held(String packageId, Instant until) implements OfRegistration {}

  /**
   * A party that waits was passed over, for the audit.
   *
   * @param by the registration that was let in
   */
  record Skipped(String by) implements OfRegistration {}

  /** Others come, or fewer, or more. */
  record PartyChanged() implements OfRegistration {}

  /** The registration has ended. */
  record HasEnded(EndReason reason) implements OfRegistration {}

  /** A session was added to those that share a pool. */
  record SessionAdded() implements OfSession {}

  record CapacityChanged(int capacity) implements OfSession {}

  record PoolChanged(int capacity) implements OfSession {}

  record PolicyChanged() implements OfSession {}

  record SessionMoved(Instant startsAt, Instant endsAt, int sequence) implements OfSession {}

  record SessionCancelled(int sequence) implements OfSession {}
}
