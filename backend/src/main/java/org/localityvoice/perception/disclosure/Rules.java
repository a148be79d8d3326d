package org.localityvoice.perception.disclosure;

/**
 * The thresholds. Ten is the rule of thumb of the ONS research service and of UK Longitudinal
 * Linkage Collaboration, which counts zeros as small; the band near nothing and everything follows
 * the Washington State Department of Health guidance on small numbers. A threshold of 0 switches
 * its rule off, which only the controls of tests do.
 *
 * @param fewest fewer valid answers, or a smaller effective base, give no figure
 * @param side fewer on one side (yes or no) give a band only
 * @param sideBelow from so many valid answers on, a few on one side do no harm
 * @param range so far apart must the smallest and the greatest possible base of a hidden group stay
 * @param spread so far apart must the least and the most answers of one side of it stay
 * @param difference by none, or at least so many responses may two published groups differ
 */
public record Rules(int fewest, int side, int sideBelow, int range, int spread, int difference) {
  public static final Rules STANDARD = new Rules(10, 3, 50, 10, 3, 10);
}
