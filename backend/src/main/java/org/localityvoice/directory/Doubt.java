package org.localityvoice.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What residents say is wrong with a service. Who said it is not kept, only on which days.
 *
 * @param days in the area's time zone, each once, in their order; the latest of them at most
 */
public record Doubt(Kind kind, List<LocalDate> days) {
  /** On so many different days it must be said to be shown: one person's slip is none. */
  static final int ENOUGH_DAYS = 2;

  private static final int MOST_DAYS = 30;

  public Doubt {
    days = List.copyOf(days);
  }

  /** What may be wrong. */
  public enum Kind {
    @JsonProperty("number-does-not-work")
    NUMBER_DOES_NOT_WORK,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("wrong-times")
    WRONG_TIMES,
    @JsonProperty("wrong-place")
    WRONG_PLACE,
    @JsonProperty("not-for-me")
    NOT_FOR_ME,
    @JsonProperty("other")
    OTHER;

    /** The name in the contract. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** With one more day, where it was not said on that day before. */
  static List<Doubt> added(List<Doubt> doubts, Kind kind, LocalDate day) {
    var all = new ArrayList<Doubt>();
    var known = false;
    for (var one : doubts) {
      known |= one.kind == kind;
      all.add(one.kind == kind ? one.on(day) : one);
    }
    if (!known) {
      all.add(new Doubt(kind, List.of(day)));
    }
    return all;
  }

  private Doubt on(LocalDate day) {
    if (days.contains(day)) {
      return this;
    }
    var more = new ArrayList<>(days);
    more.add(day);
    return new Doubt(kind, more.subList(Math.max(0, more.size() - MOST_DAYS), more.size()));
  }

  LocalDate last() {
    return days.get(days.size() - 1);
  }

  /** Those that were said on enough days. */
  static List<Doubt> shown(List<Doubt> doubts) {
    return doubts.stream().filter(one -> one.days.size() >= ENOUGH_DAYS).toList();
  }
}
