package org.localityvoice.report.measure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.report.ReportEvent;
import org.localityvoice.report.ReportState;
import org.localityvoice.report.Standing;

/**
 * The nine cells. At any date every report that was made by then is in exactly one of them, and
 * which one follows from its log alone. A report is <em>not dealt with</em> when its ending is
 * disputed, its promise has passed, or nobody has replied.
 */
public enum MeasureCell {
  /** Somebody affected, or a warden, has said that it is done, and nobody has disputed that. */
  CONFIRMED(false),
  /** The owner says that it is done; nobody else has said anything to that yet. */
  SAID_DONE(false),
  /** The owner, or somebody else, said that it was done, and somebody affected says it is not. */
  SAID_DONE_DISPUTED(true),
  /** Refused, with a reason, and nobody has disputed that. */
  REFUSED(false),
  /** Refused, or merged into another report, and somebody affected does not accept that. */
  REFUSED_DISPUTED(true),
  /** Not ended, the promise has not passed, and a reply has come or is not due yet. */
  IN_HAND_IN_TIME(false),
  /** Not ended, though the promised time has passed; somebody has replied, or was not due to. */
  IN_HAND_OVERDUE(true),
  /** Not ended, and no staff have said anything though the time for the first answer has passed. */
  NO_REPLY(true),
  /** The same problem as another report, in whose cell it counts. */
  DUPLICATE(false);

  private final boolean notDealtWith;

  MeasureCell(boolean notDealtWith) {
    this.notDealtWith = notDealtWith;
  }

  /** Whether it counts as reported but not dealt with. */
  public boolean notDealtWith() {
    return notDealtWith;
  }

  /** The name in the contract: {@code said-done-disputed}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The cell of a report at a date.
   *
   * @param log oldest first; entries after the date do not count
   * @return empty when the report was made after the date
   */
  public static Optional<MeasureCell> at(List<? extends ReportEvent> log, Instant date) {
    return History.standing(log, date).map(standing -> of(standing, date));
  }

  /** The cell of a report that stood like this at a date. */
  static MeasureCell of(Standing standing, Instant date) {
    return switch (standing.state()) {
      case CONFIRMED_DONE -> CONFIRMED;
      case SAID_DONE -> SAID_DONE;
      case REFUSED -> REFUSED;
      case MERGED -> DUPLICATE;
      case DISPUTED -> doneDisputed(standing) ? SAID_DONE_DISPUTED : REFUSED_DISPUTED;
      case OPEN, INVESTIGATING, PLANNED, SCHEDULED, IN_PROGRESS -> inHand(standing, date);
    };
  }

  private static boolean doneDisputed(Standing standing) {
    return standing.disputed() == ReportState.SAID_DONE
        || standing.disputed() == ReportState.CONFIRMED_DONE;
  }

  private static MeasureCell inHand(Standing standing, Instant date) {
    if (standing.firstAnswerAt() == null && date.isAfter(standing.answerBy())) {
      return NO_REPLY;
    }
    var promise = standing.expectedBy();
    return promise != null && date.isAfter(promise) ? IN_HAND_OVERDUE : IN_HAND_IN_TIME;
  }
}
