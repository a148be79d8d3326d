package org.localityvoice.report;

import static org.localityvoice.report.Actor.Kind.AFFECTED;
import static org.localityvoice.report.Actor.Kind.MANAGER;
import static org.localityvoice.report.Actor.Kind.OWNER;
import static org.localityvoice.report.Actor.Kind.WARDEN;
import static org.localityvoice.report.ReportState.CONFIRMED_DONE;
import static org.localityvoice.report.ReportState.DISPUTED;
import static org.localityvoice.report.ReportState.INVESTIGATING;
import static org.localityvoice.report.ReportState.IN_PROGRESS;
import static org.localityvoice.report.ReportState.MERGED;
import static org.localityvoice.report.ReportState.OPEN;
import static org.localityvoice.report.ReportState.PLANNED;
import static org.localityvoice.report.ReportState.REFUSED;
import static org.localityvoice.report.ReportState.SAID_DONE;
import static org.localityvoice.report.ReportState.SCHEDULED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The life cycle of a report, whole: every move there is, the states it starts from, the state it
 * leads to, and who may make it. What is not in this table cannot happen.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // Set.copyOf cannot be changed; the check knows types only.
public enum Move {
  /** The owner looks into it; also how a refusal or a "done" is taken back. */
  INVESTIGATE(
      EnumSet.of(OPEN, PLANNED, SCHEDULED, IN_PROGRESS, DISPUTED, REFUSED, SAID_DONE),
      INVESTIGATING,
      EnumSet.of(OWNER, MANAGER)),
  PLAN(
      EnumSet.of(OPEN, INVESTIGATING, SCHEDULED, IN_PROGRESS, DISPUTED, REFUSED, SAID_DONE),
      PLANNED,
      EnumSet.of(OWNER, MANAGER)),
  SCHEDULE(
      EnumSet.of(OPEN, INVESTIGATING, PLANNED, IN_PROGRESS, DISPUTED, REFUSED, SAID_DONE),
      SCHEDULED,
      EnumSet.of(OWNER, MANAGER)),
  START(
      EnumSet.of(OPEN, INVESTIGATING, PLANNED, SCHEDULED, DISPUTED, REFUSED, SAID_DONE),
      IN_PROGRESS,
      EnumSet.of(OWNER, MANAGER)),
  SAY_DONE(
      EnumSet.of(OPEN, INVESTIGATING, PLANNED, SCHEDULED, IN_PROGRESS, DISPUTED),
      SAID_DONE,
      EnumSet.of(OWNER, MANAGER)),
  REFUSE(
      EnumSet.of(OPEN, INVESTIGATING, PLANNED, SCHEDULED, IN_PROGRESS, DISPUTED),
      REFUSED,
      EnumSet.of(OWNER, MANAGER)),
  MERGE(
      EnumSet.of(
          OPEN, INVESTIGATING, PLANNED, SCHEDULED, IN_PROGRESS, DISPUTED, SAID_DONE, REFUSED),
      MERGED,
      EnumSet.of(OWNER, MANAGER)),
  /** Back to the state before the merge. */
  UNMERGE(EnumSet.of(MERGED), OPEN, EnumSet.of(OWNER, MANAGER)),
  /** Never by the owner: what is done ends only on somebody else's word. */
  CONFIRM(
      EnumSet.of(
          OPEN, INVESTIGATING, PLANNED, SCHEDULED, IN_PROGRESS, SAID_DONE, REFUSED, DISPUTED),
      CONFIRMED_DONE,
      EnumSet.of(AFFECTED, WARDEN)),
  DISPUTE(
      EnumSet.of(SAID_DONE, CONFIRMED_DONE, REFUSED, MERGED),
      DISPUTED,
      EnumSet.of(AFFECTED, WARDEN));

  private final Set<ReportState> from;
  private final ReportState to;
  private final Set<Actor.Kind> who;

  Move(Set<ReportState> from, ReportState to, Set<Actor.Kind> who) {
    this.from = Set.copyOf(from);
    this.to = to;
    this.who = Set.copyOf(who);
  }

  /** The states it starts from. */
  public Set<ReportState> from() {
    return from;
  }

  /** The state it leads to; for {@link #UNMERGE} where the history says nothing else. */
  public ReportState to() {
    return to;
  }

  /** Who may make it. */
  public Set<Actor.Kind> who() {
    return who;
  }

  /** Whether this actor may make this move now. */
  public boolean allowed(ReportState now, Actor.Kind actor) {
    return from.contains(now) && who.contains(actor);
  }

  /** Every move that this actor may make now. */
  public static List<Move> allowedTo(ReportState now, Actor.Kind actor) {
    return Arrays.stream(values()).filter(move -> move.allowed(now, actor)).toList();
  }

  /** The name in the contract: {@code say-done}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The move of that name; empty for a name that is none. */
  public static Optional<Move> of(String slug) {
    return Arrays.stream(values()).filter(move -> move.slug().equals(slug)).findFirst();
  }
}
