package org.localityvoice.report;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.localityvoice.http.Json;

/**
 * A GeoJSON FeatureCollection (RFC 7946) of the exact places. A report without a point is a feature
 * whose geometry is null (§3.2).
 */
final class ExportGeoJson implements ExportFormat {
  @Override
  public String head() {
    return "{\"type\":\"FeatureCollection\",\"features\":[";
  }

  @Override
  public String reports(List<Report> some, boolean first) {
    return some.stream()
        .map(report -> Json.text(feature(report)))
        .collect(Collectors.joining(",", first || some.isEmpty() ? "" : ",", ""));
  }

  @Override
  public String tail() {
    return "]}";
  }

  private static Map<String, Object> feature(Report report) {
    var feature = new LinkedHashMap<String, Object>();
    feature.put("type", "Feature");
    feature.put("id", report.id());
    var place = report.submission().place();
    var latitude = place.latitude();
    var longitude = place.longitude();
    feature.put(
        "geometry",
        latitude == null || longitude == null
            ? NullNode.getInstance()
            : GeoFeatures.Geometry.of(latitude, longitude));
    feature.put("properties", properties(report));
    return feature;
  }

  private static Map<String, Object> properties(Report report) {
    var properties = new LinkedHashMap<String, Object>();
    for (var column : ExportColumns.ALL) {
      column.value().apply(report).ifPresent(value -> properties.put(column.name(), value));
    }
    return properties;
  }
}
