package org.localityvoice.media;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.schedule.Jobs;

/** Puts the parts of this package together. */
public final class MediaFeature {
  private static final Duration PURGE = Duration.ofHours(1);

  private final Intake intake;
  private final Photos photos;
  private final UnclaimedPhotos unclaimed;

  /**
   * The feature.
   *
   * @param random tells apart what is written under the same name at different times
   */
  public MediaFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      InstantSource clock,
      RandomGenerator random) {
    var store = new PhotoStore(mongo, compareAndSet);
    var files = new PhotoFileStore(mongo);
    var workers = new Workers(vertx);
    intake = new Intake(store, files, workers, clock, random);
    photos = new Photos(store, files, intake, new Redactor(store, files, workers));
    unclaimed = new UnclaimedPhotos(store, photos, clock);
  }

  /** The way in for other features. */
  public Photos photos() {
    return photos;
  }

  /** Binds the operation. */
  public void addTo(Api api) {
    new PhotoOperations(intake).addTo(api);
  }

  /** Has photos purged that nobody claims. */
  public void connect(Jobs jobs) {
    jobs.every("media.unclaimed", PURGE, unclaimed::purge);
  }
}
