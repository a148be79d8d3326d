package org.localityvoice.locality;

/** What an import came to. */
public enum Replacement {
  /** The area and its effects are stored. */
  REPLACED,
  /** The very same was stored already; nothing was written. */
  UNCHANGED
}
