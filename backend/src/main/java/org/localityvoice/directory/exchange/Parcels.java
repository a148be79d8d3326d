package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.directory.Bringing.Parcel;
import org.localityvoice.directory.LocationContent;
import org.localityvoice.directory.OrganisationContent;
import org.localityvoice.directory.Prose;
import org.localityvoice.directory.ServiceContent;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.http.Json;
import org.localityvoice.locality.OddCharacters;
import org.localityvoice.problem.Violation;

/** Holds what was read against the contract, as if a person had sent it. */
final class Parcels {
  private final ContractSchema service;
  private final ContractSchema organisation;
  private final ContractSchema location;

  /**
   * The contract's own schemas.
   *
   * @param schemas by their names
   */
  Parcels(Function<String, ContractSchema> schemas) {
    service = schemas.apply("DirectoryServiceContent");
    organisation = schemas.apply("DirectoryOrganisationContent");
    location = schemas.apply("DirectoryLocationContent");
  }

  /** What does not fit, by pointers into what the row became. */
  List<Violation> faults(Row.Read row) {
    var faults = new ArrayList<>(faults("", service, row.service()));
    faults.addAll(faults("/organisation", organisation, row.organisation()));
    row.locations().values().forEach(one -> faults.addAll(faults("/location", location, one)));
    return faults;
  }

  private static List<Violation> faults(String before, ContractSchema schema, ObjectNode content) {
    var faults = new ArrayList<>(schema.faults(content));
    faults.addAll(OddCharacters.faults(content, Prose::allowed));
    return faults.stream()
        .map(one -> new Violation(one.in(), before + one.place(), one.code(), one.arguments()))
        .toList();
  }

  /** A row without faults, ready to be brought in. */
  static Parcel of(Row.Read row) {
    return new Parcel(
        row.id(),
        value(row.service(), ServiceContent.class),
        value(row.organisation(), OrganisationContent.class),
        row.locations().entrySet().stream()
            .collect(
                Collectors.toMap(
                    one -> one.getKey(), one -> value(one.getValue(), LocationContent.class))));
  }

  private static <T> T value(JsonNode content, Class<T> type) {
    return Json.value(content, type);
  }
}
