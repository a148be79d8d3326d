package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What the schema cannot say of the area's own parts: ids are unique, what is referred to exists.
 * Reads past whatever does not fit the schema, which is told of elsewhere.
 */
final class AreaChecks {
  private static final int MOST_POSITIONS = 100_000;

  private final JsonNode file;
  private final List<Fault> faults = new ArrayList<>();

  private AreaChecks(JsonNode file) {
    this.file = file;
  }

  static List<Fault> check(JsonNode file) {
    var checks = new AreaChecks(file);
    checks.timeZone();
    checks.unique("/themes", "id");
    checks.unique("/partners", "id");
    checks.unique("/localities", "id");
    checks.unique("/localities", "wardCode");
    checks.references();
    checks.each("/localities", checks::locality);
    checks.size();
    return checks.faults;
  }

  private void timeZone() {
    var zone = file.at("/area/timeZone");
    if (zone.isTextual()) {
      try {
        ZoneId.of(zone.asText());
      } catch (DateTimeException e) {
        add("/area/timeZone", "is not a time zone that is known, such as Europe/London");
      }
    }
  }

  private void unique(String list, String field) {
    var seen = new HashMap<String, String>();
    each(
        list,
        (pointer, item) -> {
          var value = item.path(field);
          var first = value.isTextual() ? seen.putIfAbsent(value.asText(), pointer) : pointer;
          if (value.isTextual() && first != null) {
            add(pointer + "/" + field, "must be unique, but " + first + " has it too");
          }
        });
  }

  private void references() {
    var partners = new HashSet<String>();
    each("/partners", (pointer, partner) -> partners.add(partner.path("id").asText()));
    each("/themes", (pointer, theme) -> refers(pointer + "/lead", theme.path("lead"), partners));
    each(
        "/localities",
        (pointer, locality) -> each(pointer + "/partners", (at, id) -> refers(at, id, partners)));
  }

  private void refers(String pointer, JsonNode reference, Set<String> partners) {
    if (reference.isTextual() && !partners.contains(reference.asText())) {
      add(pointer, "names no partner of this file: “" + reference.asText() + "”");
    }
  }

  private void locality(String pointer, JsonNode locality) {
    var cells = locality.at("/population/cells");
    if (cells.isArray()) {
      faults.addAll(PopulationChecks.check(pointer + "/population/cells", cells));
    }
    faults.addAll(BoundaryChecks.check(pointer + "/boundary", locality.path("boundary")));
  }

  /** The whole area is one document of the store, which holds 16 MB. */
  private void size() {
    var positions = BoundaryChecks.positions(file.path("localities"));
    if (positions > MOST_POSITIONS) {
      add(
          "/localities",
          "have boundaries of %d positions together; simplify them to at most %d"
              .formatted(positions, MOST_POSITIONS));
    }
  }

  private void each(String list, BiConsumer<String, JsonNode> visit) {
    var items = file.at(list);
    for (var i = 0; items.isArray() && i < items.size(); i++) {
      visit.accept(list + "/" + i, items.path(i));
    }
  }

  private void add(String pointer, String message) {
    faults.add(Fault.at(pointer, message));
  }
}
