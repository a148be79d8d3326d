package org.localityvoice.walkabout.measure;

import java.time.Instant;
import java.util.Optional;
import org.localityvoice.walkabout.finding.Finding;
import org.localityvoice.walkabout.finding.Moved;
import org.localityvoice.walkabout.finding.Seen;
import org.localityvoice.walkabout.grading.FindingMove;
import org.localityvoice.walkabout.grading.FindingState;

/**
 * What became of findings, added up. Pure; adding up in another order is the same.
 *
 * @param findings all of them
 * @param onTime verified in time, among those whose time is over and that somebody here answers for
 * @param reported somebody had reported it before it was seen, among those of which that is known:
 *     they became a report, or were found to be one of a resident's. What an earlier walkabout had
 *     reported is left out, since it was counted then
 */
record Fate(int findings, Share onTime, Share reported) {
  static final Fate NONE = new Fate(0, Share.NONE, Share.NONE);

  /** Of one finding. */
  static Fate of(Finding finding, Seen seen, Instant now) {
    return new Fate(1, onTime(finding, seen, now), reported(finding));
  }

  /** With others added. */
  Fate and(Fate other) {
    return new Fate(
        findings + other.findings, onTime.and(other.onTime), reported.and(other.reported));
  }

  /**
   * One whose time is not over is left out whether it is verified or not: otherwise a month would
   * look best while it is young.
   */
  private static Share onTime(Finding finding, Seen seen, Instant now) {
    var due = seen.dueAt();
    if (due == null || !due.isBefore(now) || finding.state() == FindingState.NOT_OURS) {
      return Share.NONE;
    }
    var verified = verified(finding).filter(at -> !at.isAfter(due));
    return new Share(verified.isPresent() ? 1 : 0, 1);
  }

  /** When it was verified for good: one that was opened again was not. */
  private static Optional<Instant> verified(Finding finding) {
    return finding.state() == FindingState.VERIFIED
        ? finding.moves().stream()
            .filter(one -> one.move() == FindingMove.VERIFY)
            .map(Moved::at)
            .reduce((before, after) -> after)
        : Optional.empty();
  }

  private static Share reported(Finding finding) {
    return finding
        .reported()
        .filter(one -> one.before() || !one.linked())
        .map(one -> new Share(one.before() ? 1 : 0, 1))
        .orElse(Share.NONE);
  }
}
