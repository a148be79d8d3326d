package org.localityvoice.event;

/**
 * Whole years, on the local date of the session; both ends belong to it.
 *
 * @param from 0 to {@link #OLDEST}
 * @param to not below {@code from}, at most {@link #OLDEST}
 */
public record AgeRange(int from, int to) {
  /** Nobody is older. */
  public static final int OLDEST = 120;

  public AgeRange {
    if (from < 0 || to < from || to > OLDEST) {
      throw new IllegalArgumentException("no range of ages");
    }
  }

  /** Whether somebody of that age may come. */
  public boolean has(int age) {
    return from <= age && age <= to;
  }

  /** Whether an age is in both. */
  public boolean meets(AgeRange other) {
    return from <= other.to && other.from <= to;
  }
}
