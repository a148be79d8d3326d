package org.localityvoice.perception.disclosure;

/**
 * Valid answers to a question: those that count as positive, and the others.
 *
 * @param positives at least 0
 * @param others at least 0
 */
public record Count(int positives, int others) {
  public static final Count NONE = new Count(0, 0);

  /** The base: how many gave a valid answer. */
  public int base() {
    return positives + others;
  }

  /** The smaller of the two sides. */
  public int lesser() {
    return Math.min(positives, others);
  }

  Count plus(Count more) {
    return new Count(positives + more.positives, others + more.others);
  }
}
