package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The way in for whoever builds upon walkabouts. */
public final class Walkabouts {
  /**
   * The kind of effect that follows each change of what was noted, or decided about it; the payload
   * says of which walkabout.
   */
  public static final String NOTED = "walkabout.noted";

  private final WalkaboutStore store;
  private final WalkaboutCatalogues catalogues;

  Walkabouts(WalkaboutStore store, WalkaboutCatalogues catalogues) {
    this.store = store;
    this.catalogues = catalogues;
  }

  /**
   * What an effect of kind {@link #NOTED} carries.
   *
   * @param walkabout its id
   */
  public record Noted(String walkabout) {}

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

  /**
   * Blind re-walks of a walkabout.
   *
   * @param limit no more than so many
   */
  public Future<List<Walkabout>> rewalksOf(String id, int limit) {
    return store.rewalksOf(List.of(id), limit);
  }

  /** Routes, elements and due times. */
  public Future<WalkaboutCatalogue> catalogue() {
    return catalogues.get();
  }
}
