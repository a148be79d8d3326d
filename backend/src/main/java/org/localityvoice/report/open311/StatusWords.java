package org.localityvoice.report.open311;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.report.Move;
import org.localityvoice.report.Refusal;
import org.localityvoice.report.ReportState;

/**
 * The words that Open311 systems have for where a request stands, and what they mean here. Requests
 * know two of them; updates use the longer list that FixMyStreet's extension has.
 */
final class StatusWords {
  static final String OPEN = "open";
  static final String CLOSED = "closed";

  private static final Set<ReportState> CLOSED_STATES =
      Set.copyOf(
          EnumSet.of(
              ReportState.SAID_DONE,
              ReportState.CONFIRMED_DONE,
              ReportState.REFUSED,
              ReportState.MERGED));

  /** What an owner's system says, as a move. */
  private static final Map<String, Move> MOVES =
      Map.ofEntries(
          Map.entry("investigating", Move.INVESTIGATE),
          Map.entry("for_triage", Move.INVESTIGATE),
          Map.entry("planned", Move.PLAN),
          Map.entry("action_scheduled", Move.SCHEDULE),
          Map.entry("in_progress", Move.START),
          Map.entry("fixed", Move.SAY_DONE),
          Map.entry(CLOSED, Move.SAY_DONE),
          Map.entry("not_councils_responsibility", Move.REFUSE),
          Map.entry("no_further_action", Move.REFUSE),
          Map.entry("internal_referral", Move.REFUSE),
          Map.entry("cancelled", Move.REFUSE),
          Map.entry("duplicate", Move.MERGE));

  private static final Map<String, Refusal.Reason> REASONS =
      Map.of(
          "not_councils_responsibility", Refusal.Reason.NOT_RESPONSIBLE,
          "no_further_action", Refusal.Reason.NO_FURTHER_ACTION,
          "internal_referral", Refusal.Reason.REFERRED,
          "cancelled", Refusal.Reason.CANCELLED);

  /** Words that ask for nothing; and `reopen`, which only those affected may ask for. */
  private static final Set<String> STILL = Set.of(OPEN, "reopen", "unchanged");

  private StatusWords() {}

  /** Of a request: open or closed. */
  static String ofRequest(ReportState state) {
    return CLOSED_STATES.contains(state) ? CLOSED : OPEN;
  }

  /** The states that a request's words stand for; of no words, all. */
  static Set<ReportState> states(Set<String> words) {
    var states = EnumSet.noneOf(ReportState.class);
    for (var state : ReportState.values()) {
      if (words.isEmpty() || words.contains(ofRequest(state))) {
        states.add(state);
      }
    }
    return states;
  }

  /** Of an update. A dispute is told as open again: no client has a word for it. */
  static String ofUpdate(ReportState state, Optional<Refusal.Reason> refused) {
    return switch (state) {
      case OPEN, DISPUTED -> OPEN;
      case INVESTIGATING -> "investigating";
      case PLANNED -> "planned";
      case SCHEDULED -> "action_scheduled";
      case IN_PROGRESS -> "in_progress";
      case SAID_DONE, CONFIRMED_DONE -> "fixed";
      case MERGED -> "duplicate";
      case REFUSED -> refused.map(StatusWords::ofRefusal).orElse(CLOSED);
    };
  }

  private static String ofRefusal(Refusal.Reason reason) {
    return switch (reason) {
      case NOT_RESPONSIBLE -> "not_councils_responsibility";
      case UNABLE_TO_FIX, NO_FURTHER_ACTION -> "no_further_action";
      case REFERRED -> "internal_referral";
      case CANCELLED -> "cancelled";
      case NOT_FOUND -> CLOSED;
    };
  }

  /** A word as a client wrote it, in the form of this list; empty for a word that is none. */
  static Optional<String> read(String text) {
    var word = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Optional.of(word).filter(one -> MOVES.containsKey(one) || STILL.contains(one));
  }

  /** The move that an owner's system means; empty where it only says something. */
  static Optional<Move> move(String word) {
    return Optional.ofNullable(MOVES.get(word));
  }

  /** Why an owner's system refuses. */
  static Optional<Refusal.Reason> reason(String word) {
    return Optional.ofNullable(REASONS.get(word));
  }
}
