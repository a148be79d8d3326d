package org.localityvoice.directory;

import java.util.List;
import java.util.Optional;

/** A service that was found, and how far it is where that was asked. */
record Hit(Provision service, Optional<Integer> metres) {
  /**
   * A page of them.
   *
   * @param next for the page after it; empty at the end
   */
  record Page(List<Hit> items, Optional<String> next) {
    Page {
      items = List.copyOf(items);
    }
  }
}
