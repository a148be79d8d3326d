package org.localityvoice.event.allocation;

/** How a party comes to a session. All take the same path; none of them jumps the queue. */
public enum Entrance {
  /** By itself; until the session starts. */
  RESIDENT,
  /** Added by staff; until the session ends. */
  STAFF,
  /** At the door; until the session ends, and never onto the waitlist. */
  WALK_IN
}
