package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.List;

/** What has become of entries, line by line. */
final class HistoryService {
  private final HistoryStore store;

  HistoryService(HistoryStore store) {
    this.store = store;
  }

  /** A page of a service's history, the latest first, from before an edition. */
  Future<List<History>> ofService(String id, long before, int limit) {
    return store.of(History.subject(EntryKind.SERVICE, id), before, limit);
  }

  /** Notes an edit; twice is like once. */
  Future<Void> note(Edit edit) {
    return store.add(History.of(edit));
  }
}
