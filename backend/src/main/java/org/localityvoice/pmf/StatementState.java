package org.localityvoice.pmf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Where a statement stands. Only the two states that wait for a dispatcher have {@code dueAt}, so a
 * range query on it finds the work.
 */
public sealed interface StatementState {
  /**
   * Waits for its next attempt.
   *
   * @param since when it was made, or last asked for again
   * @param failures failed attempts since then
   * @param dueAt when the next attempt is due
   */
  record Pending(Instant since, int failures, Instant dueAt) implements StatementState {}

  /**
   * Claimed by a dispatcher, which is making an attempt. To those outside it is pending.
   *
   * @param attempt the number of that attempt
   * @param dueAt when the claim lapses, so that another dispatcher may try if this one has died
   */
  record Sending(Instant since, int failures, int attempt, Instant dueAt)
      implements StatementState {}

  /** Kept back because the endpoint has said that it is gone. */
  record Held(Instant since, int failures) implements StatementState {}

  /**
   * Arrived.
   *
   * @param to host name of the endpoint, or the name of the file
   */
  record Delivered(Instant at, String to) implements StatementState {}

  /** Will not be tried again by itself: the dead letter. */
  record Dead(Instant at, Cause cause) implements StatementState {}

  /** The state's name in the contract. */
  default String label() {
    if (this instanceof Held) {
      return "held";
    }
    if (this instanceof Delivered) {
      return "delivered";
    }
    return this instanceof Dead ? "dead" : "pending";
  }

  /** The records that go by a name in the contract. */
  static List<String> types(String label) {
    return switch (label) {
      case "pending" -> List.of("Pending", "Sending");
      case "held" -> List.of("Held");
      case "delivered" -> List.of("Delivered");
      case "dead" -> List.of("Dead");
      default -> throw new IllegalArgumentException("no state of a statement: " + label);
    };
  }

  /** Why a statement is dead. */
  enum Cause {
    /** The endpoint answered 410. */
    ENDPOINT_GONE,
    /** The last attempt of the schedule failed. */
    ATTEMPTS_EXHAUSTED;

    /** The name in the contract. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
