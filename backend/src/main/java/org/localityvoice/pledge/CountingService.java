package org.localityvoice.pledge;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;

/**
 * Fetches the figures about reports once a month, when they are new, so that whoever reads the feed
 * waits for no adding up. Doing it again changes nothing.
 */
final class CountingService {
  private final Areas areas;
  private final ReportedFigures figures;
  private final CountedStore store;
  private final InstantSource clock;
  private final AtomicReference<Optional<Round>> done = new AtomicReference<>(Optional.empty());

  /** What there is to be counted: so many localities at the end of a month. */
  private record Round(LocalDate at, List<String> localities) {}

  CountingService(Areas areas, ReportedFigures figures, CountedStore store, InstantSource clock) {
    this.areas = areas;
    this.figures = figures;
    this.store = store;
    this.clock = clock;
  }

  /** Fetches what is not there yet of the quarters that the feed tells of. */
  Future<Void> count() {
    return areas.area().compose(area -> area.map(this::count).orElseGet(Future::succeededFuture));
  }

  private Future<Void> count(Area area) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(area.timeZone()));
    var localities = area.localities().stream().map(Locality::id).toList();
    var round = new Round(today.withDayOfMonth(1).minusDays(1), localities);
    if (done.get().filter(round::equals).isPresent()) {
      return Future.succeededFuture();
    }
    Future<Void> all = Future.succeededFuture();
    for (var locality : localities) {
      all = all.compose(before -> count(locality, round.at()));
    }
    return all.onSuccess(counted -> done.set(Optional.of(round)));
  }

  private Future<Void> count(String locality, LocalDate at) {
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
