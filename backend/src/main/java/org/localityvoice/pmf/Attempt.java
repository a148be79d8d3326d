package org.localityvoice.pmf;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to hand a statement over.
 *
 * @param number counts a statement's attempts from 1, over all replays
 * @param at when it began
 * @param answer what came of it
 * @param nextAttemptAt when the next one was set for, where this one failed and was not the last
 */
public record Attempt(int number, Instant at, Answer answer, @Nullable Instant nextAttemptAt) {
  /** An attempt that begins now. */
  static Attempt begun(int number, Instant at) {
    return new Attempt(number, at, new Answer.Unknown(), null);
  }

  Attempt answered(Answer got, Optional<Instant> next) {
    return new Attempt(number, at, got, next.orElse(null));
  }

  /** When the next attempt was set for. */
  Optional<Instant> next() {
    return Optional.ofNullable(nextAttemptAt);
  }
}
