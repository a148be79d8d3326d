package org.localityvoice.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is affected by the problem and is asked whether it has been dealt with.
 *
 * @param id stands for the person within this report only; random
 * @param reporter whether it was they who reported it
 * @param uid of a person who is signed in; absent for an anonymous one
 * @param secretHash SHA-256 (hexadecimal) of the secret by which an anonymous person comes back
 */
public record Affected(
    String id, boolean reporter, @Nullable String uid, @Nullable String secretHash, Instant since) {

  /** Without who it is. */
  @Override
  public String toString() {
    return "Affected " + id;
  }
}
