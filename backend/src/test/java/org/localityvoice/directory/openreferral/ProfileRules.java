package org.localityvoice.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What the profile of Open Referral UK 3.0 and its compliance page demand of each object,
 * transcribed by hand and apart from the contract, so that a slip in the one is noticed by the
 * other.
 */
final class ProfileRules {
  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("service", List.of("id", "name", "status", "organization_id", "organization")),
          Map.entry("organization", List.of("id", "name", "description")),
          Map.entry("location", List.of("id", "location_type")),
          Map.entry(
              "address",
              List.of(
                  "id",
                  "address_1",
                  "city",
                  "state_province",
                  "postal_code",
                  "country",
                  "address_type")),
          Map.entry("phone", List.of("id", "number")),
          Map.entry("taxonomy", List.of("id", "name", "description")),
          Map.entry("taxonomy_term", List.of("id", "name", "description")),
          Map.entry("schedule", List.of("id")),
          Map.entry("contact", List.of("id")),
          Map.entry("cost_option", List.of("id")),
          Map.entry("service_area", List.of("id")),
          Map.entry("language", List.of("id")),
          Map.entry("attribute", List.of("id")),
          Map.entry("accessibility", List.of("id")),
          Map.entry("funding", List.of("id")),
          Map.entry("service_at_location", List.of("id")));

  /** What the objects in a field are. */
  private static final Map<String, String> INSIDE =
      Map.ofEntries(
          Map.entry("organization", "organization"),
          Map.entry("location", "location"),
          Map.entry("service", "service"),
          Map.entry("addresses", "address"),
          Map.entry("phones", "phone"),
          Map.entry("schedules", "schedule"),
          Map.entry("contacts", "contact"),
          Map.entry("cost_options", "cost_option"),
          Map.entry("service_areas", "service_area"),
          Map.entry("languages", "language"),
          Map.entry("attributes", "attribute"),
          Map.entry("accessibility", "accessibility"),
          Map.entry("funding", "funding"),
          Map.entry("service_at_locations", "service_at_location"),
          Map.entry("taxonomy_term", "taxonomy_term"),
          Map.entry("taxonomy_detail", "taxonomy"));

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "status", Set.of("active", "inactive", "defunct", "temporarily closed"),
          "location_type", Set.of("physical", "postal", "virtual"),
          "address_type", Set.of("physical", "postal", "virtual"),
          "freq", Set.of("WEEKLY", "MONTHLY"));

  private static final Map<String, Pattern> FORMS =
      Map.of(
          "id", Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
          "last_modified", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
          "assured_date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
          "email", Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
          "byday", Pattern.compile("-?[1-4]?[A-Z]{2}(,-?[1-4]?[A-Z]{2})*"),
          "opens_at", Pattern.compile("\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)"),
          "closes_at", Pattern.compile("\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)"));

  private ProfileRules() {}

  /** Every way in which an object of that kind breaks the rules. */
  static List<String> faults(String kind, JsonNode object) {
    var faults = new ArrayList<String>();
    look(kind, kind, object, faults);
    return faults;
  }

  private static void look(String kind, String at, JsonNode object, List<String> faults) {
    for (var name : REQUIRED.getOrDefault(kind, List.of())) {
      if (!object.has(name)) {
        faults.add(at + " lacks " + name);
      }
    }
    object
        .properties()
        .forEach(
            field -> {
              var place = at + "." + field.getKey();
              value(place, field.getKey(), field.getValue(), faults);
              var inside = INSIDE.get(field.getKey());
              if (inside != null) {
                each(field.getValue()).forEach(one -> look(inside, place, one, faults));
              }
            });
  }

  private static List<JsonNode> each(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).toList()
        : List.of(value);
  }

  private static void value(String place, String name, JsonNode value, List<String> faults) {
    if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
      faults.add(place + " is empty");
    }
    if (value.isTextual() && value.asText().isBlank()) {
      faults.add(place + " is blank");
    }
    var words = WORDS.get(name);
    if (words != null && !words.contains(value.asText())) {
      faults.add(place + " is " + value);
    }
    var form = FORMS.get(name.endsWith("_id") ? "id" : name);
    if (form != null && !form.matcher(value.asText()).matches()) {
      faults.add(place + " has the form of " + value);
    }
    if (Set.of("minimum_age", "maximum_age", "amount").contains(name) && !value.isNumber()) {
      faults.add(place + " is no number");
    }
    if (Set.of("url", "website").contains(name) && !isUri(value.asText())) {
      faults.add(place + " is no URI");
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
