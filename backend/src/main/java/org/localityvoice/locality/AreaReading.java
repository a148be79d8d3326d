package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** What reading an area file comes to. */
public sealed interface AreaReading {
  /**
   * The file may be imported.
   *
   * @param whole the whole file, for the features that read their own part of it
   * @param warnings what is allowed but looks like a mistake, by line
   * @param lines gives faults that are found later, such as a conflict with what is stored, their
   *     lines, and sorts them
   */
  record Good(Area area, JsonNode whole, List<Fault> warnings, UnaryOperator<List<Fault>> lines)
      implements AreaReading {
    public Good {
      warnings = List.copyOf(warnings);
    }
  }

  /** The file may not be imported; at least one fault, by line. */
  record Faulty(List<Fault> faults) implements AreaReading {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
