package org.localityvoice.estimate;

/**
 * What a {@link Group} answered to one question.
 *
 * @param positive answers that the share counts
 * @param other valid answers that it does not count
 */
public record Counts(long positive, long other) {
  /** All answers inside the base. */
  public long valid() {
    return positive + other;
  }
}
