package org.localityvoice.event.planning;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionMark;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Areas;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.schedule.FinancialYear;
import org.localityvoice.schedule.Pages;

/** Reads what a locality has on offer, and reports what is missing. */
final class GapService {
  /** So many weeks a report has at most: half a year. */
  static final int MOST_WEEKS = 26;

  private static final int PAGE = 200;

  private final Events events;
  private final PlacesTakenStore taken;
  private final Areas areas;
  private final InstantSource clock;

  GapService(Events events, PlacesTakenStore taken, Areas areas, InstantSource clock) {
    this.events = events;
    this.taken = taken;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * The report of a locality.
   *
   * @param from a day of the first week, of the last financial year at the earliest
   * @param to a day of the last week
   */
  Future<GapReport> report(String locality, LocalDate from, LocalDate to, Caller caller) {
    caller.mustWorkIn(locality);
    var weeks = weeks(from, to);
    mustBeKnown(from);
    return areas
        .find(locality)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            there ->
                read(
                    locality,
                    midnight(weeks.get(0).monday()),
                    midnight(weeks.get(weeks.size() - 1).next().monday())))
        .compose(
            sessions ->
                takenIn(sessions, 0, new HashMap<>())
                    .map(places -> GapReport.of(weeks, counted(sessions, places))));
  }

  /** How many places were taken is known for as long as who had them. */
  private void mustBeKnown(LocalDate from) {
    var first =
        LocalDate.ofInstant(FinancialYear.keptSince(clock.instant(), events.zone()), events.zone());
    if (from.isBefore(first)) {
      throw Problem.invalid(
          List.of(
              new Violation(
                  Violation.In.QUERY, "from", "too-long-ago", List.of(first.toString()))));
    }
  }

  private static List<Week> weeks(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw wrong("before-from");
    }
    if (from.plusWeeks(MOST_WEEKS + 1L).isBefore(to)) {
      throw wrong("too-many-weeks");
    }
    var weeks = Week.touching(from, to);
    if (weeks.size() > MOST_WEEKS) {
      throw wrong("too-many-weeks");
    }
    return weeks;
  }

  private static Problem wrong(String code) {
    return Problem.invalid(
        List.of(new Violation(Violation.In.QUERY, "to", code, List.of(MOST_WEEKS))));
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(events.zone()).toInstant();
  }

  private Future<List<Session>> read(String locality, Instant from, Instant to) {
    var found = new ArrayList<Session>();
    return Pages.<Session>each(
            PAGE,
            after -> events.between(locality, from, to, after.map(SessionMark::of), PAGE),
            page -> {
              found.addAll(page);
              return Future.succeededFuture();
            })
        .map(done -> found);
  }

  /** Places taken by session, read a page of allotments at a time. */
  private Future<Map<String, Integer>> takenIn(
      List<Session> sessions, int start, Map<String, Integer> places) {
    if (start >= sessions.size()) {
      return Future.succeededFuture(places);
    }
    var end = Math.min(sessions.size(), start + PAGE);
    var allotments =
        sessions.subList(start, end).stream().map(Session::allotmentId).distinct().toList();
    return taken
        .these(allotments)
        .compose(
            page -> {
              page.forEach(
                  one -> one.sessions().forEach(each -> places.put(each.session(), each.places())));
              return takenIn(sessions, end, places);
            });
  }

  private List<GapReport.Counted> counted(List<Session> sessions, Map<String, Integer> places) {
    return sessions.stream()
        .filter(session -> session.status() != SessionStatus.CANCELLED)
        .map(
            session ->
                new GapReport.Counted(
                    events.dateOf(session),
                    session.ages(),
                    session.supportsSend(),
                    session.status() == SessionStatus.DRAFT,
                    session.allotmentId(),
                    session.capacity(),
                    session.poolCapacity(),
                    places.getOrDefault(session.id(), 0)))
        .toList();
  }
}
