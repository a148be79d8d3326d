package org.localityvoice.perception;

import java.time.InstantSource;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.survey.Waves;

/** Puts the parts of this package together. */
public final class PerceptionFeature {
  private final ReleaseService service;

  /**
   * The feature.
   *
   * @param software name and version of the program, for the provenance of figures
   */
  public PerceptionFeature(
      Mongo mongo, CompareAndSet compareAndSet, Waves waves, InstantSource clock, String software) {
    service = new ReleaseService(
            new ReleaseStore(mongo, compareAndSet),
            new ReleaseGate(new LedgerStore(mongo, compareAndSet)),
            waves, clock, software);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new ReleaseOperations(service).addTo(api);
  }

  /** Takes effects of others and has its own carried out. */
  public void connect(Relay relay) {
    relay.watch(ReleaseStore.COLLECTION);
    relay.deliver("wave.release", service::publishSynthetic);
  }
}
