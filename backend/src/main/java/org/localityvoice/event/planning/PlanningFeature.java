package org.localityvoice.event.planning;

import java.time.Duration;
import java.time.InstantSource;
import org.localityvoice.event.Events;
import org.localityvoice.event.PlacesReceiver;
import org.localityvoice.event.PublishGate;
import org.localityvoice.event.SessionReceiver;
import org.localityvoice.http.Api;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Partners' programmes planned together. Puts the parts of this package together. */
public final class PlanningFeature {
  /** The job that lets time take effect on clashes. */
  public static final String JOB = "event.clashes";

  private static final String PURGE = "event.clashes.purge";
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final Duration PURGE_PERIOD = Duration.ofHours(6);

  private final ClashSearch search;
  private final ClashWatch watch;
  private final ClashGate gate;
  private final PlacesTakenKeeper taken;
  private final PlacesTakenPurge takenPurge;
  private final ClashOperations clashes;
  private final GapOperations gaps;

  /** The feature; {@link #connect} brings it to work. */
  public PlanningFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Events events,
      Areas areas,
      Relay relay,
      InstantSource clock) {
    var store = new ClashStore(mongo, compareAndSet);
    var places = new PlacesTakenStore(mongo);
    search = new ClashSearch(new PlanReader(events), store, areas, relay, clock);
    gate = new ClashGate(search, store, clock);
    watch = new ClashWatch(store, events.purges(), areas, relay, clock);
    taken = new PlacesTakenKeeper(places, events.allotments());
    takenPurge = new PlacesTakenPurge(places, events, clock);
    clashes = new ClashOperations(new ClashService(store, areas, relay, clock));
    gaps = new GapOperations(new GapService(events, places, areas, clock));
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    clashes.addTo(api);
    gaps.addTo(api);
  }

  /** Tells managers in the background of what nobody settles, and forgets what is long over. */
  public void connect(Relay relay, Jobs jobs) {
    relay.watch(Clash.COLLECTION);
    jobs.every(JOB, PERIOD, watch::run);
    jobs.every(PURGE, PURGE_PERIOD, watch::purge);
    jobs.every("event.places-taken.purge", PURGE_PERIOD, takenPurge::run);
  }

  /** Has to know what has happened to places. */
  public PlacesReceiver places() {
    return taken;
  }

  /** Has to know that a session has changed. */
  public SessionReceiver sessions() {
    return session -> search.refresh(session.id());
  }

  /** Stands before publishing. */
  public PublishGate gate() {
    return gate;
  }
}
