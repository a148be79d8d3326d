package org.localityvoice.report.measure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.report.InternalEvent;
import org.localityvoice.report.ReportEvent;
import org.localityvoice.report.Verdict;

/**
 * What came of asking "Has it been dealt with?". A question put to three people counts as three.
 *
 * @param asked how many questions were put to people
 * @param verdicts how many of them were answered with what; every verdict is there
 * @param volunteered how many answers nobody had asked for; they are in no other count
 */
record FollowUpCounts(int asked, Map<Verdict, Integer> verdicts, int volunteered) {
  FollowUpCounts {
    verdicts = Map.copyOf(verdicts);
  }

  /** Nobody was asked anything. */
  static final FollowUpCounts NONE = new FollowUpCounts(0, counted(List.of()), 0);

  /** A question as it was put to one person. */
  private record Question(long sequence, String person) {}

  /** What a log says. */
  static FollowUpCounts of(List<? extends ReportEvent> log) {
    var open = new HashSet<Question>();
    var asked = 0;
    var volunteered = 0;
    var verdicts = new java.util.ArrayList<Verdict>();
    for (var event : log) {
      if (event instanceof InternalEvent.Asked question) {
        for (var person : question.people()) {
          asked += open.add(new Question(question.sequence(), person)) ? 1 : 0;
        }
      } else if (event instanceof InternalEvent.Answered answer) {
        if (open.remove(new Question(answer.question(), answer.affected()))) {
          verdicts.add(answer.verdict());
        } else {
          volunteered++;
        }
      }
    }
    return new FollowUpCounts(asked, counted(verdicts), volunteered);
  }

  private static Map<Verdict, Integer> counted(List<Verdict> verdicts) {
    var counts = new LinkedHashMap<Verdict, Integer>();
    Arrays.stream(Verdict.values()).forEach(verdict -> counts.put(verdict, 0));
    verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
    return counts;
  }

  /** How many questions were answered. */
  int answered() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many questions nobody has answered. */
  int unanswered() {
    return asked - answered();
  }

  FollowUpCounts plus(FollowUpCounts more) {
    var sums = new LinkedHashMap<>(verdicts);
    more.verdicts.forEach((verdict, count) -> sums.merge(verdict, count, Integer::sum));
    return new FollowUpCounts(asked + more.asked, sums, volunteered + more.volunteered);
  }
}
