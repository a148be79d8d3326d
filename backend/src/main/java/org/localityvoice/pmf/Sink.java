package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Where statements are handed over. */
interface Sink {
  /**
   * What came of one attempt.
   *
   * @param retryAfter until when the endpoint wants to be left alone
   */
  record Sent(Answer answer, Optional<Instant> retryAfter) {
    static Sent of(Answer answer) {
      return new Sent(answer, Optional.empty());
    }
  }

  /**
   * Makes one attempt. Whatever goes wrong is an answer; the future does not fail.
   *
   * @param at when the attempt began
   */
  Future<Sent> send(Statement statement, Instant at);

  /** Where to: the endpoint's host, or the name of the statement's file. */
  String target(Statement statement);
}
