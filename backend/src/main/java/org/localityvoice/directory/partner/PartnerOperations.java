package org.localityvoice.directory.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Instant;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Json;
import org.localityvoice.http.Preconditions;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.OddCharacters;
import org.localityvoice.problem.Problem;

/** The operations on partner layers. */
final class PartnerOperations {
  private static final String SERVICE = "serviceId";

  private final PartnerService layers;

  PartnerOperations(PartnerService layers) {
    this.layers = layers;
  }

  void addTo(Api api) {
    api.on("getDirectoryPartnerLayer", this::get).on("putDirectoryPartnerLayer", this::put);
  }

  private record LayerView(
      String service, long edition, Instant changedAt, PartnerContent content) {}

  private Future<Reply> get(Call call) {
    return layers.get(call.path(SERVICE), call.caller()).map(layer -> reply(layer, 200));
  }

  private Future<Reply> put(Call call) {
    var tree = call.body(JsonNode.class);
    var faults = OddCharacters.faults(tree, place -> OddCharacters.LINES);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return layers
        .put(
            call.path(SERVICE),
            Json.value(tree, PartnerContent.class),
            Preconditions.seen(call),
            call.caller())
        .map(put -> reply(put.layer(), put.created() ? 201 : 200));
  }

  private static Reply reply(PartnerLayer layer, int status) {
    return Reply.json(
            status, new LayerView(layer.id(), layer.version(), layer.changedAt(), layer.content()))
        .with("ETag", '"' + String.valueOf(layer.version()) + '"');
  }
}
