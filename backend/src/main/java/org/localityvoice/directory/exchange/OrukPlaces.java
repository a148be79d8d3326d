package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the places of a service in an Open Referral UK feed. Pure. */
record OrukPlaces(Whose whose) {
  /** The contents of places by their ids, which are added to the service. */
  Map<String, ObjectNode> read(JsonNode from, ObjectNode service) {
    var locations = new HashMap<String, ObjectNode>();
    for (var one : from.path("service_at_locations")) {
      var theirs = one.path("location");
      var id = OrukFeed.id(theirs);
      if (OrukFeed.UUID_TEXT.matcher(id).matches()
          && locations.putIfAbsent(id, location(theirs)) == null) {
        service.withArray("/locations").add(id);
      }
    }
    return locations;
  }

  private ObjectNode location(JsonNode theirs) {
    var ours = Filling.object();
    var address = theirs.path("addresses").path(0);
    var name = Filling.text(theirs, "name");
    Filling.put(ours, "name", name.isBlank() ? Filling.text(address, "address_1") : name);
    ours.put("kind", Filling.text(theirs, "location_type"));
    if (address.isObject()) {
      OrukFeed.fill(
          ours.putObject("address"),
          address,
          Map.of(
              "address_1",
              "street",
              "address_2",
              "more",
              "city",
              "town",
              "state_province",
              "county",
              "postal_code",
              "postcode"));
    }
    if (theirs.path("latitude").isNumber() && theirs.path("longitude").isNumber()) {
      ours.putObject("point")
          .put("latitude", theirs.path("latitude").asDouble())
          .put("longitude", theirs.path("longitude").asDouble());
    }
    theirs
        .path("accessibility")
        .forEach(
            one -> {
              if (!Filling.text(one, "description").isBlank()) {
                ours.withArray("/accessibility").add(Filling.text(one, "description"));
              }
            });
    return whose.owned(ours, List.of());
  }
}
