package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Remembered;

/** The needs of all taxonomies, remembered for a short time like the area itself. */
final class Taxonomies {
  /** More lists of needs than anybody will use. */
  static final int MOST = 50;

  private final EntryStore<Taxonomy> store;
  private final Remembered<Needs> memory;

  Taxonomies(EntryStore<Taxonomy> store, InstantSource clock) {
    this.store = store;
    memory = new Remembered<>(clock, Areas.REMEMBERED, () -> read().map(Optional::of));
  }

  /** What they are, or were a moment ago. */
  Future<Needs> get() {
    return memory.get().map(found -> found.orElseGet(() -> new Needs(List.of())));
  }

  /** What they are now. */
  Future<Needs> read() {
    return store.some(MOST).map(Needs::new);
  }

  /** To be called after a change. */
  void forget() {
    memory.forget();
  }
}
