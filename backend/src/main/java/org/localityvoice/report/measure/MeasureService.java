package org.localityvoice.report.measure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.report.measure.Measured.Adding;
import org.localityvoice.report.measure.Measured.Asked;

/** Works out figures from the logs of reports. */
final class MeasureService {
  /** Later than this an entry may still be written with an earlier time, by a slower clock. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 500;

  private final Vertx vertx;
  private final MeasureStore store;
  private final Areas areas;
  private final InstantSource clock;
  private final Cache<Asked, Measured> known =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

  MeasureService(Vertx vertx, MeasureStore store, Areas areas, InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * What somebody wants to know.
   *
   * @param period a quarter or a month by its name; otherwise from and to
   * @param at the day at whose end; now if absent
   */
  record Wanted(
      Optional<String> period,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Grouping by,
      Optional<LocalDate> at) {}

  /** A locality and the zone its days are counted in. */
  record Place(Locality locality, ZoneId zone) {}

  /** Exact figures, for staff of the locality. */
  Future<Measured> exact(String localityId, Wanted wanted, Caller caller) {
    caller.mustWorkIn(localityId);
    return place(localityId)
        .compose(
            place -> {
              var now = clock.instant();
              var today = LocalDate.ofInstant(now, place.zone());
              var period = period(wanted, today);
              var at =
                  wanted
                      .at()
                      .filter(day -> day.isBefore(today))
                      .map(day -> Period.endOf(day, place.zone()))
                      .orElse(now);
              return remembered(
                  new Asked(localityId, period, place.zone(), at, wanted.by(), Scope.of(caller)));
            });
  }

  /**
   * The figures of a quarter that may be shown to everybody. They are those at the end of the month
   * before this one, so that the answers of two days cannot be subtracted from each other.
   */
  Future<Measured> open(String localityId, String quarter, Grouping by) {
    return place(localityId)
        .compose(
            place -> {
              var period = Period.of(quarter);
              var month = LocalDate.ofInstant(clock.instant(), place.zone()).withDayOfMonth(1);
              mustBeOver(period, place.zone());
              return remembered(quarter(place, period, month.minusDays(1), by));
            });
  }

  /** The figures of a quarter at its end, without confidential reports; always added up anew. */
  Future<Measured> atEnd(Place place, Period quarter) {
    mustBeOver(quarter, place.zone());
    return addedUp(quarter(place, quarter, quarter.to(), Grouping.NONE));
  }

  private static Asked quarter(Place place, Period period, LocalDate at, Grouping by) {
    return new Asked(
        place.locality().id(),
        period,
        place.zone(),
        Period.endOf(at, place.zone()),
        by,
        Scope.OPEN);
  }

  private void mustBeOver(Period period, ZoneId zone) {
    if (clock.instant().isBefore(period.over(zone))) {
      throw Problem.conflict("period-not-over", period.name());
    }
  }

  /** The first day from which there are figures of a locality; empty where that is not known. */
  Future<Optional<LocalDate>> countedFrom(String localityId) {
    return place(localityId)
        .compose(
            place ->
                Future.all(areas.since(localityId), store.first(localityId))
                    .map(both -> earlier(both.resultAt(0), both.resultAt(1), place.zone())));
  }

  private static Optional<LocalDate> earlier(
      Optional<Instant> imported, Optional<Instant> reported, ZoneId zone) {
    return Stream.concat(imported.stream(), reported.stream())
        .min(Comparator.naturalOrder())
        .map(moment -> LocalDate.ofInstant(moment, zone));
  }

  /** The locality, or the problem {@code not-found}. */
  Future<Place> place(String localityId) {
    return areas
        .area()
        .map(
            found -> {
              var area = found.orElseThrow(Problem::notFound);
              var locality = area.locality(localityId).orElseThrow(Problem::notFound);
              return new Place(locality, ZoneId.of(area.timeZone()));
            });
  }

  private Future<Measured> remembered(Asked asked) {
    var before = known.getIfPresent(asked);
    if (before != null) {
      return Future.succeededFuture(before);
    }
    return asked.at().isBefore(clock.instant().minus(SETTLED))
        ? addedUp(asked).onSuccess(figures -> known.put(asked, figures))
        : addedUp(asked);
  }

  private Future<Measured> addedUp(Asked asked) {
    var adding = new Adding(asked);
    return store
        .each(
            asked.locality(),
            asked.period().begin(asked.zone()),
            asked.period().over(asked.zone()),
            adding::add)
        // The figures of many reports take a moment, which is none of the event loop's.
        .compose(all -> vertx.executeBlocking(adding::measured));
  }

  private static Period period(Wanted wanted, LocalDate today) {
    var faults = new ArrayList<Violation>();
    wanted
        .at()
        .filter(day -> day.isAfter(today))
        .ifPresent(day -> faults.add(fault("at", "date-to-come")));
    var named = wanted.period().map(Period::of);
    var both = wanted.from().flatMap(from -> wanted.to().map(to -> Period.of(from, to)));
    var dates = wanted.from().isPresent() || wanted.to().isPresent();
    if (named.isPresent() == dates || (dates && both.isEmpty())) {
      faults.add(fault("period", "period-or-dates"));
    }
    both.ifPresent(
        period -> {
          if (period.to().isBefore(period.from())) {
            faults.add(fault("to", "before-from"));
          } else if (period.tooLong()) {
            faults.add(fault("to", "period-too-long", Period.MOST_MONTHS));
          }
        });
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return named.or(() -> both).orElseThrow();
  }

  private static Violation fault(String parameter, String code, Object... arguments) {
    return new Violation(Violation.In.QUERY, parameter, code, List.of(arguments));
  }
}
