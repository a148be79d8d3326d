package org.localityvoice.locality;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts in working time: from opening to closing, on the working days of the week that are no
 * holidays, in the local time of a zone. Pure, for any number of threads.
 *
 * <p>Counting begins at the start, if work is done then (opening and closing time included),
 * otherwise at the next opening. <em>Minutes</em> run while work is done and stand still otherwise;
 * what ends with the day's last minute ends at closing. <em>Days</em> lead to the same time of day
 * so many working days later.
 *
 * <p>When clocks go forward, a time that is left out stands for the moment of the change. When they
 * go back, opening and closing mean the earlier of two moments, and the hour that comes again
 * counts as its last instant.
 */
public final class WorkingCalendar {
  /** More days, or more minutes than so many hours, are refused. */
  public static final int MOST = 10_000;

  private final Set<DayOfWeek> weekdays;
  private final Set<LocalDate> holidays;
  private final LocalTime opening;
  private final LocalTime closing;
  private final ZoneId zone;

  /** The calendar of a zone. */
  public WorkingCalendar(WorkingTime time, ZoneId zone) {
    weekdays = time.days().isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(time.days());
    holidays = time.holidays().stream().map(WorkingTime.Holiday::day).collect(Collectors.toSet());
    opening = time.opening();
    closing = time.closing();
    this.zone = zone;
  }

  /** When something promised at the start is due. */
  public Instant plus(Instant start, Promise promise) {
    return promise.workingDays() > 0
        ? plusDays(start, promise.workingDays())
        : plusMinutes(start, promise.workingMinutes());
  }

  /**
   * So many working days later.
   *
   * @param days from 0 to {@link #MOST}
   */
  public Instant plusDays(Instant start, int days) {
    bounded(days, MOST);
    var from = begin(start);
    var date = from.atZone(zone).toLocalDate();
    for (var i = 0; i < days; i++) {
      date = shift(date.plusDays(1)).date();
    }
    return days == 0 ? from : moment(date, timeOfDay(from));
  }

  /**
   * So many minutes of work later.
   *
   * @param minutes from 0 to 60 times {@link #MOST}
   */
  public Instant plusMinutes(Instant start, long minutes) {
    bounded(minutes, MOST * 60L);
    var at = begin(start);
    var rest = Duration.ofMinutes(minutes);
    var shift = shift(at.atZone(zone).toLocalDate());
    while (rest.compareTo(Duration.between(at, shift.end())) > 0) {
      rest = rest.minus(Duration.between(at, shift.end()));
      shift = shift(shift.date().plusDays(1));
      at = shift.begin();
    }
    return at.plus(rest);
  }

  /** How much work is done from one instant to the other; zero unless the second is later. */
  public Duration workingTimeBetween(Instant from, Instant to) {
    var sum = Duration.ZERO;
    var shift = shift(from.atZone(zone).toLocalDate());
    while (shift.begin().isBefore(to)) {
      var begin = shift.begin().isAfter(from) ? shift.begin() : from;
      var end = shift.end().isBefore(to) ? shift.end() : to;
      sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
      shift = shift(shift.date().plusDays(1));
    }
    return sum;
  }

  /** The instant itself if work is done then, otherwise the next opening. */
  private Instant begin(Instant start) {
    var shift = shift(start.atZone(zone).toLocalDate());
    if (start.isAfter(shift.end())) {
      shift = shift(shift.date().plusDays(1));
    }
    return start.isAfter(shift.begin()) ? start : shift.begin();
  }

  /** The working hours of a day. */
  private record Shift(LocalDate date, Instant begin, Instant end) {}

  /** The first working hours on that day or later. Holidays are few, so there are some. */
  private Shift shift(LocalDate earliest) {
    var date = earliest;
    var found = hours(date);
    while (found.isEmpty()) {
      date = date.plusDays(1);
      found = hours(date);
    }
    return found.get();
  }

  private Optional<Shift> hours(LocalDate date) {
    if (!weekdays.contains(date.getDayOfWeek()) || holidays.contains(date)) {
      return Optional.empty();
    }
    var shift = new Shift(date, moment(date, opening), moment(date, closing));
    // Nothing is left of hours that the clocks leave out.
    return Optional.of(shift).filter(hours -> hours.begin().isBefore(hours.end()));
  }

  private Instant moment(LocalDate date, LocalTime time) {
    var local = LocalDateTime.of(date, time);
    var change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  private LocalTime timeOfDay(Instant at) {
    var local = at.atZone(zone);
    var change = zone.getRules().getTransition(local.toLocalDateTime());
    return change != null && !at.isBefore(change.getInstant())
        ? change.getDateTimeBefore().toLocalTime().minusNanos(1)
        : local.toLocalTime();
  }

  private static void bounded(long amount, long most) {
    if (amount < 0 || amount > most) {
      throw new IllegalArgumentException("not between 0 and " + most + ": " + amount);
    }
  }
}
