package org.localityvoice.pmf;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.pmf.adverse.AdverseFeature;
import org.localityvoice.pmf.catalogue.Catalogue;
import org.localityvoice.schedule.Jobs;

/**
 * The push to the performance framework (PMF). Effects of kind {@link #STATEMENT} are put together
 * by locality and period; each change becomes a statement, and a job hands it over until it has
 * arrived, or ten attempts have failed.
 */
public final class Pmf {
  /** The kind of effect that asks for a statement. */
  public static final String STATEMENT = "pmf.statement";

  /** The name of the job that hands statements over. */
  public static final String JOB = "pmf";

  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Jobs jobs;
  private final StatementService service;
  private final WithdrawalService withdrawals;
  private final AdverseFeature adverse;
  private final PublishedStore published;
  private final Dispatcher dispatcher;

  /**
   * The push, with its receivers and its job put in place.
   *
   * @param catalogue the measures as they are
   */
  public Pmf(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet changes,
      Relay relay,
      Jobs jobs,
      InstantSource clock,
      RandomGenerator random,
      PmfSettings settings,
      Supplier<Future<Catalogue>> catalogue) {
    var statements = new StatementStore(mongo, changes);
    var endpoint = new EndpointStore(mongo, settings.endpoint());
    var timeOut = EndpointSink.TIME_OUT;
    var sink =
        settings
            .endpoint()
            .<Sink>map(uri -> new EndpointSink(vertx, uri, new Signer(settings), clock, timeOut))
            .orElseGet(() -> new FolderSink(vertx, settings.folder()));
    this.jobs = jobs;
    this.service = new StatementService(statements, endpoint, settings.publicUrl(), clock);
    this.dispatcher =
        new Dispatcher(statements, endpoint, sink, clock, random, timeOut.multipliedBy(3));
    this.published = new PublishedStore(mongo);
    var periods = new PeriodService(new PeriodStore(mongo, changes), service, published, clock);
    this.withdrawals =
        new WithdrawalService(new WithdrawalStore(mongo, changes), published, periods, clock);
    relay.watch(PeriodStore.COLLECTION).watch(WithdrawalStore.COLLECTION);
    relay.deliver(STATEMENT, effect -> periods.contribute(effect).onSuccess(x -> relay.nudge()));
    relay.deliver(
        Withdrawal.KIND, effect -> withdrawals.apply(effect).onSuccess(x -> relay.nudge()));
    this.adverse = new AdverseFeature(mongo, changes, relay, catalogue, clock);
    relay.deliver(PeriodFigures.REVIEW, effect -> periods.review(effect, adverse.service()));
    relay.deliver(PeriodFigures.EVENT, effect -> periods.state(effect).onSuccess(x -> wake()));
    jobs.every(JOB, PERIOD, this::dispatch);
  }

  /** Binds the operations of the contract. */
  public void addTo(Api api) {
    new PmfOperations(service, this::wake).addTo(api);
    new WithdrawalOperations(withdrawals).addTo(api);
    adverse.addTo(api);
  }

  /** What counts now of every locality and period, for whoever reads figures. */
  public PublishedFigures figures() {
    return new PublishedFigures(published);
  }

  /** How the push stands, for metrics. */
  public Future<StatementCounts> counts() {
    return service.counts();
  }

  private Future<Void> dispatch() {
    return dispatcher
        .round()
        .onSuccess(
            more -> {
              if (more) {
                wake();
              }
            })
        .mapEmpty();
  }

  private void wake() {
    jobs.wake(JOB);
  }
}
