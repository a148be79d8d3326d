package org.localityvoice.perception.disclosure;

/**
 * What weights do to the base of a group's figure. It depends on how many answered in which cell,
 * never on what they answered.
 *
 * @param effectiveBase Kish's, at most the base
 * @param heaviestPair the share of the group's weight, 0 to 1, that its two heaviest answers have
 */
public record Weighing(double effectiveBase, double heaviestPair) {
  /** Where every answer has the same weight. */
  public static Weighing equal(int base) {
    return new Weighing(base, base == 0 ? 1 : Math.min(1, 2.0 / base));
  }
}
