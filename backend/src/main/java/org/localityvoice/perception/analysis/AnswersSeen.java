package org.localityvoice.perception.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.localityvoice.perception.analysis.Tally.Answer;

/** Which answers a file holds, as far as it takes to notice a slip in what counts. */
final class AnswersSeen {
  private static final int SHOWN = 10;

  /** The first in their order, so that the order of rows never matters, and one to know of more. */
  private final TreeSet<String> others = new TreeSet<>();

  private boolean counts;

  void saw(String given, Answer answer) {
    if (answer == Answer.POSITIVE) {
      counts = true;
    } else if (answer == Answer.OTHER && !counts) {
      others.add(given);
      if (others.size() > SHOWN + 1) {
        others.pollLast();
      }
    }
  }

  /** Whether there are answers in the base and none of them counts. */
  boolean noneCounts() {
    return !counts && !others.isEmpty();
  }

  /** Answers that do not count; the first ten where there are more. */
  List<String> others() {
    var all = new ArrayList<>(others);
    return all.size() > SHOWN ? all.subList(0, SHOWN) : all;
  }
}
