package org.localityvoice.directory.partner;

import java.time.InstantSource;
import org.localityvoice.directory.Directory;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;

/** What partners tell each other of services, and nobody else. */
public final class PartnerFeature {
  private final PartnerService layers;

  /** The feature. */
  public PartnerFeature(
      Mongo mongo, CompareAndSet compareAndSet, Directory directory, InstantSource clock) {
    layers = new PartnerService(directory, new PartnerStore(mongo, compareAndSet), clock);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new PartnerOperations(layers).addTo(api);
  }
}
