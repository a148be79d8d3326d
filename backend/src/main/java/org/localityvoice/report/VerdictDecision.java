package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Decides what an answer to "Has it been dealt with?" changes. Pure. */
final class VerdictDecision {
  private VerdictDecision() {}

  /**
   * An answer as somebody affected gives it.
   *
   * @param question its sequence; the newest open one if empty
   */
  record Given(
      Optional<Long> question, Verdict verdict, Optional<String> reason, Optional<String> photo) {}

  /**
   * Adds the answer, and the move that follows from it. "Fixed" confirms, unless the owner's own
   * people say so. "No" with a reason disputes an ending and starts a new clock. Anything else is
   * kept and counted.
   */
  static void apply(
      Change change,
      Report seen,
      Affected person,
      Voice voice,
      Given given,
      Desk desk,
      Instant now) {
    var question = question(seen, person, given);
    change.add(
        (sequence, at) ->
            new InternalEvent.Answered(
                sequence,
                at,
                question.map(asked -> asked.asked().sequence()).orElse(FollowUps.UNASKED),
                person.id(),
                given.verdict(),
                given.reason().orElse(null),
                given.photo().orElse(null)));
    if (aboutOriginal(seen, question, given)) {
      Merging.passOn(change, seen, said(given, voice, now));
    } else {
      follow(change, seen, said(given, voice, now), desk, now);
    }
  }

  private static Merging.Said said(Given given, Voice voice, Instant now) {
    return new Merging.Said(given.verdict(), given.reason().isPresent(), voice, now);
  }

  /** What somebody in a merged report has said about this one. */
  static void heard(Change change, Report seen, Merging.Said said, Desk desk, Instant now) {
    if (seen.standing().state() == ReportState.MERGED) {
      Merging.passOn(change, seen, said);
    } else if (!overtaken(seen.standing(), said)) {
      follow(change, seen, said, desk, now);
    }
  }

  /** What was said before the latest ending does not dispute it, nor confirm a later dispute. */
  private static boolean overtaken(Standing standing, Merging.Said said) {
    return said.at().isBefore(standing.stateSince())
        && (said.verdict() != Verdict.FIXED || standing.state() == ReportState.DISPUTED);
  }

  /** The question that is answered; empty for an answer that nobody has asked for. */
  static Optional<FollowUps.Question> question(Report seen, Affected person, Given given) {
    var asked = FollowUps.of(seen, person.id());
    if (given.question().isEmpty()) {
      return asked.stream().filter(one -> one.answered().isEmpty()).findFirst();
    }
    var named =
        asked.stream()
            .filter(one -> given.question().get() == one.asked().sequence())
            .findFirst()
            .orElseThrow(
                () -> Problem.invalid(List.of(Violation.at("/question", "unknown-follow-up"))));
    if (named.answered().isPresent()) {
      throw Problem.conflict("follow-up-answered");
    }
    return Optional.of(named);
  }

  /** In a merged report only a "no" to the merge itself concerns the report, not its original. */
  private static boolean aboutOriginal(
      Report seen, Optional<FollowUps.Question> question, Given given) {
    if (seen.standing().state() != ReportState.MERGED) {
      return false;
    }
    var ofMerge = question.filter(one -> one.asked().occasion() == Occasion.MERGED).isPresent();
    return !(ofMerge && disputes(given));
  }

  private static boolean disputes(Given given) {
    return given.verdict() == Verdict.NO && given.reason().isPresent();
  }

  private static void follow(
      Change change, Report seen, Merging.Said said, Desk desk, Instant now) {
    var standing = change.standing();
    var state = standing.state();
    if (said.verdict() == Verdict.FIXED
        && said.voice().confirms(standing.owner())
        && Move.CONFIRM.allowed(state, Actor.Kind.AFFECTED)) {
      move(change, seen, Move.CONFIRM, desk, now);
    } else if (said.disputes() && Move.DISPUTE.allowed(state, Actor.Kind.AFFECTED)) {
      move(change, seen, Move.DISPUTE, desk, now);
    }
  }

  private static void move(Change change, Report seen, Move move, Desk desk, Instant now) {
    // The reason stays among staff; that there is a dispute is for everybody to see.
    var plain = Lifecycle.Wanted.plain(move, Optional.empty());
    Lifecycle.apply(change, seen, Actor.AFFECTED, plain, desk, now);
  }
}
