package org.localityvoice.walkabout.measure;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Areas;
import org.localityvoice.problem.Problem;
import org.localityvoice.walkabout.WalkaboutCatalogue;
import org.localityvoice.walkabout.Walkabouts;
import org.localityvoice.walkabout.grading.Element;

/** Brings tallies together: by month, over a quarter, and over re-walks. */
final class IndexService {
  private static final int PAGE = 500;

  private final TallyStore store;
  private final FateService fates;
  private final Walkabouts walkabouts;
  private final Areas areas;
  private final InstantSource clock;
  private final ZoneId zone;

  IndexService(
      TallyStore store,
      FateService fates,
      Walkabouts walkabouts,
      Areas areas,
      InstantSource clock,
      ZoneId zone) {
    this.store = store;
    this.fates = fates;
    this.walkabouts = walkabouts;
    this.areas = areas;
    this.clock = clock;
    this.zone = zone;
  }

  /** The month that it is. */
  YearMonth thisMonth() {
    return YearMonth.from(clock.instant().atZone(zone));
  }

  /**
   * What there is of some months.
   *
   * @param elements of the area file, those that it has no more behind
   * @param months each with its walkabouts, also those that had none
   * @param whole all months taken together
   * @param fates what became of findings
   */
  record Seen(
      List<Element> elements,
      SortedMap<YearMonth, Pool> months,
      Pool whole,
      FateService.Fates fates) {
    /** Elements that walkabouts are to grade now. */
    List<String> current() {
      return elements.stream().filter(one -> !one.retired()).map(Element::id).toList();
    }

    /** Those that are told of: these, and what was graded before it was retired. */
    List<Element> told(Pool pool) {
      var graded = pool.graded();
      return elements.stream().filter(one -> !one.retired() || graded.contains(one.id())).toList();
    }
  }

  /** The months of a locality, or the problem {@code not-found}. */
  Future<Seen> months(String locality, Months months) {
    return tallies(locality, months)
        .compose(
            tallies ->
                Future.all(walkabouts.catalogue(), fates.of(locality, months))
                    .map(
                        both ->
                            new Seen(
                                both.<WalkaboutCatalogue>resultAt(0).elements(),
                                byMonth(tallies, months),
                                Pool.of(tallies),
                                both.resultAt(1))));
  }

  /**
   * One number for a locality and month, with the last day that is in it; empty where too little is
   * graded, or the locality is not known.
   */
  Future<Optional<Overall>> overall(String locality, YearMonth month) {
    return Future.all(
            walkabouts.catalogue(),
            pages(locality, new Months(month, month), Optional.empty(), new ArrayList<>()))
        .map(
            both -> {
              var elements =
                  both.<WalkaboutCatalogue>resultAt(0).elements().stream()
                      .filter(one -> !one.retired())
                      .map(Element::id)
                      .toList();
              var pool = Pool.of(both.<List<WalkTally>>resultAt(1));
              return pool.overall(elements)
                  .flatMap(
                      index -> pool.lastDay().map(day -> new Overall(index, LocalDate.parse(day))));
            });
  }

  /** How far graders agree, for staff of the locality. */
  Future<Agreements> agreement(String locality, Months months, Caller caller) {
    caller.mustWorkIn(locality);
    return tallies(locality, months).map(Agreements::of);
  }

  private static SortedMap<YearMonth, Pool> byMonth(List<WalkTally> tallies, Months months) {
    var groups =
        tallies.stream().collect(Collectors.groupingBy(one -> String.valueOf(one.month())));
    var pools = new TreeMap<YearMonth, Pool>();
    months
        .all()
        .forEach(
            month -> pools.put(month, Pool.of(groups.getOrDefault(month.toString(), List.of()))));
    return pools;
  }

  private Future<List<WalkTally>> tallies(String locality, Months months) {
    return areas
        .find(locality)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(there -> pages(locality, months, Optional.empty(), new ArrayList<>()));
  }

  private Future<List<WalkTally>> pages(
      String locality, Months months, Optional<TallyStore.Mark> after, List<WalkTally> all) {
    return store
        .between(locality, months.from().toString(), months.to().toString(), after, PAGE)
        .compose(
            page -> {
              all.addAll(page);
              if (page.size() < PAGE) {
                return Future.succeededFuture(all);
              }
              var last = page.get(page.size() - 1);
              var mark = new TallyStore.Mark(String.valueOf(last.month()), last.id());
              return pages(locality, months, Optional.of(mark), all);
            });
  }
}
