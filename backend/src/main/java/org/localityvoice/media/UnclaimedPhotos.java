package org.localityvoice.media;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.localityvoice.mongo.Decision;

/** Takes away the photos that were sent and never used. */
final class UnclaimedPhotos {
  static final Duration KEPT = Duration.ofDays(7);
  private static final int BATCH = 100;

  private final PhotoStore store;
  private final Photos photos;
  private final InstantSource clock;

  UnclaimedPhotos(PhotoStore store, Photos photos, InstantSource clock) {
    this.store = store;
    this.photos = photos;
    this.clock = clock;
  }

  /** One run. */
  Future<Void> purge() {
    var before = clock.instant().minus(KEPT);
    return store
        .unclaimedBefore(before, BATCH)
        .compose(
            due -> {
              var all = due.stream().map(photo -> purge(photo.id(), before)).toList();
              return Future.join(all)
                  .compose(
                      purged -> due.size() == BATCH ? purge() : Future.<Void>succeededFuture());
            });
  }

  private Future<Void> purge(String id, Instant before) {
    return store
        .change(
            id,
            photo -> {
              var since = photo.holding().unclaimedSince();
              if (since == null || !since.isBefore(before)) {
                return Decision.keep(photo);
              }
              var next = photo.lapsed();
              return Decision.replace(next, next);
            })
        .compose(photos::clear)
        .recover(
            failure ->
                Refused.isNotFound(failure)
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }
}
