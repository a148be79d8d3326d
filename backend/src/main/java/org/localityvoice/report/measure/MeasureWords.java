package org.localityvoice.report.measure;

import java.time.LocalDate;
import java.util.List;
import org.localityvoice.i18n.Messages;

/** What open figures say, in plain sentences. */
final class MeasureWords {
  private static final String PREFIX = "measure.words.";

  private final Messages messages;
  private final String language;

  MeasureWords(Messages messages, String language) {
    this.messages = messages;
    this.language = language;
  }

  /**
   * The headline: how many problems, how many confirmed as dealt with, how many not dealt with.
   *
   * @param at the last day that counts
   */
  String of(Numbers numbers, String period, LocalDate at) {
    var problems = numbers.count("problems");
    if (problems.isEmpty()) {
      return say("too-few", period);
    }
    if (problems.get() == 0) {
      return say("none", period);
    }
    var confirmed =
        numbers
            .count(MeasureCell.CONFIRMED.slug())
            .map(count -> say("confirmed", problems.get(), period, count, at))
            .orElseGet(() -> say("confirmed-withheld", problems.get(), period, at));
    var open =
        numbers
            .count("not-dealt-with")
            .map(count -> say("not-dealt-with", count))
            .orElseGet(() -> say("not-dealt-with-withheld"));
    return confirmed + " " + open;
  }

  /** What is not shown, and why. */
  String withheld() {
    return say("withheld", SmallNumbers.FEWEST - 1);
  }

  private String say(String key, Object... arguments) {
    return messages.text(
        language, PREFIX + key, List.of(arguments).stream().<Object>map(String::valueOf).toList());
  }
}
