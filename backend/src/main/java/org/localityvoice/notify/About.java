package org.localityvoice.notify;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to which report, or to which measure of the performance framework, in words
 * that can be counted: nothing of what anybody wrote. Of a measure, report, category and state are
 * empty.
 *
 * @param sequence of the entry in the report's log; with the report's id it names what has happened
 * @param code names the sentence, {@code notice.<code>} in the message files
 * @param state of the report since then
 * @param measure what it is about, if it is no report
 */
public record About(
    String report,
    long sequence,
    String code,
    String locality,
    String category,
    String state,
    Instant at,
    @Nullable Measured measure) {

  /** Of a report. */
  public About(
      String report,
      long sequence,
      String code,
      String locality,
      String category,
      String state,
      Instant at) {
    this(report, sequence, code, locality, category, state, at, null);
  }

  /**
   * A measure in a period.
   *
   * @param title by language tag
   */
  public record Measured(String id, Map<String, String> title, String period) {
    public Measured {
      title = Map.copyOf(title);
    }

    String title(String language) {
      return title.getOrDefault(language, title.getOrDefault("en", id));
    }
  }

  /** What the entry's id follows from, besides whose inbox it is in. */
  String occasion() {
    return measure == null
        ? report
        : locality + "/" + measure.period() + "/" + measure.id() + "/" + code;
  }
}
