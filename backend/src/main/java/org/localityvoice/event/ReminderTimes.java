package org.localityvoice.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** How long before the start of a session people are reminded, in minutes. Pure. */
public final class ReminderTimes {
  private static final Duration SHORTEST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofDays(14);

  /** What an event has whose organiser chose nothing: time to give a place back, and a nudge. */
  private static final List<Duration> USUAL = List.of(Duration.ofDays(2), Duration.ofHours(2));

  private ReminderTimes() {}

  /**
   * The times of an event.
   *
   * @param minutes as its organiser chose them; absent for the usual ones
   */
  public static List<Duration> of(@Nullable List<Integer> minutes) {
    return minutes == null ? USUAL : minutes.stream().map(Duration::ofMinutes).toList();
  }

  /**
   * Reads durations of ISO 8601 as the contract allows them.
   *
   * @return minutes, the longest first, each once; absent where nothing was said
   */
  static @Nullable List<Integer> read(@Nullable List<String> texts, String at) {
    if (texts == null) {
      return null;
    }
    var faults = new ArrayList<Violation>();
    var minutes = new ArrayList<Integer>();
    for (var i = 0; i < texts.size(); i++) {
      var duration = Duration.parse(texts.get(i));
      if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
        faults.add(
            Violation.at(at + "/" + i, "reminder-time", SHORTEST.toMinutes(), LONGEST.toDays()));
      }
      minutes.add(Math.toIntExact(duration.toMinutes()));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return minutes.stream().distinct().sorted(Comparator.reverseOrder()).toList();
  }

  /** The same as texts, in the largest unit that they are whole in. */
  static List<String> texts(List<Integer> minutes) {
    return minutes.stream().map(Duration::ofMinutes).map(ReminderTimes::text).toList();
  }

  private static String text(Duration one) {
    if (one.equals(Duration.ofDays(one.toDays()))) {
      return "P" + one.toDays() + "D";
    }
    return one.equals(Duration.ofHours(one.toHours()))
        ? "PT" + one.toHours() + "H"
        : "PT" + one.toMinutes() + "M";
  }
}
