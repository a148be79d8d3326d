package org.localityvoice.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.http.Api;
import org.localityvoice.http.Json;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Jobs;

/** Events and sessions: drafted, published, changed, found. */
public final class EventFeature {
  private static final String CATALOGUE = "event.catalogue";

  private final Relay relay;
  private final EventStore eventStore;
  private final SessionStore sessionStore;
  private final DiaryStore diaries;
  private final RollStore rolls;
  private final Areas areas;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Allotments allotments;
  private final EventCatalogues catalogues;
  private final PlacesProjection projection;
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
      Areas areas,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator random) {
    this(
        vertx,
        mongo,
        compareAndSet,
        new SessionStore(mongo, compareAndSet),
        relay,
        areas,
        clock,
        zone,
        random);
  }

  EventFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      SessionStore sessionStore,
      Relay relay,
      Areas areas,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator random) {
    this.relay = relay;
    this.areas = areas;
    this.clock = clock;
    this.zone = zone;
    eventStore = new EventStore(mongo, compareAndSet);
    this.sessionStore = sessionStore;
    diaries = new DiaryStore(mongo, compareAndSet);
    rolls = new RollStore(mongo, compareAndSet);
    allotments = new Allotments(vertx, mongo, relay, clock, random);
    catalogues = new EventCatalogues(new EventCatalogueStore(mongo), clock);
    projection = new PlacesProjection(sessionStore, allotments);
    var purges = new PurgeLog(new PurgeStore(mongo), clock);
    events = new Events(eventStore, sessionStore, allotments, catalogues, purges, zone);
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

  /** What works on events, once it is known who may publish. */
  public EventWork work(PublishGate gate) {
    return new EventWork(
        EventServices.of(
            eventStore,
            sessionStore,
            diaries,
            rolls,
            catalogues,
            areas,
            allotments,
            gate,
            clock,
            zone),
        zone);
  }

  /**
   * Has effects delivered, and time take effect.
   *
   * @param places who else has to know what has happened to places, told one after the other
   * @param sessions who has to know that a session is not as it was
   */
  public void connect(
      Jobs jobs, EventWork work, List<PlacesReceiver> places, List<SessionReceiver> sessions) {
    allotments.connect(jobs);
    relay.watch(Event.COLLECTION).watch(Session.COLLECTION);
    relay.deliver(
        CATALOGUE, effect -> catalogues.take(Json.value(effect.payload(), EventCatalogue.class)));
    List<PlacesReceiver> receivers = new ArrayList<>();
    receivers.add(projection);
    receivers.addAll(places);
    relay.deliver(PlacesEffect.KIND, effect -> tell(PlacesEffect.read(effect), receivers));
    var carrying = new Carrying(sessionStore, allotments, projection, sessions);
    relay.deliver(EventEffect.SESSION, effect -> carrying.carry(EventEffect.read(effect)));
    work.connect(relay);
  }

  /** Binds the operations. */
  public void addTo(Api api, EventWork work, Messages messages) {
    var replies = new EventReplies(catalogues, areas, messages.languages());
    new EventOperations(work.services().lists(), replies, clock, zone).addTo(api);
    new StaffEventOperations(work.services(), replies, zone, relay::nudge).addTo(api);
    new ManySessionsOperations(work.services(), replies, messages, relay::nudge).addTo(api);
  }

  private static Future<Void> tell(PlacesEffect effect, List<PlacesReceiver> receivers) {
    return InTurn.each(receivers, receiver -> receiver.receive(effect));
  }
}
