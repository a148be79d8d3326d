package org.localityvoice.event.registration;

import java.util.List;
import org.localityvoice.event.allocation.Refusal;
import org.localityvoice.problem.Problem;

/** What people are told when the answer is no. */
final class Refusals {
  /** What a client may send to have it all the same. */
  static final String CONFIRM_OVERLAP = "confirmOverlap";

  private Refusals() {}

  /** The allotment's no. */
  static Problem of(Refusal why) {
    return switch (why) {
      case UNKNOWN_SESSION, UNKNOWN_REGISTRATION -> Problem.notFound();
      case OTHER_CONTENT -> Problem.conflict("registration-id-taken");
      case SESSION_CANCELLED -> Problem.conflict("session-cancelled");
      case SESSION_STARTED -> Problem.conflict("session-started");
      case SESSION_OVER -> Problem.conflict("session-over");
      case FULL -> Problem.conflict("session-full");
      case PARTY_TOO_LARGE -> Problem.conflict("party-too-large");
      case PARTICIPANT_REGISTERED -> Problem.conflict("participant-registered");
      case NOTHING_OFFERED -> Problem.conflict("nothing-offered");
      case NO_POOL, TOO_MANY_SESSIONS -> Problem.conflict("conflict");
    };
  }

  /** Somebody of the party has a place elsewhere at the same time. */
  static Problem overlapping(Registration other) {
    return Problem.conflict("overlapping-place", other.visit().session())
        .allowed(List.of(CONFIRM_OVERLAP));
  }
}
