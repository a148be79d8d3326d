package org.localityvoice.pledge;

import com.fasterxml.jackson.databind.JsonNode;
import org.localityvoice.http.Api;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;

/** Puts the parts of this package together. */
public final class PledgeFeature {
  private static final String KIND = "pledge.pledges";

  private final PledgeStore pledges;
  private final Areas areas;

  /** The feature; {@link #connect} brings it to work. */
  public PledgeFeature(Mongo mongo, Areas areas) {
    pledges = new PledgeStore(mongo);
    this.areas = areas;
  }

  /**
   * The effect that carries the pledges of a checked area file.
   *
   * @param id never used before: the same pledges may come again after others
   */
  public static Outgoing effect(JsonNode whole, String id) {
    return new Outgoing(id, KIND, Json.text(PledgeReader.read(whole.path(PledgeSection.PART))));
  }

  /** Takes the effect of an import; they come in the order of the imports. */
  public void connect(Relay relay) {
    relay.deliver(KIND, effect -> pledges.write(Json.value(effect.payload(), Pledges.class)));
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new PledgeOperations(pledges, areas).addTo(api);
  }
}
