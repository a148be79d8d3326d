package org.localityvoice.event.planning;

import io.vertx.core.Future;
import org.localityvoice.event.PlacesReceiver;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.PlacesEffect;

/** Keeps count of the places that are taken, so that a gap report need not read who has them. */
final class PlacesTakenKeeper implements PlacesReceiver {
  private final PlacesTakenStore store;
  private final Allotments allotments;

  PlacesTakenKeeper(PlacesTakenStore store, Allotments allotments) {
    this.store = store;
    this.allotments = allotments;
  }

  @Override
  public Future<Void> receive(PlacesEffect effect) {
    return store
        .find(effect.allotment())
        .compose(
            known ->
                // Of effects that came of one write, or were overtaken, the first tells all.
                known.filter(one -> one.version() >= effect.version()).isPresent()
                    ? Future.succeededFuture()
                    : count(effect.allotment()));
  }

  private Future<Void> count(String allotment) {
    return allotments
        .read(allotment)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture();
              }
              var next = PlacesTaken.of(found.get());
              return store
                  .add(next)
                  .compose(added -> added ? Future.<Void>succeededFuture() : store.replace(next));
            });
  }
}
