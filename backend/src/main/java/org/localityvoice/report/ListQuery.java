package org.localityvoice.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.http.Call;
import org.localityvoice.locality.Boxes.Rectangle;
import org.localityvoice.locality.Priority;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Reads what a query asks a list for; the contract has seen to the form of each part. */
final class ListQuery {
  private static final int USUAL_RADIUS = 500;
  private static final double HIGHEST_LATITUDE = 90;

  private ListQuery() {}

  /**
   * A page of a public list.
   *
   * @param usual how many entries where the query does not say
   */
  static ListRequest page(Call call, int usual) {
    return new ListRequest(
        filter(call, rectangle(call), call.query("locality")),
        near(call),
        call.query("after"),
        call.number("limit", usual));
  }

  /** What the query narrows a list down to. */
  static ReportFilter filter(Call call, Optional<Rectangle> rectangle, Optional<String> locality) {
    return new ReportFilter(
        rectangle,
        locality,
        some(call, "state").stream()
            .flatMap(state -> ReportState.of(state).stream())
            .collect(Collectors.toSet()),
        some(call, "category"),
        some(call, "owner"),
        some(call, "priority").stream()
            .flatMap(priority -> Priority.of(priority).stream())
            .collect(Collectors.toSet()),
        some(call, "source").stream()
            .map(source -> Submission.Source.valueOf(source.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        call.query("overdue").map(Boolean::valueOf),
        time(call, "submittedSince"),
        time(call, "submittedUntil"),
        time(call, "changedSince"),
        Optional.empty());
  }

  private static Set<String> some(Call call, String name) {
    return new LinkedHashSet<>(call.list(name));
  }

  /** The rectangle of a query, if it names one. */
  static Optional<Rectangle> rectangle(Call call) {
    var sides = call.list("bbox").stream().map(Double::valueOf).toList();
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    var rectangle = new Rectangle(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    if (rectangle.west() > rectangle.east()
        || rectangle.south() > rectangle.north()
        || rectangle.south() < -HIGHEST_LATITUDE
        || rectangle.north() > HIGHEST_LATITUDE) {
      throw wrong("bbox", "bbox");
    }
    return Optional.of(rectangle);
  }

  private static Optional<ListRequest.Near> near(Call call) {
    var point = call.list("near").stream().map(Double::valueOf).toList();
    if (point.isEmpty()) {
      if (call.query("radius").isPresent()) {
        throw wrong("radius", "radius-without-near");
      }
      return Optional.empty();
    }
    if (Math.abs(point.get(0)) > HIGHEST_LATITUDE) {
      throw wrong("near", "near");
    }
    return Optional.of(
        new ListRequest.Near(
            new Point(point.get(0), point.get(1)), call.number("radius", USUAL_RADIUS)));
  }

  /** A moment; what is finer than a millisecond is cut off, as in everything that is stored. */
  static Optional<Instant> time(Call call, String name) {
    try {
      return call.query(name)
          .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeParseException e) {
      throw wrong(name, "format", "date-time");
    }
  }

  private static Problem wrong(String parameter, String code, Object... arguments) {
    return Problem.invalid(
        List.of(new Violation(Violation.In.QUERY, parameter, code, List.of(arguments))));
  }
}
