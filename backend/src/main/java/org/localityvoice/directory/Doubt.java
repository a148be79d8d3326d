package org.localityvoice.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * What residents say is wrong with a service. Who said it is not kept, only on which days.
 *
 * @param days in the area's time zone, each once, the latest last
 */
public record Doubt(Kind kind, List<LocalDate> days) {
  public Doubt {
    days = List.copyOf(days);
  }

  /** What may be wrong. */
  public enum Kind {
    NUMBER_DOES_NOT_WORK,
    CLOSED,
    WRONG_TIMES,
    WRONG_PLACE,
    NOT_FOR_ME,
    OTHER
  }
}
