package org.localityvoice.directory;

import java.util.List;

/** What a service refers to, as it is now. */
record Surroundings(Organisation organisation, List<Location> locations, Needs needs) {
  Surroundings {
    locations = List.copyOf(locations);
  }
}
