package org.localityvoice.app;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.localityvoice.http.Contract;
import org.localityvoice.http.ContractOperations;
import org.localityvoice.http.ManagementServer;
import org.localityvoice.http.PublicServer;
import org.localityvoice.http.RequestIds;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** One running instance: store, features, jobs, public port and management port. */
public final class Backend {
  private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Settings settings;
  private final InstantSource clock;
  private final Future<Contract> contract;
  private final StoreConnection store;
  private final Parts parts;
  private final SignInParts signIn;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<HttpVerticle> verticles = new CopyOnWriteArrayList<>();
  private final List<ManagementServer> management = new CopyOnWriteArrayList<>();
  private final List<String> deployments = new CopyOnWriteArrayList<>();
  private final AtomicBoolean draining = new AtomicBoolean();

  private Backend(Vertx vertx, Settings settings, InstantSource clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
    // Takes as long as opening the store does, and needs nothing of it.
    this.contract = vertx.executeBlocking(() -> Contract.load(settings.signIn().mode()));
    this.store = StoreConnection.open(settings);
    try {
      this.parts = new Parts(vertx, settings, store.mongo(), clock);
      this.signIn = SignInParts.of(settings, clock);
    } catch (RuntimeException failure) {
      store.close();
      throw failure;
    }
  }

  /**
   * Starts an instance. Blocks until requests are served.
   *
   * @throws StartFailure with one plain line when it cannot start; nothing is left running
   */
  public static Backend start(Vertx vertx, Settings settings, InstantSource clock) {
    var backend = new Backend(vertx, settings, clock);
    try {
      Waiting.on(backend.start());
      return backend;
    } catch (RuntimeException failure) {
      backend.stop();
      throw backend.plain(failure);
    }
  }

  private Future<Void> start() {
    meter();
    return parts
        .ready()
        .compose(
            ready -> settings.sample() ? Sample.load(vertx, parts) : Future.succeededFuture(false))
        .compose(
            fresh ->
                manage()
                    .compose(managed -> contract)
                    .compose(this::serve)
                    .onSuccess(served -> parts.jobs.start())
                    .compose(served -> sampleEvents(fresh)));
  }

  /** Once requests are served, so that nobody waits for it. */
  private Future<Void> sampleEvents(boolean fresh) {
    return settings.sample() && settings.sampleEvents()
        ? new SampleEvents(parts, settings.zone(), clock)
            .load(fresh)
            .compose(loaded -> new SampleDirectory(parts).load(fresh))
        : Future.succeededFuture();
  }

  private void meter() {
    List.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics())
        .forEach(binder -> binder.bindTo(meters));
    new Gauges(parts, meters).register();
  }

  private Future<Void> serve(Contract contract) {
    var pages = new ContractOperations(contract);
    var shared =
        new PublicServer.Parts(
            contract, signIn.identity(), Messages.load(), meters, parts.limiter, new RequestIds());
    var options = new DeploymentOptions().setInstances(settings.httpInstances());
    return vertx
        .deployVerticle(
            () -> {
              var verticle =
                  new HttpVerticle(
                      settings.http(),
                      shared,
                      api -> {
                        pages.addTo(api);
                        signIn.operations().accept(api);
                        parts.addTo(api);
                      },
                      settings.drain().toSeconds());
              verticles.add(verticle);
              return verticle;
            },
            options)
        .onSuccess(deployments::add)
        .mapEmpty();
  }

  private Future<Void> manage() {
    var at = settings.management();
    return ManagementServer.start(
            vertx, at.host(), at.port(), meters, new Health(parts, draining)::readiness)
        .onSuccess(management::add)
        .mapEmpty();
  }

  /** The public port in use. */
  public int port() {
    return verticles.get(0).port();
  }

  /** The management port in use. */
  public int managementPort() {
    return management.get(0).port();
  }

  Parts parts() {
    return parts;
  }

  /**
   * Lets requests in flight finish, then jobs under way, for as long as the settings say in all,
   * and closes the store. Blocks.
   */
  public void stop() {
    draining.set(true);
    var began = System.nanoTime();
    Waiting.quietly(Future.join(deployments.stream().map(vertx::undeploy).toList()));
    var left = settings.drain().minusNanos(System.nanoTime() - began);
    Waiting.quietly(parts.jobs.stop(left.compareTo(LAST_MOMENT) < 0 ? LAST_MOMENT : left));
    Waiting.quietly(Future.join(management.stream().map(ManagementServer::stop).toList()));
    signIn.close().run();
    store.close();
  }

  private RuntimeException plain(RuntimeException failure) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof StartFailure known) {
        return known;
      }
      if (cause instanceof BindException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException) {
        return cannotListen(String.valueOf(cause.getMessage()));
      }
      if (cause instanceof Problem problem && problem.type() == ProblemType.UNAVAILABLE) {
        return new StartFailure(
            "No store: " + StoreConnection.place(settings) + " does not answer.");
      }
      cause = cause.getCause();
    }
    return failure;
  }

  private StartFailure cannotListen(String reason) {
    // The management port comes first.
    var own = !management.isEmpty();
    var port = own ? settings.http().port() : settings.management().port();
    var name = own ? "HTTP" : "MANAGEMENT";
    if (reason.contains("in use")) {
      return new StartFailure(
          "Port " + port + " is taken. Set " + name + "_PORT to another one, or 0 for any.");
    }
    var host = own ? settings.http().host() : settings.management().host();
    return new StartFailure(
        "Cannot listen at "
            + host
            + ", port "
            + port
            + ". Set "
            + name
            + "_HOST or "
            + name
            + "_PORT to what this machine has.");
  }
}
