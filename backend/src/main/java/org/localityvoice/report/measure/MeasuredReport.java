package org.localityvoice.report.measure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.report.ReportEvent;

/**
 * What one report counts for at a date. Pure.
 *
 * @param owner the partner it belonged to then
 * @param people how many were known to be affected, those of its duplicates included
 * @param answer the wait for the first answer
 * @param fix the wait for a confirmed fix
 * @param followUps the questions put to its people
 */
record MeasuredReport(
    MeasureCell cell,
    String owner,
    int people,
    Waiting answer,
    Waiting fix,
    FollowUpCounts followUps) {

  /** From the log alone; empty for a report that was made after the date. */
  static Optional<MeasuredReport> of(List<? extends ReportEvent> log, Instant date) {
    return History.standing(log, date)
        .map(
            standing ->
                new MeasuredReport(
                    MeasureCell.of(standing, date),
                    standing.owner(),
                    standing.people(),
                    Waiting.forAnswer(standing, date),
                    Waiting.forConfirmedFix(standing, date),
                    FollowUpCounts.of(History.until(log, date))));
  }
}
