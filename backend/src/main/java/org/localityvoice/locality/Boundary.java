package org.localityvoice.locality;

import java.util.List;

/**
 * The outline of a locality, as one or more polygons.
 *
 * <p>Terms and rules are those of GeoJSON (RFC 7946 §3.1.6): rings are closed, outer rings run
 * anticlockwise, holes clockwise.
 */
public record Boundary(List<Polygon> polygons) {
  public Boundary {
    polygons = List.copyOf(polygons);
  }

  /** A polygon: its outer ring, then its holes. */
  public record Polygon(List<Ring> rings) {
    public Polygon {
      rings = List.copyOf(rings);
    }
  }

  /** A closed line; the last position repeats the first. */
  public record Ring(List<Position> positions) {
    public Ring {
      positions = List.copyOf(positions);
    }
  }

  /** A place in decimal degrees (WGS 84). */
  public record Position(double longitude, double latitude) {}
}
