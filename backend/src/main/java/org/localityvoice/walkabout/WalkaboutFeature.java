package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Json;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Walkabouts: planned, walked, graded. */
public final class WalkaboutFeature {
  private static final String CATALOGUE = "walkabout.catalogue";
  private static final Duration PRUNE = Duration.ofHours(12);
  private static final Duration DAILY = Duration.ofDays(1);
  private static final int PAGE = 50;

  private final WalkaboutStore store;
  private final WalkaboutCatalogues catalogues;
  private final WalkaboutServices services;
  private final OwnKinds own;
  private final Walkabouts walkabouts;
  private final Areas areas;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Relay relay;
  private final GradersGone gradersGone;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param zone of the area
   */
  public WalkaboutFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      Areas areas,
      NearbyReports reports,
      InstantSource clock,
      ZoneId zone) {
    this.areas = areas;
    this.clock = clock;
    this.zone = zone;
    this.relay = relay;
    store = new WalkaboutStore(mongo, compareAndSet);
    gradersGone = new GradersGone(store, new WalkaboutPurgeStore(mongo), clock, zone);
    catalogues = new WalkaboutCatalogues(new WalkaboutCatalogueStore(mongo), clock);
    walkabouts = new Walkabouts(store, catalogues);
    own = new OwnKinds(store, catalogues, clock, zone);
    var records = new RecordService(store, clock);
    services =
        new WalkaboutServices(
            new ListService(store),
            new CalendarService(store, catalogues, clock, zone),
            records,
            new KitService(records, catalogues, reports));
  }

  /**
   * The effect that carries the walkabouts' part of a checked area file.
   *
   * @param id never used before: the same may come again after others
   */
  public static Outgoing effect(JsonNode whole, String id) {
    return new Outgoing(id, CATALOGUE, Json.text(WalkaboutCatalogueReader.read(whole)));
  }

  /** The rules of the area file's part, as far as earlier imports bind it. */
  public Future<WalkaboutSection> section() {
    return catalogues.get().map(WalkaboutSection::new);
  }

  /** The way in for whoever builds upon walkabouts. */
  public Walkabouts walkabouts() {
    return walkabouts;
  }

  /** Has effects delivered, and forgets what no device can need any more. */
  public void connect(Jobs jobs) {
    relay.watch(Walkabout.COLLECTION);
    relay.deliver(
        CATALOGUE,
        effect -> catalogues.take(Json.value(effect.payload(), WalkaboutCatalogue.class)));
    jobs.every("walkabout.tombstones", PRUNE, this::prune);
    jobs.every("walkabout.graders", DAILY, gradersGone::run);
  }

  /**
   * Binds the operations.
   *
   * @param others who takes further kinds of what devices note
   */
  public void addTo(Api api, Messages messages, List<BatchKind> others) {
    new WalkaboutOperations(
            services, catalogues, areas, clock, zone, messages.languages(), relay::nudge)
        .addTo(api);
    var keepers = new ArrayList<BatchKind>();
    keepers.add(own);
    keepers.addAll(others);
    new BatchOperations(new BatchService(store, keepers), keepers, messages, relay::nudge)
        .addTo(api);
  }

  private Future<Void> prune() {
    var now = clock.instant();
    return store
        .toPrune(now, PAGE)
        .compose(
            due ->
                due.isEmpty()
                    ? Future.succeededFuture()
                    : Future.join(due.stream().map(one -> prune(one.id(), now)).toList())
                        .compose(done -> due.size() == PAGE ? prune() : Future.succeededFuture()));
  }

  private Future<Boolean> prune(String id, java.time.Instant now) {
    return store.change(
        id,
        found -> {
          var left = found.noted().pruned(now);
          return left.equals(found.noted())
              ? Decision.keep(false)
              : Decision.replace(found.with(left, Optional.empty(), now), true);
        });
  }
}
