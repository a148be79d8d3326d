package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.util.List;

/**
 * Seals what other packages of event keep and nobody must read in the store, in the manner of the
 * {@link Vault}: each kind of thing has a key of its own.
 */
public final class Sealing {
  private final VaultKeys keys;

  Sealing(VaultKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a text.
   *
   * @param kind of things that share a key, such as {@code event.attendance/door}
   * @param place where it is kept; it opens nowhere else
   */
  public Future<String> seal(String kind, String place, String text) {
    return keys.ready().map(ready -> ready.seal(kind, place, text));
  }

  /** Opens it again; fails when it was sealed as something else, or elsewhere. */
  public Future<String> open(String kind, String place, String sealed) {
    return keys.ready(List.of(sealed)).map(ready -> ready.open(kind, place, sealed));
  }
}
