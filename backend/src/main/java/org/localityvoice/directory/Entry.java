package org.localityvoice.directory;

import java.time.Instant;
import org.localityvoice.mongo.Versioned;

/**
 * What the directory keeps, each in a document of its own.
 *
 * @param <C> what people write of it
 */
interface Entry<C> extends Versioned {
  /** Counts what people have changed, from 1; what {@code If-Match} names. */
  long edition();

  C content();

  Instant changedAt();
}
