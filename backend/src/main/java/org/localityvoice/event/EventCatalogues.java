package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Remembered;

/** The activities and venues of the area, remembered for a short time like the area itself. */
final class EventCatalogues {
  private static final Duration TIME = Areas.REMEMBERED;

  private final EventCatalogueStore store;
  private final Remembered<EventCatalogue> memory;

  EventCatalogues(EventCatalogueStore store, InstantSource clock) {
    this.store = store;
    memory = new Remembered<>(clock, TIME, store::read);
  }

  /** The catalogue; empty before the first import. */
  Future<EventCatalogue> get() {
    return memory.get().map(found -> found.orElseGet(EventCatalogues::empty));
  }

  /** Takes what an import brings. They come in the order of the imports; twice is like once. */
  Future<Void> take(EventCatalogue next) {
    return store
        .read()
        .compose(before -> store.write(before.orElseGet(EventCatalogues::empty).followedBy(next)))
        .onComplete(done -> memory.forget());
  }

  private static EventCatalogue empty() {
    return EventCatalogue.of(List.of(), List.of());
  }
}
