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
import org.localityvoice.problem.Problem;

/** Reads the feed of a locality. */
final class YouSaidService {
  private final Areas areas;
  private final Perceptions perceptions;
  private final CountedStore counted;
  private final VerifiedFindings findings;
  private final InstantSource clock;

  YouSaidService(
      Areas areas,
      Perceptions perceptions,
      CountedStore counted,
      VerifiedFindings findings,
      InstantSource clock) {
    this.areas = areas;
    this.perceptions = perceptions;
    this.counted = counted;
    this.findings = findings;
    this.clock = clock;
  }

  /**
   * A page of the feed.
   *
   * @param next where to go on; empty at its end
   */
  record Page(Area area, List<Entry> entries, Optional<FeedMark> next) {}

  /**
   * The entries after a mark, or the newest.
   *
   * @param language of what the givers put into words
   */
  Future<Page> read(String localityId, String language, Optional<FeedMark> after, int limit) {
    return areas
        .area()
        .compose(
            found -> {
              var area = found.orElseThrow(Problem::notFound);
              area.locality(localityId).orElseThrow(Problem::notFound);
              var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(area.timeZone()));
              var month = YearMonth.from(today);
              return Future.all(
                      perceptions.of(localityId, language, Feed.QUARTERS),
                      counted.of(localityId, Feed.QUARTERS),
                      findings.of(localityId, month.minusMonths(Feed.MONTHS - 1L), month))
                  .map(
                      all ->
                          page(
                              area,
                              Feed.of(all.resultAt(0), all.resultAt(1), all.resultAt(2)),
                              after,
                              limit));
            });
  }

  private static Page page(Area area, List<Entry> all, Optional<FeedMark> after, int limit) {
    var found = Feed.page(all, after, limit + 1);
    if (found.size() <= limit) {
      return new Page(area, found, Optional.empty());
    }
    return new Page(area, found.subList(0, limit), Optional.of(FeedMark.of(found.get(limit - 1))));
  }
}
