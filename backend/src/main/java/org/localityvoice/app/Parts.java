package org.localityvoice.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.localityvoice.event.takeup.TakeUpFeature;
import org.localityvoice.http.Api;
import org.localityvoice.http.Limiter;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.apikey.ApiKeys;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.CategoryOperations;
import org.localityvoice.locality.LocalityOperations;
import org.localityvoice.media.MediaFeature;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.notify.NotifyFeature;
import org.localityvoice.outbox.Depth;
import org.localityvoice.outbox.Relay;
import org.localityvoice.perception.PerceptionFeature;
import org.localityvoice.pledge.PledgeFeature;
import org.localityvoice.pmf.Pmf;
import org.localityvoice.pmf.catalogue.CatalogueFeature;
import org.localityvoice.pmf.catalogue.Offer;
import org.localityvoice.pmf.lens.LensFeature;
import org.localityvoice.pmf.pull.PullOperations;
import org.localityvoice.report.ReportFeature;
import org.localityvoice.report.ReportListFeature;
import org.localityvoice.report.measure.MeasureFeature;
import org.localityvoice.report.open311.Open311Operations;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.survey.SurveyFeature;
import org.localityvoice.survey.draft.DraftFeature;
import org.localityvoice.survey.exchange.ExchangeOperations;

/**
 * The features, put together on a store. What the server serves and what the commands work with.
 */
final class Parts {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int MOST_ROUNDS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 250;
  private static final String ONLY_INSTANCE = "the-only-instance";
  private static final String SOFTWARE = "locality-voice " + Version.current();

  final Vertx vertx;
  final Mongo mongo;
  final Jobs jobs;
  final Relay relay;
  final Limiter limiter;
  final ApiKeys apiKeys;
  final MediaFeature media;
  final Areas areas;
  final SurveyFeature surveys;
  private final DraftFeature drafts;
  final PerceptionFeature perception;
  final ReportListFeature reportLists;
  final Pmf pmf;
  final CatalogueFeature catalogue;
  private final PullOperations pull;
  private final LensFeature lenses;
  private final PledgeFeature pledges;
  final ReportFeature reports;
  final MeasureFeature measures;
  private final Open311Operations open311;
  final NotifyFeature notify;
  final EventParts events;
  final DirectoryParts directory;
  final WalkaboutParts walks;

  Parts(Vertx vertx, Settings settings, Mongo mongo, InstantSource clock) {
    var random = new SecureRandom();
    var compareAndSet = new CompareAndSet(vertx, random);
    this.vertx = vertx;
    this.mongo = mongo;
    jobs = new Jobs(vertx, new Leases(mongo, holder(settings), clock), clock, LEASE);
    relay = new Relay(mongo, jobs, clock);
    limiter = new Limiter(clock);
    apiKeys = new ApiKeys(mongo, clock, random);
    media = new MediaFeature(vertx, mongo, compareAndSet, clock, random);
    areas = new Areas(new AreaStore(mongo, compareAndSet), clock);
    var messages = Messages.load();
    surveys = surveys(settings, clock, compareAndSet, random, messages);
    perception =
        new PerceptionFeature(
            vertx, mongo, compareAndSet, surveys.waves(), clock, random, SOFTWARE);
    catalogue = new CatalogueFeature(mongo, compareAndSet, areas, clock);
    pmf =
        new Pmf(
            vertx,
            mongo,
            compareAndSet,
            relay,
            jobs,
            clock,
            random,
            settings.pmf(),
            catalogue::catalogue);
    drafts =
        new DraftFeature(mongo, compareAndSet, surveys.questionnaires(), areas, clock, messages);
    pull = new PullOperations(pmf.figures(), settings.pmf().publicUrl().toString());
    notify = new NotifyFeature(mongo, compareAndSet, areas, messages, clock);
    reports =
        new ReportFeature(
            mongo, compareAndSet, areas, media.photos(), relay, clock, messages.languages());
    measures = new MeasureFeature(vertx, mongo, compareAndSet, areas, clock, messages, SOFTWARE);
    open311 =
        new Open311Operations(
            areas,
            reports.systems(),
            apiKeys,
            limiter,
            clock,
            messages.languages(),
            settings.pmf().publicUrl().toString());
    relay.watch(AreaStore.COLLECTION);
    media.connect(jobs);
    surveys.connect(relay, jobs);
    perception.connect(relay);
    catalogue.connect(relay);
    notify.connect(relay, jobs);
    reports.connect(relay, jobs);
    measures.connect(relay);
    reportLists = new ReportListFeature(vertx, mongo, areas, messages, clock);
    reportLists.connect(jobs);
    events =
        new EventParts(
            vertx,
            mongo,
            compareAndSet,
            relay,
            jobs,
            areas,
            limiter,
            clock,
            settings,
            random,
            messages,
            SOFTWARE);
    directory =
        new DirectoryParts(
            vertx, mongo, compareAndSet, relay, jobs, areas, clock, settings, messages);
    walks =
        new WalkaboutParts(
            vertx,
            mongo,
            compareAndSet,
            relay,
            jobs,
            areas,
            clock,
            settings,
            messages,
            reports.systems(),
            media.photos(),
            events.attendance.incidents(),
            SOFTWARE);
    lenses =
        new LensFeature(
            areas,
            pmf.figures(),
            catalogue::catalogue,
            new ReportLens(measures),
            new WalkaboutLens(walks.measures),
            messages,
            clock);
    pledges =
        FeedSources.feature(mongo, areas, lenses, measures, walks.findings(), messages, clock);
    pledges.connect(relay, jobs);
  }

