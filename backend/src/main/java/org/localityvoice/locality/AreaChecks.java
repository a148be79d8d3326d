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
 * Leaves alone whatever does not fit the schema, which is told already.
 */
final class AreaChecks {
  private static final int MOST_POSITIONS = 100_000;

  private final JsonNode file;
  private final List<Fault> misfits;
  private final List<Fault> faults = new ArrayList<>();

  private AreaChecks(JsonNode file, List<Fault> misfits) {
    this.file = file;
    this.misfits = misfits;
  }

  /**
   * The faults of a file.
   *
   * @param misfits where it does not fit the schema
   */
  static List<Fault> check(JsonNode file, List<Fault> misfits) {
    var checks = new AreaChecks(file, misfits);
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
    if (fits("/area/timeZone")) {
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
          var first =
              fits(pointer + "/" + field) ? seen.putIfAbsent(value.asText(), pointer) : null;
          if (first != null) {
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
    if (fits(pointer) && !partners.contains(reference.asText())) {
      add(pointer, "names no partner of this file: “" + reference.asText() + "”");
    }
  }

  private void locality(String pointer, JsonNode locality) {
    var cells = pointer + "/population/cells";
    if (fits(cells)) {
      faults.addAll(PopulationChecks.check(cells, file.at(cells)));
    }
    var boundary = pointer + "/boundary";
    if (fits(boundary)) {
      faults.addAll(BoundaryChecks.check(boundary, locality.path("boundary")));
    }
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

  /** Whether something is there and fits the schema with all that is in it. */
  private boolean fits(String pointer) {
    return !file.at(pointer).isMissingNode()
        && misfits.stream()
            .map(Fault::pointer)
            .noneMatch(misfit -> misfit.equals(pointer) || misfit.startsWith(pointer + "/"));
  }

  private void add(String pointer, String message) {
    faults.add(Fault.at(pointer, message));
  }
}
