package org.localityvoice.event.planning;

/** Why two sessions get in each other's way. */
public enum ClashCode {
  /** The same activity for the same people at the same time. */
  DUPLICATE,
  /** Another activity for the same people at the same time. */
  COMPETING,
  /** Brothers and sisters would have to be in two places at the same time. */
  FAMILY_SPLIT
}
