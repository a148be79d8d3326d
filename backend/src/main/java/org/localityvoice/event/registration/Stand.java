package org.localityvoice.event.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Words;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.event.allocation.Standing;

/**
 * Where a registration is, as its row has it.
 *
 * @param until when an offer or a hold lapses; absent otherwise
 * @param reason why it has ended; absent otherwise
 */
public record Stand(State state, @Nullable Instant until, @Nullable EndReason reason) {
  /** Asked for, and not answered yet. */
  static final Stand ASKED = new Stand(State.ASKED, null, null);

  /** Being taken back. */
  static final Stand GONE = new Stand(State.GONE, null, null);

  /** What a row says of its registration. */
  public enum State {
    /** The allotment has not been asked, or its answer has not been noted. Nobody sees it yet. */
    ASKED,
    PLACED,
    WAITING,
    OFFERED,
    /** Kept for a package that is not certain yet. */
    HELD,
    ENDED,
    /** Refused; what was told with it is being removed, then the row is. */
    GONE;

    /** The name in the contract. */
    public String slug() {
      return Words.slug(this);
    }

    /** Whether it has places, or is kept or offered some. */
    public boolean takesPlaces() {
      return this == PLACED || this == OFFERED || this == HELD;
    }

    /** Whether it has neither ended nor is it yet to begin. */
    public boolean live() {
      return takesPlaces() || this == WAITING;
    }
  }

  static Stand of(Standing standing) {
    if (standing instanceof Standing.Offered offered) {
      return new Stand(State.OFFERED, offered.until(), null);
    } else if (standing instanceof Standing.Held held) {
      return new Stand(State.HELD, held.until(), null);
    }
    return in(standing instanceof Standing.Placed ? State.PLACED : State.WAITING);
  }

  static Stand in(State state) {
    return new Stand(state, null, null);
  }

  static Stand ended(EndReason reason) {
    return new Stand(State.ENDED, null, reason);
  }
}
