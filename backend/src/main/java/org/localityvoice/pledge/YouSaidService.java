package org.localityvoice.pledge;

import io.vertx.core.Future;
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

  YouSaidService(Areas areas, Perceptions perceptions, CountedStore counted) {
    this.areas = areas;
    this.perceptions = perceptions;
    this.counted = counted;
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
              if (area.locality(localityId).isEmpty()) {
                throw Problem.notFound();
              }
              return Future.all(
                      perceptions.of(localityId, language, Feed.QUARTERS),
                      counted.of(localityId, Feed.QUARTERS),
                      counted.findings(localityId))
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
