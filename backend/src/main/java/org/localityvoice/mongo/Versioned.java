package org.localityvoice.mongo;

/** A document that is changed by compare-and-set: each replacement carries the next version. */
public interface Versioned {
  /** The document's key. */
  String id();

  /** Counts the replacements, from 1. */
  long version();
}
