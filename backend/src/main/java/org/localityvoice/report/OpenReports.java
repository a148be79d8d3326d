package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.mongo.Mongo;

/**
 * Reports that everybody may see and that nobody has seen dealt with, around a point; nothing of
 * what was written, or by whom.
 */
public final class OpenReports {
  private static final Set<ReportState> OVER =
      EnumSet.of(ReportState.CONFIRMED_DONE, ReportState.REFUSED, ReportState.MERGED);

  private final NearReader near;

  /** Those in that store. */
  public OpenReports(Mongo mongo) {
    near = new NearReader(new ReportListStore(mongo));
  }

  /**
   * One of them.
   *
   * @param latitude of its public point, which may be blurred
   * @param longitude of that point
   * @param metres how far that point is
   * @param since when it was reported
   */
  public record Open(
      String id,
      String category,
      String locality,
      double latitude,
      double longitude,
      double metres,
      Instant since) {}

  /**
   * The nearest first.
   *
   * @param radius in metres
   * @param categories only these; empty for all
   * @param limit no more than so many
   */
  public Future<List<Open>> near(
      double latitude, double longitude, double radius, Collection<String> categories, int limit) {
    var search = new Nearest(new Point(latitude, longitude), radius, NearMark.BEGINNING);
    return near.page(search, categories, OpenReports::isOpen, limit)
        .map(page -> page.found().stream().flatMap(found -> open(found).stream()).toList());
  }

  private static boolean isOpen(ReportRow row) {
    return !row.confidential()
        && row.publication().listed()
        && !OVER.contains(row.standing().state());
  }

  private static java.util.Optional<Open> open(Nearest.Found found) {
    var row = found.row();
    return row.point()
        .map(
            point ->
                new Open(
                    row.id(),
                    row.category(),
                    row.locality(),
                    point.latitude(),
                    point.longitude(),
                    found.mark().metres(),
                    row.standing().submittedAt()));
  }
}
