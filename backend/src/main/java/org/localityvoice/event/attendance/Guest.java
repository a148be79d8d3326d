package org.localityvoice.event.attendance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A participant as the door has to know them.
 *
 * @param id their name at this door
 * @param registration the party they came with
 * @param collected whether somebody must collect them: under 18, and the session asks for it
 * @param collectors names of those who may; see {@link DoorKey#collector}
 * @param home id of the locality they live in, if they said so
 */
record Guest(
    String id,
    String participant,
    String registration,
    Place place,
    boolean collected,
    Set<String> collectors,
    AgeGroup age,
    @Nullable String home) {

  Guest {
    collectors = Set.copyOf(collectors);
  }

  /** Whether they may come in. */
  enum Place {
    PLACED,
    /** They wait, or are kept or offered a place. */
    NOT_PLACED,
    /** They had one. */
    GONE
  }

  /** Without who it is. */
  @Override
  public String toString() {
    return "guest " + place;
  }
}
