package org.localityvoice.survey;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Puts the parts of this package together. */
public final class SurveyFeature {
  private static final int MOST_IN_GROUP = 128;
  private static final Duration FOLDING = Duration.ofSeconds(1);
  private static final Duration CALENDAR = Duration.ofMinutes(1);

  private final Waves waves;
  private final Questionnaires questionnaires;
  private final SurveyImport surveyImport;
  private final CellCheck cellCheck;
  private final Closing closing;
  private final Vertx vertx;
  private final WaveStore store;
  private final WaveKeys keys;
  private final Calendar calendar;
  private final Releasing releasing;
  private final SurveyOperations operations;
  private final PlanOperations plans;
  private final WrittenOperations written;

  /**
   * The feature.
   *
   * @param zone the area's, for the day of an answer
   * @param random good enough for secrets
   * @param seal empty to keep the keys of waves in their documents
   * @throws IllegalArgumentException with one plain line when the keys cannot be used
   */
  public SurveyFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Areas areas,
      InstantSource time,
      ZoneId zone,
      Random random,
      Messages messages,
      Vertx vertx,
      Optional<SealSettings> seal) {
    this.vertx = vertx;
    var clock = time.withZone(zone);
    var store = new WaveStore(mongo, compareAndSet);
    var responses = new ResponseStore(mongo);
    var cells = new CellStore(mongo);
    waves = new Waves(store, cells, areas, clock);
    calendar = new Calendar(store, clock);
    releasing = new Releasing(store, waves, clock);
    var arrivals = new ArrivalStore(mongo);
    keys = new WaveKeys(vertx, seal.map(KeyFiles::open), random);
    this.store = store;
    surveyImport = new SurveyImport(store, arrivals, keys, clock);
    questionnaires = new Questionnaires(new QuestionnaireStore(mongo));
    cellCheck = new CellCheck(store, responses, cells);
    var folder =
        new Folder(
            arrivals, responses, cells, wave -> waves.wave(wave).compose(keys::answers), random);
    closing = new Closing(store, folder, keys, clock);
    var service =
        new SurveyService(
            waves,
            store,
            new ParticipationStore(mongo),
            new Intake(arrivals, store, random, MOST_IN_GROUP),
            closing,
            calendar,
            keys,
            clock);
    operations = new SurveyOperations(service, waves, areas);
    plans =
        new PlanOperations(
            new PlanService(waves, store, cells, areas, keys, vertx),
            new CodeService(waves, store, calendar, keys),
            waves,
            messages);
    written =
        new WrittenOperations(
            new WrittenAnswers(
                waves,
                responses,
                new ReadingStore(mongo),
                () -> UUID.randomUUID().toString(),
                clock));
  }

  /** The way in for other features. */
  public Waves waves() {
    return waves;
  }

  /** The way in for whoever makes questionnaires. */
  public Questionnaires questionnaires() {
    return questionnaires;
  }

  /** Brings in our part of an area file. */
  public SurveyImport surveyImport() {
    return surveyImport;
  }

  /** Rebuilds all cells and tells where they differ; see the command {@code check}. */
  public Future<List<String>> differences() {
    return cellCheck.differences();
  }

  /** Why this server cannot work with the waves of its store, in plain sentences. */
  public Future<List<String>> keyFaults() {
    return store
        .in(List.of(WaveState.PLANNED, WaveState.OPEN, WaveState.GRACE, WaveState.CLOSING))
        .compose(unfinished -> vertx.executeBlocking(() -> keys.faults(unfinished)));
  }

  /** Whether no wave is on its way from open to closed. */
  public Future<Boolean> settled() {
    return closing.settled();
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
    plans.addTo(api);
    written.addTo(api);
  }

  /** Takes effects of others and has its own carried out; folds in the background. */
  public void connect(Relay relay, Jobs jobs) {
    relay.watch(WaveStore.COLLECTION);
    relay.deliver(SurveyImport.KIND, surveyImport::apply);
    relay.deliver(Releasing.KIND, releasing::apply);
    jobs.every("survey.folding", FOLDING, closing::run);
    jobs.every("survey.calendar", CALENDAR, calendar::run);
  }
}
