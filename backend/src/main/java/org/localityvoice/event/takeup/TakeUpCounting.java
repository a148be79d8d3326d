package org.localityvoice.event.takeup;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionMark;
import org.localityvoice.event.SessionStatus;
import org.localityvoice.event.attendance.Attendance;
import org.localityvoice.event.attendance.Attendances;
import org.localityvoice.event.takeup.Visits.Visit;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.schedule.InTurn;
import org.localityvoice.schedule.Pages;

/**
 * Counts each quarter once, in the background: a week after its end, when no device has anything to
 * send any more. A server that was away catches up on a year, but not on what was before it knew
 * the locality.
 */
final class TakeUpCounting {
  /** So long after a quarter it is counted. */
  static final Duration SETTLED = Duration.ofDays(7);

  private static final int QUARTERS = 4;
  private static final int PAGE = 100;

  private final Vertx vertx;
  private final TakeUpStore store;
  private final InVainStore inVain;
  private final Events events;
  private final Attendances attendances;
  private final Areas areas;
  private final InstantSource clock;

  TakeUpCounting(
      Vertx vertx,
      TakeUpStore store,
      InVainStore inVain,
      Events events,
      Attendances attendances,
      Areas areas,
      InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.inVain = inVain;
    this.events = events;
    this.attendances = attendances;
    this.areas = areas;
    this.clock = clock;
  }

  /** Counts what is not counted yet. */
  Future<Void> run() {
    var quarters = Quarter.overAt(clock.instant().minus(SETTLED), events.zone(), QUARTERS);
    return areas
        .all()
        .map(all -> all.stream().map(Locality::id).toList())
        .compose(homes -> InTurn.each(quarters, quarter -> quarter(quarter, homes)));
  }

  private Future<Void> quarter(Quarter quarter, List<String> homes) {
    return store
        .these(homes.stream().map(home -> TakeUp.id(home, quarter)).toList())
        .map(known -> known.stream().map(TakeUp::locality).collect(Collectors.toSet()))
        .compose(
            known ->
                InTurn.eachByItself(
                    "the take-up of " + quarter.name(),
                    homes.stream().filter(home -> !known.contains(home)).toList(),
                    locality ->
                        areas
                            .since(locality)
                            .compose(
                                since ->
                                    since.filter(quarter.over(events.zone())::isAfter).isPresent()
                                        ? count(locality, quarter, homes)
                                        : Future.succeededFuture())))
        .mapEmpty();
  }

  private Future<Void> count(String locality, Quarter quarter, List<String> homes) {
    var visits = new Visits();
    var zone = events.zone();
    return Pages.<Session>each(
            PAGE,
            after ->
                events.between(
                    locality,
                    quarter.begin(zone),
                    quarter.over(zone),
                    after.map(SessionMark::of),
                    PAGE),
            page -> sessions(page, visits))
        .compose(
            read ->
                vertx.executeBlocking(
                    () ->
                        TakeUp.of(
                            locality,
                            quarter,
                            visits,
                            homes,
                            Suppressed.RULES,
                            clock.instant().truncatedTo(ChronoUnit.SECONDS))))
        .compose(store::add)
        .mapEmpty();
  }

  private Future<Void> sessions(List<Session> page, Visits visits) {
    var held = page.stream().filter(one -> one.status() == SessionStatus.SCHEDULED).toList();
    return inVain
        .these(held.stream().map(Session::id).toList())
        .map(all -> all.stream().collect(Collectors.toMap(InVain::id, InVain::participants)))
        .compose(
            waiting ->
                InTurn.each(
                    held,
                    session ->
                        attendances
                            .ofSession(session.id())
                            // Mapped, so that what goes wrong here stops the count.
                            .map(
                                rows -> {
                                  visits.add(
                                      rows.stream().flatMap(TakeUpCounting::visit).toList(),
                                      waiting.getOrDefault(session.id(), 0));
                                  return null;
                                })));
  }

  private static Stream<Visit> visit(Attendance row) {
    return Stream.ofNullable(row.participant())
        .filter(who -> row.came() || row.flagged())
        .map(who -> new Visit(who, row.home(), row.age(), row.came()));
  }
}
