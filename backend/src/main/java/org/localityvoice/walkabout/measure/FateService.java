package org.localityvoice.walkabout.measure;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.walkabout.finding.Finding;
import org.localityvoice.walkabout.finding.Findings;

/** Adds up what became of findings, by the month in which we heard of them and by element. */
final class FateService {
  private static final int PAGE = 500;

  private final Findings findings;
  private final InstantSource clock;
  private final ZoneId zone;

  FateService(Findings findings, InstantSource clock, ZoneId zone) {
    this.findings = findings;
    this.clock = clock;
    this.zone = zone;
  }

  /** By month and element; months and elements without any are absent. */
  record Fates(Map<YearMonth, Map<String, Fate>> months) {
    /** All elements of a month. */
    Fate of(YearMonth month) {
      return months.getOrDefault(month, Map.of()).values().stream().reduce(Fate.NONE, Fate::and);
    }

    /** One element over all months. */
    Fate of(String element) {
      return months.values().stream()
          .map(elements -> elements.getOrDefault(element, Fate.NONE))
          .reduce(Fate.NONE, Fate::and);
    }
  }

  /** Those of a locality, page by page, so that nothing but sums is held. */
  Future<Fates> of(String locality, Months months) {
    var sums = new TreeMap<YearMonth, Map<String, Fate>>();
    return page(locality, months, Optional.empty(), clock.instant(), sums)
        .map(done -> new Fates(sums));
  }

  private Future<Void> page(
      String locality,
      Months months,
      Optional<Finding> after,
      Instant now,
      Map<YearMonth, Map<String, Fate>> sums) {
    var begin = months.from().atDay(1).atStartOfDay(zone).toInstant();
    var end = months.to().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    return findings
        .seen(locality, begin, end, after, PAGE)
        .compose(
            page -> {
              page.forEach(one -> add(one, now, sums));
              return page.size() < PAGE
                  ? Future.succeededFuture()
                  : page(locality, months, Optional.of(page.get(PAGE - 1)), now, sums);
            });
  }

  private void add(Finding finding, Instant now, Map<YearMonth, Map<String, Fate>> sums) {
    var at = finding.seenAt();
    var seen = finding.seen();
    if (at != null && seen != null) {
      sums.computeIfAbsent(YearMonth.from(at.atZone(zone)), any -> new TreeMap<>())
          .merge(seen.element(), Fate.of(finding, seen, now), Fate::and);
    }
  }
}