  /**
   * Names this instance. An embedded store has one process at a time, so what an earlier one held
   * when it died is ours at once.
   */
  private static String holder(Settings settings) {
    return settings.mongodbUri().isPresent() ? UUID.randomUUID().toString() : ONLY_INSTANCE;
  }

  /**
   * The figures that a measure of the catalogue may name, besides those that the file itself has.
   */
  List<Offer> offers() {
    var reports =
        MeasureFeature.stated().stream()
            .map(one -> new Offer(one.id(), "reports", one.theme(), one.direction(), one.unit()));
    var takeUp =
        TakeUpFeature.stated().stream()
            .map(one -> new Offer(one.id(), "events", one.theme(), one.direction(), one.unit()));
    return Stream.concat(reports, takeUp).toList();
  }

  private SurveyFeature surveys(
      Settings settings,
      InstantSource clock,
      CompareAndSet compareAndSet,
      SecureRandom random,
      Messages messages) {
    try {
      return new SurveyFeature(
          mongo,
          compareAndSet,
          areas,
          clock,
          settings.zone(),
          random,
          messages,
          vertx,
          settings.seal());
    } catch (IllegalArgumentException e) {
      throw new StartFailure("Bad configuration: " + e.getMessage());
    }
  }

  /** Completes when the store is there and every index with it, and the keys of open waves are. */
  Future<Void> ready() {
    return mongo
        .ping()
        .compose(there -> mongo.ready())
        .compose(indexed -> Future.all(surveys.keyFaults(), events.people.fault()))
        .compose(
            found -> {
              var faults = new ArrayList<String>(found.<List<String>>resultAt(0));
              found.<Optional<String>>resultAt(1).ifPresent(faults::add);
              return faults.isEmpty()
                  ? Future.succeededFuture()
                  : Future.failedFuture(
                      new StartFailure("Bad configuration: " + String.join("; ", faults)));
            });
  }

  /** Binds the operations of every feature. */
  void addTo(Api api) {
    new LocalityOperations(areas).addTo(api);
    new CategoryOperations(areas).addTo(api);
    media.addTo(api);
    surveys.addTo(api);
    drafts.addTo(api);
    new ExchangeOperations(vertx, drafts.drafts()).addTo(api);
    perception.addTo(api);
    reportLists.addTo(api);
    pmf.addTo(api);
    catalogue.addTo(api);
    pull.addTo(api);
    lenses.addTo(api);
    pledges.addTo(api);
    reports.addTo(api);
    measures.addTo(api);
    open311.addTo(api);
    notify.addTo(api);
    events.addTo(api);
    directory.addTo(api);
    walks.addTo(api);
  }

  /**
   * Runs the jobs until no effect waits any more, for commands that end. Where another instance has
   * the jobs it is waited for, long enough for the leases of one that died to run out.
   *
   * @return fails with one plain line when an effect cannot be carried out
   */
  Future<Void> settle() {
    return settle(0);
  }

  private Future<Void> settle(int round) {
    return jobs.runAllNow()
        .compose(ran -> Future.all(relay.depth(), surveys.settled()))
        .compose(
            state -> {
              if (state.<Depth>resultAt(0).documents() == 0 && state.<Boolean>resultAt(1)) {
                return jobs.runAllNow();
              }
              return round == MOST_ROUNDS
                  ? Future.failedFuture(
                      new StartFailure(
                          "What follows from the data is not done yet; a running server goes on"
                              + " with it."))
                  : vertx.timer(pauseMillis(round)).compose(later -> settle(round + 1));
            });
  }

  private static long pauseMillis(int round) {
    return Math.min(LONGEST_PAUSE_MILLIS, 1L << Math.min(round, Integer.SIZE - 2));
  }
}
