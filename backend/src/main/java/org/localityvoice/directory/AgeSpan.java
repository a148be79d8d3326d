package org.localityvoice.directory;

/** Ages in whole years, both ends included. */
public record AgeSpan(int from, int to) {
  /** Whoever is not told to be too young or too old. */
  public static final AgeSpan ALL = new AgeSpan(0, 120);
}
