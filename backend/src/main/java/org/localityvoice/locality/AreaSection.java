package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The rules of one part of the area file, given by the feature that the part belongs to. */
public interface AreaSection {
  /**
   * The names of the parts at the top of the file that {@link #check} reads, besides those that
   * make up the area. It is asked only when each of them is absent or fits the schema.
   */
  Set<String> parts();

  /**
   * What the schema cannot say. Pure; must not throw.
   *
   * @param whole the whole file
   * @param area the area in it; it fits the schema, but may have faults of its own
   * @return faults by JSON pointer, made with {@link Fault#at}; empty when all is well
   */
  List<Fault> check(JsonNode whole, Area area);
}
