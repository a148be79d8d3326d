package org.localityvoice.report.open311;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.http.Call;
import org.localityvoice.locality.Boxes.Rectangle;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.report.PublicReportQuery;

/**
 * Which requests a client asks for.
 *
 * @param page from 1
 */
record RequestQuery(PublicReportQuery reports, int page, int pageSize) {
  private static final int MOST_ROWS = 1000;

  static RequestQuery of(Call call, Instant now) {
    var range = DateRange.of(call, now);
    return new RequestQuery(
        new PublicReportQuery(
            range.start(),
            range.after(),
            StatusWords.states(Set.copyOf(call.list("status"))),
            new HashSet<>(call.list("service_code")),
            DateRange.date(call, "updated_after"),
            rectangle(call)),
        call.number("page", 1),
        call.number("page_size", MOST_ROWS));
  }

  private static Optional<Rectangle> rectangle(Call call) {
    var sides = call.list("bbox").stream().map(Double::valueOf).toList();
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    var rectangle = new Rectangle(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    if (rectangle.west() > rectangle.east() || rectangle.south() > rectangle.north()) {
      throw Problem.invalid(List.of(new Violation(Violation.In.QUERY, "bbox", "bbox", List.of())));
    }
    return Optional.of(rectangle);
  }

  int skip() {
    return (page - 1) * pageSize;
  }
}
