package org.localityvoice.event.allocation;

/** Who of those that wait comes first. */
public enum WaitlistRule {
  /** The party that came first, however long the places that are free are too few for it. */
  FIRST_COME,
  /** The first party that the free places are enough for; each one passed over is noted. */
  FIRST_THAT_FITS
}
