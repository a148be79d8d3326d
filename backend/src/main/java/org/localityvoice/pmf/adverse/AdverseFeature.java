package org.localityvoice.pmf.adverse;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.pmf.catalogue.Catalogue;

/** Central measures that move the wrong way: noticed, listed, and told to managers. */
public final class AdverseFeature {
  private final AdverseService service;

  /** The feature. */
  public AdverseFeature(
      Mongo mongo,
      CompareAndSet changes,
      Relay relay,
      Supplier<Future<Catalogue>> catalogue,
      InstantSource clock) {
    service = new AdverseService(new AdverseStore(mongo, changes), catalogue, clock);
    relay.watch(AdverseStore.COLLECTION);
  }

  /** Looks through statements. */
  public AdverseService service() {
    return service;
  }

  /** Binds the operation. */
  public void addTo(Api api) {
    new AdverseOperations(service).addTo(api);
  }
}
