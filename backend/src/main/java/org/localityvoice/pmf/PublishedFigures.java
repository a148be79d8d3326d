package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.util.List;

/** Reads what counts now of each locality and period: the very statements that were sent. */
public final class PublishedFigures {
  private final PublishedStore store;

  PublishedFigures(PublishedStore store) {
    this.store = store;
  }

  /** What has come to count after a sequence, by sequence. */
  public Future<List<Published>> since(long sequence, int limit) {
    return store.since(sequence, limit);
  }

  /** Of one locality, newest period first. */
  public Future<List<Published>> of(String locality, int limit) {
    return store.of(locality, limit);
  }
}
