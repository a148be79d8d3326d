package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The way in for whoever builds upon walkabouts. */
public final class Walkabouts {
  private final WalkaboutStore store;
  private final WalkaboutCatalogues catalogues;

  Walkabouts(WalkaboutStore store, WalkaboutCatalogues catalogues) {
    this.store = store;
    this.catalogues = catalogues;
  }

  /** The walkabout of that id, whoever may see it. */
  public Future<Optional<Walkabout>> find(String id) {
    return store.find(id);
  }

  /**
   * Walkabouts of a locality, the latest first, for whoever works figures out.
   *
   * @param limit no more than so many
   */
  public Future<List<Walkabout>> ofLocality(String locality, int limit) {
    return store.ofLocality(locality, Optional.empty(), limit);
  }

  /** Routes, elements and due times. */
  public Future<WalkaboutCatalogue> catalogue() {
    return catalogues.get();
  }
}
