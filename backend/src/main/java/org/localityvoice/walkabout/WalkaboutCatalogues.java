package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.InstantSource;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Remembered;

/** Routes, elements and due times, remembered for a short time like the area itself. */
public final class WalkaboutCatalogues {
  private final WalkaboutCatalogueStore store;
  private final Remembered<WalkaboutCatalogue> memory;

  WalkaboutCatalogues(WalkaboutCatalogueStore store, InstantSource clock) {
    this.store = store;
    memory = new Remembered<>(clock, Areas.REMEMBERED, store::read);
  }

  /** The catalogue; empty before the first import. */
  public Future<WalkaboutCatalogue> get() {
    return memory.get().map(found -> found.orElseGet(WalkaboutCatalogue::empty));
  }

  /** Takes what an import brings. They come in the order of the imports; twice is like once. */
  Future<Void> take(WalkaboutCatalogue next) {
    return store
        .read()
        .compose(
            before -> store.write(before.orElseGet(WalkaboutCatalogue::empty).followedBy(next)))
        .onComplete(done -> memory.forget());
  }
}
