package org.localityvoice.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log says of the questions put to those affected. Pure. */
final class FollowUps {
  /** Stands for an answer that nobody has asked for. */
  static final long UNASKED = 0;

  private FollowUps() {}

  /** A question put to one person, and what they answered. */
  record Question(InternalEvent.Asked asked, InternalEvent.@Nullable Answered answer) {
    Optional<InternalEvent.Answered> answered() {
      return Optional.ofNullable(answer);
    }
  }

  /** What was asked of a person, newest first. */
  static List<Question> of(Report report, String affected) {
    var questions = new ArrayList<Question>();
    for (var event : report.log()) {
      if (event instanceof InternalEvent.Asked asked && asked.people().contains(affected)) {
        questions.add(new Question(asked, answer(report, asked.sequence(), affected)));
      }
    }
    Collections.reverse(questions);
    return questions;
  }

  private static InternalEvent.@Nullable Answered answer(
      Report report, long question, String affected) {
    for (var event : report.log()) {
      if (event instanceof InternalEvent.Answered answered
          && answered.question() == question
          && answered.affected().equals(affected)) {
        return answered;
      }
    }
    return null;
  }
}
