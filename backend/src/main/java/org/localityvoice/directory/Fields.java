package org.localityvoice.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import org.localityvoice.http.Json;

/** Tells which parts of a content have changed. Pure. */
final class Fields {
  private Fields() {}

  /** The names of the parts that differ, in the order of the alphabet. */
  static List<String> changed(Object before, Object after) {
    JsonNode old = Json.tree(before);
    JsonNode next = Json.tree(after);
    var names = new TreeSet<String>();
    old.fieldNames().forEachRemaining(names::add);
    next.fieldNames().forEachRemaining(names::add);
    return names.stream().filter(name -> !old.path(name).equals(next.path(name))).toList();
  }
}
