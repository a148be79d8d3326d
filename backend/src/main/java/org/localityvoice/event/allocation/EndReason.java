package org.localityvoice.event.allocation;

/** Why a registration has ended. */
public enum EndReason {
  /** The resident cancelled. */
  LEFT,
  /** The organiser removed it. */
  REMOVED,
  /** It said no to an offer. */
  DECLINED,
  /** Nobody answered the offer in time. */
  OFFER_LAPSED,
  /** The package was not confirmed in time. */
  HOLD_LAPSED,
  /** The package was given up, because another of its dates was full for instance. */
  RELEASED,
  /** A consent that every one of its participants needed was withdrawn. */
  WITHDRAWN,
  /** The session began while it waited. */
  NOT_SERVED,
  /** The session was cancelled. */
  SESSION_CANCELLED
}
