package org.localityvoice.perception.disclosure;

/**
 * Something that is not told and yet can be narrowed down too far.
 *
 * @param target the group or the cell
 * @param what that can be narrowed down
 * @param low the smallest value it may have, as far as a reader can tell
 * @param high the greatest
 */
public record Narrow(String question, String target, What what, int low, int high) {
  /** What of a group. */
  public enum What {
    BASE,
    POSITIVES,
    OTHERS
  }

  /** How far apart. */
  public int width() {
    return high - low;
  }
}
