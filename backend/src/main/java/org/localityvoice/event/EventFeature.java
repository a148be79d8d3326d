package org.localityvoice.event;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Events and sessions: made, published, found. */
public final class EventFeature {
  private final Allotments allotments;
  private final Events events;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param zone of the area
   */
  public EventFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator random) {
    allotments = new Allotments(vertx, mongo, relay, clock, random);
    events =
        new Events(
            new EventStore(mongo, compareAndSet),
            new SessionStore(mongo, compareAndSet),
            allotments,
            zone);
  }

  /** The way in for the other packages of event. */
  public Events events() {
    return events;
  }

  /**
   * Has effects delivered, and time take effect.
   *
   * @param others who have to know what has happened to places, told one after the other
   */
  public void connect(Relay relay, Jobs jobs, List<PlacesReceiver> others) {
    allotments.connect(jobs);
    relay.watch(Event.COLLECTION).watch(Session.COLLECTION);
    relay.deliver(PlacesEffect.KIND, effect -> tell(PlacesEffect.read(effect), others));
  }

  private static Future<Void> tell(PlacesEffect effect, List<PlacesReceiver> receivers) {
    var told = Future.<Void>succeededFuture();
    for (var receiver : receivers) {
      told = told.compose(before -> receiver.receive(effect));
    }
    return told;
  }
}
