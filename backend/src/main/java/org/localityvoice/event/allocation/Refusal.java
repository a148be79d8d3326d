package org.localityvoice.event.allocation;

/** Why a command changes nothing. */
public enum Refusal {
  UNKNOWN_SESSION,
  /** No such registration in this session. */
  UNKNOWN_REGISTRATION,
  /** This registration was made with other content. */
  OTHER_CONTENT,
  SESSION_CANCELLED,
  /** Residents register until the session starts; nothing waits or is offered after that. */
  SESSION_STARTED,
  SESSION_OVER,
  /** Neither a place nor, where it would be used, room on the waitlist. */
  FULL,
  /** More participants than the session, or the pool, has places when empty. */
  PARTY_TOO_LARGE,
  /** A participant is in the session by another registration. */
  PARTICIPANT_REGISTERED,
  /** The registration is neither offered nor kept places. */
  NOTHING_OFFERED,
  /** There is no pool. */
  NO_POOL,
  /** The pool has as many sessions as it may have. */
  TOO_MANY_SESSIONS
}
