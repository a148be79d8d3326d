package org.localityvoice.event;

import static org.localityvoice.event.EventRequests.fault;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Policy;
import org.localityvoice.event.allocation.WaitlistRule;

/** The bodies of requests about sessions, which fit the contract, and what is meant by them. */
final class SessionRequests {
  private SessionRequests() {}

  /** How those are dealt with for whom there is no place. */
  record Waitlist(String rule, int mostWaiting, int offerHours, boolean autoConfirm) {
    static Waitlist of(Policy policy) {
      return new Waitlist(
          Words.slug(policy.rule()),
          policy.mostWaiting(),
          policy.offerHours(),
          policy.autoConfirm());
    }

    Policy policy() {
      return new Policy(
          Words.constant(rule, WaitlistRule.class), mostWaiting, offerHours, autoConfirm);
    }
  }

  /** A session, whole. */
  record OneSession(
      String event,
      String starts,
      String ends,
      String venue,
      String space,
      int capacity,
      @Nullable Integer poolCapacity,
      @Nullable Waitlist waitlist) {

    Plan plan(ZoneId zone) {
      var from = dateTime(starts, "/starts");
      var to = dateTime(ends, "/ends");
      if (!from.isBefore(to) || to.isAfter(from.plusDays(1))) {
        throw fault("/ends", "end-after-start");
      }
      return new Plan(
          new LocalSpan(from, to).in(zone, venue, space), terms(capacity, poolCapacity, waitlist));
    }
  }

  /** A series, whole. */
  record WholeSeries(
      String id,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable List<String> weekdays,
      @Nullable List<LocalDate> dates,
      @Nullable List<LocalDate> except,
      String starts,
      String ends,
      String venue,
      String space,
      int capacity,
      @Nullable Integer poolCapacity,
      @Nullable Waitlist waitlist) {

    Series series() {
      return new Series(
          id,
          days(except == null ? Set.of() : Set.copyOf(except)),
          LocalTime.parse(starts),
          LocalTime.parse(ends),
          venue,
          space,
          terms(capacity, poolCapacity, waitlist));
    }

    private List<LocalDate> days(Set<LocalDate> without) {
      var weekly = from != null && to != null && weekdays != null;
      var none = from == null && to == null && weekdays == null;
      if (dates == null ? !weekly : !none) {
        throw fault("", "dates-or-weekdays");
      }
      if (dates != null) {
        return Series.without(dates, without);
      }
      return weekly(from, to, weekdays, without);
    }

    private static List<LocalDate> weekly(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable List<String> weekdays,
        Set<LocalDate> without) {
      if (from == null || to == null || weekdays == null) {
        return List.of();
      }
      if (to.isBefore(from)) {
        throw fault("/to", "days-order");
      }
      Set<DayOfWeek> wanted =
          weekdays.stream()
              .map(day -> Words.constant(day, DayOfWeek.class))
              .collect(Collectors.toSet());
      return Series.weekly(from, to, wanted, without);
    }
  }

  /** How sessions are to be; what is absent stays. */
  record To(
      @Nullable String starts,
      @Nullable String ends,
      @Nullable String venue,
      @Nullable String space,
      @Nullable Integer capacity,
      @Nullable Integer poolCapacity,
      @Nullable Waitlist waitlist) {

    BulkService.Wish wish() {
      return new BulkService.Wish(
          starts == null ? null : LocalTime.parse(starts),
          ends == null ? null : LocalTime.parse(ends),
          venue,
          space,
          capacity,
          poolCapacity,
          waitlist == null ? null : waitlist.policy());
    }
  }

  /** What is to become of many sessions. */
  record Changes(List<String> sessions, String action, @Nullable To to) {
    /** How they are to be; empty if they are to be cancelled. */
    Optional<BulkService.Wish> wish() {
      var cancels = action.equals("cancel");
      if (cancels != (to == null)) {
        throw fault("/to", cancels ? "additionalProperties" : "required");
      }
      return Optional.ofNullable(to).map(To::wish);
    }
  }

  private static Terms terms(
      int capacity, @Nullable Integer poolCapacity, @Nullable Waitlist waitlist) {
    return new Terms(
        capacity, poolCapacity, waitlist == null ? Policy.usual(capacity) : waitlist.policy());
  }

  private static LocalDateTime dateTime(String text, String at) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw fault(at, "format", "date-time");
    }
  }
}
