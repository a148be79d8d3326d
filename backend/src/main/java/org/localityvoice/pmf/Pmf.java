package org.localityvoice.pmf;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/**
 * The push to the performance framework (PMF). Effects of kind {@link #STATEMENT} become
 * statements, and a job hands them over until they have arrived, or ten attempts have failed.
 */
public final class Pmf {
  /** The kind of effect that asks for a statement. */
  public static final String STATEMENT = "pmf.statement";

  /** The name of the job that hands statements over. */
  public static final String JOB = "pmf";

  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Jobs jobs;
  private final StatementService service;
  private final Dispatcher dispatcher;

  /** The push, with its receiver and its job put in place. */
  public Pmf(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet changes,
      Relay relay,
      Jobs jobs,
      InstantSource clock,
      RandomGenerator random,
      PmfSettings settings) {
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
    relay.deliver(STATEMENT, outgoing -> service.accept(outgoing).onSuccess(x -> wake()));
    jobs.every(JOB, PERIOD, this::dispatch);
  }

  /** Binds the operations of the contract. */
  public void addTo(Api api) {
    new PmfOperations(service, this::wake).addTo(api);
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
