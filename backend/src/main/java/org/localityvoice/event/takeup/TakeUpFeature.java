package org.localityvoice.event.takeup;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.Events;
import org.localityvoice.event.PlacesReceiver;
import org.localityvoice.event.attendance.Attendances;
import org.localityvoice.http.Api;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.operational.Statements;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Who was reached by events. Puts the parts of this package together. */
public final class TakeUpFeature {
  /** The job that counts quarters that are over. */
  public static final String JOB = "event.takeup";

  private static final Duration PERIOD = Duration.ofHours(1);
  private static final Duration PURGE_PERIOD = Duration.ofHours(6);

  private final TakeUpCounting counting;
  private final InVainKeeper inVain;
  private final InVainPurge purge;
  private final TakeUpOperations operations;
  private final TakeUpStatementOperations statements;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param software name and version of the program, for the provenance of figures
   */
  public TakeUpFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Events events,
      Attendances attendances,
      Areas areas,
      InstantSource clock,
      String software) {
    var store = new TakeUpStore(mongo);
    var waiting = new InVainStore(mongo, compareAndSet);
    counting = new TakeUpCounting(vertx, store, waiting, events, attendances, areas, clock);
    inVain = new InVainKeeper(waiting);
    purge = new InVainPurge(waiting, events.purges(), clock);
    var service = new TakeUpService(store, events, areas, clock);
    operations = new TakeUpOperations(service);
    statements =
        new TakeUpStatementOperations(
            new TakeUpStatementService(
                new Statements<>(
                    mongo, compareAndSet, TakeUpStatement.COLLECTION, TakeUpStatement.class),
                service,
                areas,
                clock,
                software));
  }

  /**
   * A figure of take-up that statements are made of.
   *
   * @param theme id of a theme
   * @param direction {@code higher-is-better} or {@code lower-is-better}
   */
  public record Figure(String id, String theme, String direction, String unit) {}

  /** Every figure that statements are made of. */
  public static List<Figure> stated() {
    return TakeUpMeasure.all().stream()
        .map(one -> new Figure(one.id(), TakeUpMeasure.THEME, one.direction(), one.unit()))
        .toList();
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
    statements.addTo(api);
  }

  /** Counts in the background, and has the effects of statements carried out. */
  public void connect(Relay relay, Jobs jobs) {
    relay.watch(TakeUpStatement.COLLECTION);
    jobs.every(JOB, PERIOD, counting::run);
    jobs.every("event.takeup.purge", PURGE_PERIOD, purge::run);
  }

  /** Has to know what has happened to places. */
  public PlacesReceiver places() {
    return inVain;
  }
}
