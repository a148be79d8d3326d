package org.localityvoice.pmf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A statement as the contract shows it. The figures are not in it. */
record StatementView(
    String id,
    long sequence,
    String subject,
    String state,
    Optional<String> deadCause,
    List<AttemptView> attempts,
    Optional<AnswerView> lastAnswer,
    Optional<String> deliveredTo) {

  record AttemptView(
      int number,
      Instant at,
      Optional<Integer> status,
      Optional<String> failure,
      Optional<Instant> nextAttemptAt) {}

  record AnswerView(
      Instant at, Optional<Integer> status, Optional<String> failure, Optional<String> excerpt) {}

  /** A page of statements; {@code next} is there when there may be more. */
  record Page(List<StatementView> items, Optional<String> next) {}

  static StatementView of(Statement statement) {
    return new StatementView(
        statement.id(),
        statement.sequence(),
        statement.subject(),
        statement.state().label(),
        statement.state() instanceof StatementState.Dead dead
            ? Optional.of(dead.cause()).map(StatementState.Cause::slug)
            : Optional.empty(),
        statement.attempts().stream().map(StatementView::view).toList(),
        statement.lastAnswered().map(StatementView::lastAnswer),
        statement.state() instanceof StatementState.Delivered delivered
            ? Optional.of(delivered.to())
            : Optional.empty());
  }

  private static AttemptView view(Attempt attempt) {
    var answer = attempt.answer();
    return new AttemptView(
        attempt.number(), attempt.at(), status(answer), failure(answer), attempt.next());
  }

  private static AnswerView lastAnswer(Attempt attempt) {
    var answer = attempt.answer();
    var excerpt =
        answer instanceof Answer.Status status
            ? Optional.of(status.excerpt()).filter(text -> !text.isEmpty())
            : Optional.<String>empty();
    return new AnswerView(attempt.at(), status(answer), failure(answer), excerpt);
  }

  private static Optional<Integer> status(Answer answer) {
    return answer instanceof Answer.Status status ? Optional.of(status.code()) : Optional.empty();
  }

  private static Optional<String> failure(Answer answer) {
    return answer instanceof Answer.Failure failure
        ? Optional.of(failure.reason())
        : Optional.empty();
  }
}
