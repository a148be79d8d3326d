package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.localityvoice.problem.Violation;

/** One service of a file. */
sealed interface Row {
  /** Counted from 1. */
  int number();

  /**
   * A service as our contract writes it, still to be checked.
   *
   * @param locations contents by id
   * @param notes what the file says that the directory does not take
   */
  record Read(
      int number,
      String id,
      ObjectNode service,
      ObjectNode organisation,
      Map<String, ObjectNode> locations,
      List<String> notes)
      implements Row {
    public Read {
      locations = Map.copyOf(locations);
      notes = List.copyOf(notes);
    }
  }

  /** One that cannot be read. */
  record Unread(int number, List<Violation> faults) implements Row {
    public Unread {
      faults = List.copyOf(faults);
    }

    static Unread at(int number, String place, String code, Object... arguments) {
      return new Unread(number, List.of(Violation.at(place, code, arguments)));
    }
  }
}
