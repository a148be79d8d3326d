package org.localityvoice.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.localityvoice.locality.Similar;

/**
 * How likely a stored report is about the problem that somebody is about to report: a weighted mean
 * of
 *
 * <ul>
 *   <li><b>nearness</b> (0.40): 1 in the same place, 0 at the edge of the circle that is searched;
 *   <li><b>words</b> (0.35): the {@link Likeness} of the two texts;
 *   <li><b>kind</b> (0.15): 1 for the same category, 0 for another one of the same group;
 *   <li><b>freshness</b> (0.10): 1 for what was reported or ended now, 0 at the category's limit.
 * </ul>
 *
 * <p>Where one of the texts is missing, or may not be seen, the other parts are weighed among
 * themselves. The result is between 0 and 1. Pure.
 */
final class SimilarScore {
  private static final double NEARNESS = 0.40;
  private static final double WORDS = 0.35;
  private static final double KIND = 0.15;
  private static final double FRESHNESS = 0.10;

  private SimilarScore() {}

  /**
   * The score.
   *
   * @param metres how far the report is
   * @param radius of the circle that is searched, in metres
   * @param words likeness of the texts; empty where they cannot be compared
   */
  static double of(
      double metres, double radius, Optional<Double> words, boolean sameCategory, double fresh) {
    var others =
        NEARNESS * Math.max(0, 1 - metres / radius)
            + KIND * (sameCategory ? 1 : 0)
            + FRESHNESS * fresh;
    return words.map(likeness -> others + WORDS * likeness).orElse(others / (1 - WORDS));
  }

  /**
   * From 1 for what was reported, or has ended, just now, to 0 at the limit; empty beyond it, for
   * what is merged, and where the rule leaves out what has ended.
   */
  static Optional<Double> freshness(Standing standing, Similar rule, Instant now) {
    if (standing.state() == ReportState.MERGED) {
      return Optional.empty();
    }
    var unfinished = ReportState.UNFINISHED.contains(standing.state());
    var since = unfinished ? standing.submittedAt() : standing.stateSince();
    var limit = Duration.ofDays(unfinished ? rule.days() : rule.fixedDays());
    var age = Duration.between(since, now);
    if (limit.isZero() || age.compareTo(limit) > 0) {
      return Optional.empty();
    }
    return Optional.of(1 - Math.max(0, age.toMillis()) / (double) limit.toMillis());
  }

  /** Whether it was dealt with, so that a new report would mean that it is back. */
  static boolean back(Standing standing) {
    return standing.state() == ReportState.SAID_DONE
        || standing.state() == ReportState.CONFIRMED_DONE;
  }
}
