package org.localityvoice.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a report stands. Which state may follow which is the business of {@link Move}. */
public enum ReportState {
  /** Received; nobody has said yet what becomes of it. */
  OPEN,
  /** Somebody looks into it. */
  INVESTIGATING,
  /** It will be done, without a day yet. */
  PLANNED,
  /** It will be done on a day that is named. */
  SCHEDULED,
  /** Work has begun. */
  IN_PROGRESS,
  /** The owner says that it is done; nobody else has said so yet. */
  SAID_DONE,
  /** Somebody other than the owner has seen that it is done. */
  CONFIRMED_DONE,
  /** The owner will not do it, and has said why, who decides, and where to go instead. */
  REFUSED,
  /** Somebody who is affected, or a warden, says that it is not dealt with. */
  DISPUTED,
  /** The same problem as another report, which goes on for both. */
  MERGED;

  /** The owner has work to do. */
  public static final Set<ReportState> IN_HAND =
      Set.copyOf(EnumSet.of(OPEN, INVESTIGATING, PLANNED, SCHEDULED, IN_PROGRESS));

  /** The owner has work to do, or to explain. */
  public static final Set<ReportState> UNFINISHED =
      Set.copyOf(EnumSet.of(OPEN, INVESTIGATING, PLANNED, SCHEDULED, IN_PROGRESS, DISPUTED));

  /** The owner is through with it; those affected are asked whether they are. */
  public static final Set<ReportState> ENDINGS = Set.copyOf(EnumSet.of(SAID_DONE, REFUSED, MERGED));

  /** The name in the contract: {@code said-done}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of that name; empty for a name that is none. */
  public static Optional<ReportState> of(String slug) {
    return Arrays.stream(values()).filter(state -> state.slug().equals(slug)).findFirst();
  }
}
