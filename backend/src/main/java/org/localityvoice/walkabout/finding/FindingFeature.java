package org.localityvoice.walkabout.finding;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.media.Photos;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.report.OpenReports;
import org.localityvoice.report.SystemReports;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.walkabout.BatchKind;
import org.localityvoice.walkabout.Fields;
import org.localityvoice.walkabout.Walkabouts;

/** Findings: taken from batches, made reports, owned, put right, verified. */
public final class FindingFeature {
  private static final Duration PRUNE = Duration.ofHours(12);
  private static final Duration LOOK = Duration.ofHours(1);
  private static final int PAGE = 50;

  private final FindingStore store;
  private final Findings findings;
  private final FindingKinds kinds;
  private final FindingReports reported;
  private final FindingPhotos photos;
  private final Confirming confirming;
  private final FindingOperations operations;
  private final InstantSource clock;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param zone of the area
   */
  public FindingFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Walkabouts walkabouts,
      Areas areas,
      SystemReports reports,
      OpenReports near,
      Photos media,
      Messages messages,
      InstantSource clock,
      ZoneId zone) {
    this.clock = clock;
    store = new FindingStore(mongo, compareAndSet);
    findings = new Findings(store);
    kinds = new FindingKinds(store, walkabouts, areas, clock, zone);
    reported = new FindingReports(store, walkabouts, areas, reports, near, messages, clock);
    photos = new FindingPhotos(vertx, store, walkabouts, media, clock);
    confirming = new Confirming(store, reports);
    operations =
        new FindingOperations(
            new FindingService(store, areas, reports, photos, clock), photos, confirming, clock);
  }

  /** The way in for whoever works out figures from findings. */
  public Findings findings() {
    return findings;
  }

  /** Takes findings out of batches. */
  public BatchKind kinds() {
    return kinds;
  }

  /** Has effects delivered, and forgets what no device can need any more. */
  public void connect(Relay relay, Jobs jobs) {
    relay.watch(Finding.COLLECTION);
    relay.deliver(FindingEffect.REPORT, this::carry);
    relay.deliver(FindingEffect.SEEN_DONE, confirming::carry);
    jobs.every("finding.tombstones", PRUNE, () -> store.prune(clock.instant()).mapEmpty());
    jobs.every("finding.lost", LOOK, this::lost);
    jobs.every("finding.pictures", LOOK, () -> photos.purge(PAGE));
  }

  /** Edits of findings that have not come after so long: the manager is told. */
  private Future<Void> lost() {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store
        .waiting(now.minus(Fields.HELD), PAGE)
        .compose(
            waiting -> {
              var done = Future.<Void>succeededFuture();
              for (var one : waiting) {
                done = done.compose(before -> flag(one.id(), now)).mapEmpty();
              }
              return done;
            });
  }

  private Future<Boolean> flag(String id, Instant now) {
    return store.change(
        id,
        found ->
            found.waitsSince() == null
                ? Decision.keep(false)
                : Decision.replace(
                    found.flagged(FindingEffect.toManagers(FindingEffect.LOST, found, now), now),
                    true));
  }

  private Future<Void> carry(Outgoing effect) {
    return reported
        .carry(effect)
        .compose(done -> store.find(FindingEffect.finding(effect)))
        .compose(found -> found.isPresent() ? photos.claim(found.get()) : Future.succeededFuture());
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
  }
}
