package org.localityvoice.pledge;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;

/**
 * Fetches the figures about reports and findings once a month, when they are new, so that whoever
 * reads the feed waits for no adding up. Doing it again changes nothing.
 */
final class CountingService {
  private final Areas areas;
  private final ReportedFigures figures;
  private final VerifiedFindings findings;
  private final CountedStore store;
  private final InstantSource clock;
  private volatile Optional<Round> done = Optional.empty();

  /** What there is to be counted: so many localities at the end of a month. */
  private record Round(LocalDate at, List<String> localities) {}

  CountingService(
      Areas areas,
      ReportedFigures figures,
      VerifiedFindings findings,
      CountedStore store,
      InstantSource clock) {
    this.areas = areas;
    this.figures = figures;
    this.findings = findings;
    this.store = store;
    this.clock = clock;
  }

  /** Fetches what is not there yet of what the feed tells of. */
  Future<Void> count() {
    return areas.area().compose(area -> area.map(this::count).orElseGet(Future::succeededFuture));
  }

  private Future<Void> count(Area area) {
    var zone = ZoneId.of(area.timeZone());
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var localities = area.localities().stream().map(Locality::id).toList();
    var round = new Round(today.withDayOfMonth(1).minusDays(1), localities);
    if (done.filter(round::equals).isPresent()) {
      return Future.succeededFuture();
    }
    Future<Void> all = Future.succeededFuture();
    for (var locality : localities) {
      all =
          all.compose(before -> quarters(locality, round.at()))
              .compose(before -> findings(locality, round.at(), zone));
    }
    return all.onSuccess(counted -> done = Optional.of(round));
  }

  private Future<Void> findings(String locality, LocalDate at, ZoneId zone) {
    var from = YearMonth.from(at).minusMonths(Feed.MONTHS - 1L).atDay(1);
    return store
        .findings(locality)
        .compose(
            kept ->
                kept.filter(one -> !one.at().isBefore(at)).isPresent()
                    ? Future.succeededFuture()
                    : findings
                        .of(locality, from, at, zone)
                        .compose(found -> store.put(CountedFindings.of(locality, at, found))));
  }

  private Future<Void> quarters(String locality, LocalDate at) {
    return Future.all(figures.countedFrom(locality), store.of(locality, Feed.QUARTERS))
        .compose(
            both -> {
              Optional<LocalDate> since = both.resultAt(0);
              List<CountedQuarter> kept = both.resultAt(1);
              Future<Void> all = Future.succeededFuture();
              for (var quarter : Quarter.overBy(at).limit(Feed.QUARTERS).toList()) {
                if (since.filter(day -> !quarter.to().isBefore(day)).isPresent()
                    && !isThere(kept, quarter, at)) {
                  all = all.compose(before -> fetch(locality, quarter));
                }
              }
              return all;
            });
  }

  private static boolean isThere(List<CountedQuarter> kept, Quarter quarter, LocalDate at) {
    return kept.stream()
        .anyMatch(one -> one.quarter().equals(quarter.name()) && !one.at().isBefore(at));
  }

  private Future<Void> fetch(String locality, Quarter quarter) {
    return figures
        .of(locality, quarter.name())
        .compose(told -> store.put(CountedQuarter.of(locality, quarter, told)));
  }
}
