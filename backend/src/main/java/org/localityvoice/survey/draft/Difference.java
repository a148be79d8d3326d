package org.localityvoice.survey.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.localityvoice.problem.Violation;

/**
 * How two questionnaires differ. What has an id (questions, rows, options, strata) is compared with
 * its namesake wherever that stands; everything else by its place. Pure.
 */
final class Difference {
  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  /**
   * One difference.
   *
   * @param pointer into the draft; into the published version for what is gone
   * @param kind {@code added}, {@code removed}, {@code changed} or {@code moved}
   * @param before a text or number as it was, if it is one
   * @param after as it is now
   */
  record Change(String pointer, String kind, Optional<String> before, Optional<String> after) {}

  static List<Change> between(JsonNode published, JsonNode draft) {
    var difference = new Difference();
    difference.compare("", published, draft);
    return List.copyOf(difference.changes);
  }

  private void compare(String place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      var names = new TreeSet<String>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> compare(place + Violation.step(name), before.path(name), after.path(name)));
    } else if (named(before) && named(after)) {
      byId(place, before, after);
    } else {
      changes.add(new Change(place, kind(before, after), text(before), text(after)));
    }
  }

  private void byId(String place, JsonNode before, JsonNode after) {
    var old = positions(before);
    var now = positions(after);
    old.forEach(
        (id, i) -> {
          if (!now.containsKey(id)) {
            changes.add(new Change(place + "/" + i, "removed", Optional.of(id), Optional.empty()));
          }
        });
    var order = old.keySet().stream().filter(now::containsKey).toList();
    var newOrder = now.keySet().stream().filter(old::containsKey).toList();
    now.forEach(
        (id, i) -> {
          var at = place + "/" + i;
          var was = old.get(id);
          if (was == null) {
            changes.add(new Change(at, "added", Optional.empty(), Optional.of(id)));
            return;
          }
          if (order.indexOf(id) != newOrder.indexOf(id)) {
            changes.add(new Change(at, "moved", Optional.of(id), Optional.of(id)));
          }
          compare(at, before.path(was), after.path(i));
        });
  }

  /** Whether it is a list of things with ids of their own. */
  private static boolean named(JsonNode list) {
    return list.isArray()
        && !list.isEmpty()
        && list.path(0).path("id").isTextual()
        && positions(list).size() == list.size();
  }

  private static Map<String, Integer> positions(JsonNode list) {
    var positions = new LinkedHashMap<String, Integer>();
    for (var i = 0; i < list.size(); i++) {
      positions.put(list.path(i).path("id").asText(), i);
    }
    return positions;
  }

  private static String kind(JsonNode before, JsonNode after) {
    if (before instanceof MissingNode) {
      return "added";
    }
    return after instanceof MissingNode ? "removed" : "changed";
  }

  private static Optional<String> text(JsonNode value) {
    return value.isValueNode() && !value.isMissingNode()
        ? Optional.of(value.asText())
        : Optional.empty();
  }
}
