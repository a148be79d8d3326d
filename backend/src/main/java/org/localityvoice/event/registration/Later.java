package org.localityvoice.event.registration;

import java.time.Instant;

/**
 * Something that a young person is told when the night is over.
 *
 * @param uid whose own inbox it is for
 * @param code names the sentence
 * @param sequence as for everybody else
 * @param at when
 */
public record Later(String uid, String code, long sequence, Instant at) {
  /** Without who it is. */
  @Override
  public String toString() {
    return "later " + code;
  }
}
