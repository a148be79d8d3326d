package org.localityvoice.pmf.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.InstantSource;
import org.localityvoice.http.Api;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;

/** The catalogue of measures, and the figures that staff enter for those of the council. */
public final class CatalogueFeature {
  private static final String KIND = "pmf.catalogue";

  private final CatalogueStore store;
  private final Areas areas;
  private final CouncilValueService values;

  /** The feature; {@link #connect} brings it to work. */
  public CatalogueFeature(
      Mongo mongo, CompareAndSet compareAndSet, Areas areas, InstantSource clock) {
    this.store = new CatalogueStore(mongo);
    this.areas = areas;
    this.values =
        new CouncilValueService(new CouncilValueStore(mongo, compareAndSet), store, areas, clock);
  }

  /**
   * The effect that carries the measures of a checked area file.
   *
   * @param id never used before: the same measures may come again after others
   */
  public static Outgoing effect(JsonNode whole, String id) {
    var measures = CatalogueReader.read(whole.path(CatalogueSection.PART));
    return new Outgoing(id, KIND, Json.text(Catalogue.of(measures)));
  }

  /** Takes the effect of an import; they come in the order of the imports. */
  public void connect(Relay relay) {
    relay.watch(CouncilValueStore.COLLECTION);
    relay.deliver(KIND, effect -> store.write(Json.value(effect.payload(), Catalogue.class)));
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new CatalogueOperations(store, areas).addTo(api);
    new CouncilValueOperations(values).addTo(api);
  }

  /** The catalogue as it is; without measures before the first import. */
  public Future<Catalogue> catalogue() {
    return store.read();
  }
}
