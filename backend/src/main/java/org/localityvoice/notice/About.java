package org.localityvoice.notice;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to which report, to which measure of the performance framework, or in community
 * events, in words that can be counted: nothing of what anybody wrote about anybody. Unless it is
 * about a report, report, category and state are empty.
 *
 * @param sequence of the entry in the report's log; with the report's id it names what has happened
 * @param code names the sentence, {@code notice.<code>} in the message files
 * @param state of the report since then
 * @param measure what it is about, if it is a measure
 * @param happening what it is about, if it is about events
 */
public record About(
    String report,
    long sequence,
    String code,
    String locality,
    String category,
    String state,
    Instant at,
    @Nullable Measured measure,
    @Nullable Happening happening) {

  /** Of a report. */
  public About(
      String report,
      long sequence,
      String code,
      String locality,
      String category,
      String state,
      Instant at) {
    this(report, sequence, code, locality, category, state, at, null, null);
  }

  /** Of something planned or held, or noted on a walkabout. */
  public static About happening(
      long sequence, String code, String locality, Instant at, Happening happening) {
    return new About("", sequence, code, locality, "", "", at, null, happening);
  }

  /** Of a measure. */
  public static About measure(String code, String locality, Instant at, Measured measure) {
    return new About("", 0, code, locality, "", "", at, measure, null);
  }

  /** That there is something new, and not what. */
  public static About update(long sequence, String code, String locality, Instant at) {
    return new About("", sequence, code, locality, "", "", at);
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

    /** In a language, or in English. */
    public String title(String language) {
      return title.getOrDefault(language, title.getOrDefault("en", id));
    }
  }

  /**
   * Something about events that are planned or held.
   *
   * @param kind what the id is of: {@code pair}, two events that clash
   * @param id leads to it; one inbox has one entry for each kind, id, code and sequence
   * @param title of the event or events, by language tag
   * @param day the local date that it is about, {@code 2026-12-21}; empty where it is about none
   */
  public record Happening(String kind, String id, Map<String, String> title, String day) {
    public Happening {
      title = Map.copyOf(title);
    }

    /** In a language, or in English. */
    public String title(String language) {
      return title.getOrDefault(language, title.getOrDefault("en", id));
    }
  }

  /** What the entry's id follows from, besides whose inbox it is in. */
  public String occasion() {
    if (happening != null) {
      return happening.kind() + "/" + happening.id() + "/" + code;
    }
    return measure == null
        ? report
        : locality + "/" + measure.period() + "/" + measure.id() + "/" + code;
  }
}
