package org.localityvoice.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.localityvoice.http.Api;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.LocalityOperations;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Depth;
import org.localityvoice.outbox.Relay;
import org.localityvoice.perception.PerceptionFeature;
import org.localityvoice.pmf.Pmf;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.survey.SurveyFeature;

/**
 * The features, put together on a store. What the server serves and what the commands work with.
 */
final class Parts {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long ROUND_MILLIS = 20;
  // Another instance may have the jobs, or may have died with them: then its lease has to end.
  private static final long MOST_ROUNDS = LEASE.plusSeconds(10).toMillis() / ROUND_MILLIS;
  private static final String SOFTWARE = "locality-voice " + Version.current();

  final Vertx vertx;
  final Mongo mongo;
  final Jobs jobs;
  final Relay relay;
  final Areas areas;
  final SurveyFeature surveys;
  final PerceptionFeature perception;
  final Pmf pmf;

  Parts(Vertx vertx, Settings settings, Mongo mongo, InstantSource clock) {
    var random = new SecureRandom();
    var compareAndSet = new CompareAndSet(vertx, random);
    this.vertx = vertx;
    this.mongo = mongo;
    jobs = new Jobs(vertx, new Leases(mongo, UUID.randomUUID().toString(), clock), clock, LEASE);
    relay = new Relay(mongo, jobs, clock);
    areas = new Areas(new AreaStore(mongo, compareAndSet), clock);
    surveys = new SurveyFeature(mongo, compareAndSet, areas, clock, settings.zone(), random);
    perception = new PerceptionFeature(mongo, compareAndSet, surveys.waves(), clock, SOFTWARE);
    pmf = new Pmf(vertx, mongo, compareAndSet, relay, jobs, clock, random, settings.pmf());
    relay.watch(AreaStore.COLLECTION);
    surveys.connect(relay, jobs);
    perception.connect(relay);
  }

  /** Completes when the store is there and every index with it. */
  Future<Void> ready() {
    return mongo.ping().compose(there -> mongo.ready());
  }

  /** Binds the operations of every feature. */
  void addTo(Api api) {
    new LocalityOperations(areas).addTo(api);
    surveys.addTo(api);
    perception.addTo(api);
    pmf.addTo(api);
  }

  /**
   * Runs the jobs, or waits for the instance that does, until no effect waits any more, for
   * commands that end; fails when an effect cannot be carried out.
   */
  Future<Void> settle() {
    return settle(MOST_ROUNDS);
  }

  private Future<Void> settle(long rounds) {
    return jobs.runAllNow()
        .compose(ran -> Future.all(relay.depth(), surveys.settled()))
        .compose(
            state -> {
              if (state.<Depth>resultAt(0).documents() == 0 && state.<Boolean>resultAt(1)) {
                return jobs.runAllNow();
              }
              return rounds == 0
                  ? Future.failedFuture(new IllegalStateException("effects cannot be carried out"))
                  : vertx
                      .timer(ROUND_MILLIS, TimeUnit.MILLISECONDS)
                      .compose(waited -> settle(rounds - 1));
            });
  }
}
