package org.localityvoice.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Events and sessions: made, published, found. */
public final class EventFeature {
  private static final String CATALOGUE = "event.catalogue";

  private final Allotments allotments;
  private final EventCatalogues catalogues;
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
    catalogues = new EventCatalogues(new EventCatalogueStore(mongo), clock);
    events =
        new Events(
            new EventStore(mongo, compareAndSet),
            new SessionStore(mongo, compareAndSet),
            allotments,
            catalogues,
            zone);
  }

  /**
   * The effect that carries activities and venues of a checked area file.
   *
   * @param id never used before: the same may come again after others
   */
  public static Outgoing effect(JsonNode whole, String id) {
    return new Outgoing(id, CATALOGUE, Json.text(EventCatalogueReader.read(whole)));
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
    relay.deliver(
        CATALOGUE, effect -> catalogues.take(Json.value(effect.payload(), EventCatalogue.class)));
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
