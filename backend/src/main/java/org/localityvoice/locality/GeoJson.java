package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.localityvoice.locality.Boundary.Polygon;
import org.localityvoice.locality.Boundary.Position;
import org.localityvoice.locality.Boundary.Ring;

/**
 * A boundary as a GeoJSON geometry (RFC 7946 §3.1), Polygon or MultiPolygon.
 *
 * @param coordinates nested as the type demands; each position is longitude, latitude
 */
record GeoJson(String type, List<?> coordinates) {
  private static final String POLYGON = "Polygon";
  private static final String MULTI_POLYGON = "MultiPolygon";

  /** Writes a boundary; one polygon is written as a Polygon. */
  static GeoJson of(Boundary boundary) {
    var polygons = boundary.polygons().stream().map(GeoJson::rings).toList();
    return polygons.size() == 1
        ? new GeoJson(POLYGON, polygons.get(0))
        : new GeoJson(MULTI_POLYGON, polygons);
  }

  /** Reads a geometry that fits the schema. */
  static Boundary boundary(JsonNode geometry) {
    var coordinates = geometry.path("coordinates");
    return new Boundary(
        geometry.path("type").asText().equals(POLYGON)
            ? List.of(polygon(coordinates))
            : AreaReader.list(coordinates, GeoJson::polygon));
  }

  static Ring ring(JsonNode positions) {
    return new Ring(
        AreaReader.list(
            positions, at -> new Position(at.path(0).asDouble(), at.path(1).asDouble())));
  }

  private static Polygon polygon(JsonNode rings) {
    return new Polygon(AreaReader.list(rings, GeoJson::ring));
  }

  private static List<List<List<Double>>> rings(Polygon polygon) {
    return polygon.rings().stream()
        .map(
            ring ->
                ring.positions().stream()
                    .map(at -> List.of(at.longitude(), at.latitude()))
                    .toList())
        .toList();
  }
}
