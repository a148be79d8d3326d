package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reports as a GeoJSON FeatureCollection (RFC 7946).
 *
 * @param next a foreign member: where the next page begins
 */
record GeoFeatures(String type, List<Feature> features, Optional<String> next) {
  private static final double PLACES = 1e6;

  /** One report at its public point. */
  record Feature(String type, String id, Geometry geometry, Properties properties) {}

  /** A point: longitude, then latitude. */
  record Geometry(String type, List<Double> coordinates) {
    static Geometry of(double latitude, double longitude) {
      return new Geometry("Point", List.of(rounded(longitude), rounded(latitude)));
    }
  }

  /** What a map shows beside the point. */
  record Properties(
      String id,
      String category,
      String state,
      Instant submittedAt,
      Instant changedAt,
      int people) {}

  /** A page of rows; those without a public point are left out. */
  static GeoFeatures of(List<ReportRow> rows, Optional<String> next) {
    return new GeoFeatures(
        "FeatureCollection",
        rows.stream()
            .flatMap(row -> row.point().map(point -> feature(row, point)).stream())
            .toList(),
        next);
  }

  private static Feature feature(ReportRow row, Point point) {
    var standing = row.standing();
    return new Feature(
        "Feature",
        row.id(),
        Geometry.of(point.latitude(), point.longitude()),
        new Properties(
            row.id(),
            row.category(),
            standing.state().slug(),
            standing.submittedAt(),
            standing.changedAt(),
            standing.people()));
  }

  /** To a tenth of a metre, as RFC 7946 §11.2 advises. */
  private static double rounded(double degrees) {
    return Math.round(degrees * PLACES) / PLACES;
  }
}
