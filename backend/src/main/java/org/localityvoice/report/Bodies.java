package org.localityvoice.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.locality.PlainText;

/** Bodies of the contract, with Optionals for what may be left out. */
final class Bodies {
  private Bodies() {}

  record NewVerdict(
      Optional<Long> question, String verdict, Optional<String> reason, Optional<String> photo) {
    VerdictDecision.Given given() {
      return new VerdictDecision.Given(
          question,
          Verdict.of(verdict).orElseThrow(),
          reason.map(PlainText::of).filter(text -> !text.isEmpty()),
          photo);
    }
  }

  record NewComment(String text, Optional<String> visibility) {
    boolean open() {
      return visibility.filter("public"::equals).isPresent();
    }
  }

  record RefusalBody(String reason, String decidedBy, String instead) {
    Refusal refusal() {
      return new Refusal(
          Refusal.Reason.valueOf(reason.toUpperCase(Locale.ROOT).replace('-', '_')),
          PlainText.of(decidedBy),
          PlainText.of(instead));
    }
  }

  record NewMove(
      String move,
      Optional<String> note,
      Optional<Instant> expectedBy,
      Optional<RefusalBody> refusal,
      Optional<String> into) {
    Lifecycle.Wanted wanted() {
      return new Lifecycle.Wanted(
          Move.of(move).orElseThrow(),
          note.map(PlainText::of).filter(text -> !text.isEmpty()),
          expectedBy,
          refusal.map(RefusalBody::refusal),
          into);
    }
  }

  record NewAssignment(String owner, Optional<String> note) {}

  record NewPriority(String priority) {}

  record NewPublication(
      Optional<Boolean> listed,
      Optional<String> text,
      Optional<String> publicText,
      Optional<Long> comment) {
    ModerationDecision.Wanted wanted() {
      return new ModerationDecision.Wanted(
          listed,
          text.map(word -> Publication.Moderated.valueOf(word.toUpperCase(Locale.ROOT))),
          publicText.map(PlainText::of).filter(words -> !words.isEmpty()),
          comment);
    }
  }
}
