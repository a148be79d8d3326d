package org.localityvoice.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.localityvoice.mongo.DerivedId;

/**
 * Sessions at the same time of day on many days.
 *
 * @param id made by the client
 * @param days when they are, in order, each once
 * @param starts by the clocks of the area, like {@code ends}; an end that is not after the start is
 *     on the next day
 */
record Series(
    String id,
    List<LocalDate> days,
    LocalTime starts,
    LocalTime ends,
    String venueId,
    String spaceId,
    Terms terms) {
  /** How many days a series may have. */
  static final int MOST_DAYS = 120;

  Series {
    days = List.copyOf(days);
  }

  /**
   * Every day of the given weekdays from the first to the last, without those excepted; at most one
   * more than allowed.
   */
  static List<LocalDate> weekly(
      LocalDate from, LocalDate to, Set<DayOfWeek> weekdays, Collection<LocalDate> except) {
    var days = new ArrayList<LocalDate>();
    for (var day = from; !day.isAfter(to) && days.size() <= MOST_DAYS; day = day.plusDays(1)) {
      if (weekdays.contains(day.getDayOfWeek()) && !except.contains(day)) {
        days.add(day);
      }
    }
    return days;
  }

  /** In order and each once, without those excepted. */
  static List<LocalDate> without(List<LocalDate> days, Collection<LocalDate> except) {
    var left = new TreeSet<>(days);
    except.forEach(left::remove);
    return List.copyOf(left);
  }

  /** When and where the session of a day is. */
  Slot slot(LocalDate day, ZoneId zone) {
    return LocalSpan.on(day, starts, ends).in(zone, venueId, spaceId);
  }

  /** The id of the session of a day, by which a retry finds it again. */
  String sessionId(String eventId, LocalDate day) {
    return DerivedId.of("series", eventId, id, day.toString());
  }

  /** Of everything it says, to know the same again. */
  String digest() {
    return DerivedId.of(
        days.toString(), starts.toString(), ends.toString(), venueId, spaceId, terms.toString());
  }
}
