package org.localityvoice.directory;

import java.util.Locale;

/** What sort of entry it is. */
public enum EntryKind {
  ORGANISATION,
  LOCATION,
  TAXONOMY,
  SERVICE;

  /** The name in stored ids. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
