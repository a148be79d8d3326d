package org.localityvoice.event.takeup;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import org.localityvoice.event.Events;
import org.localityvoice.event.PlacesReceiver;
import org.localityvoice.event.attendance.Attendances;
import org.localityvoice.http.Api;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.schedule.Jobs;

/** Who was reached by events. Puts the parts of this package together. */
public final class TakeUpFeature {
  /** The job that counts quarters that are over. */
  public static final String JOB = "event.takeup";

  private static final Duration PERIOD = Duration.ofHours(1);

  private final TakeUpCounting counting;
  private final InVainKeeper inVain;
  private final TakeUpOperations operations;

  /** The feature; {@link #connect} brings it to work. */
  public TakeUpFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Events events,
      Attendances attendances,
      Areas areas,
      InstantSource clock) {
    var store = new TakeUpStore(mongo);
    var waiting = new InVainStore(mongo, compareAndSet);
    counting = new TakeUpCounting(vertx, store, waiting, events, attendances, areas, clock);
    inVain = new InVainKeeper(waiting);
    operations = new TakeUpOperations(new TakeUpService(store, events, areas, clock));
  }

  /** Binds the operation. */
  public void addTo(Api api) {
    operations.addTo(api);
  }

  /** Counts in the background. */
  public void connect(Jobs jobs) {
    jobs.every(JOB, PERIOD, counting::run);
  }

  /** Has to know what has happened to places. */
  public PlacesReceiver places() {
    return inVain;
  }
}
