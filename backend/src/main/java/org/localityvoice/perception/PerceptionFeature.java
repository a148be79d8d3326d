package org.localityvoice.perception;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.survey.Waves;

/** Puts the parts of this package together. */
public final class PerceptionFeature {
  private static final int SALT_BYTES = 32;

  private final ReleaseService service;
  private final RecomputeService recompute;
  private final Withdrawing withdrawing;

  /**
   * The feature.
   *
   * @param random draws the salts of digests
   * @param software name and version of the program, for the provenance of figures
   */
  public PerceptionFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Waves waves,
      InstantSource clock,
      SecureRandom random,
      String software) {
    var store = new ReleaseStore(mongo, compareAndSet);
    var gate = new ReleaseGate(new LedgerStore(mongo, compareAndSet));
    service = new ReleaseService(vertx, store, gate, waves, clock, software, () -> salt(random));
    recompute = new RecomputeService(vertx, store, gate, waves);
    withdrawing = new Withdrawing(store);
  }

  private static String salt(SecureRandom random) {
    var bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new ReleaseOperations(service, recompute).addTo(api);
  }

  /** The figures of a release worked out again; empty for an id that is none. */
  public Future<Optional<Recomputation>> recompute(String release) {
    return recompute.byId(release);
  }

  /** Takes effects of others and has its own carried out. */
  public void connect(Relay relay) {
    relay.watch(ReleaseStore.COLLECTION);
    relay.deliver("wave.release", service::publishSynthetic);
    relay.deliver(Withdrawing.KIND, withdrawing::note);
  }
}
