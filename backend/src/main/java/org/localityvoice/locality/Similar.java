package org.localityvoice.locality;

/**
 * What counts as perhaps the same problem, of the same category.
 *
 * @param metres how near
 * @param days how old at most, while it is not dealt with
 * @param fixedDays how long ago at most it was dealt with ("is it back?"); 0 leaves those out
 */
public record Similar(int metres, int days, int fixedDays) {
  /** For categories that say nothing else. */
  public static final Similar USUAL = new Similar(100, 90, 30);
}
