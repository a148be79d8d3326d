package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.Boundary.Polygon;
import org.localityvoice.locality.Boundary.Position;
import org.localityvoice.locality.Boundary.Ring;

class LocalityAtTest {
  private static final Area SAMPLE = SampleArea.area();

  private static Ring ring(double... numbers) {
    var ring = new ArrayList<Position>();
    for (var i = 0; i < numbers.length; i += 2) {
      ring.add(new Position(numbers[i], numbers[i + 1]));
    }
    return new Ring(ring);
  }

  private static Ring square(double west, double south, double side) {
    var east = west + side;
    var north = south + side;
    return ring(west, south, east, south, east, north, west, north, west, south);
  }

  private static Boundary boundary(Ring... rings) {
    return new Boundary(List.of(new Polygon(List.of(rings))));
  }

  private static Area area(Boundary... boundaries) {
    var like = SAMPLE.localities().get(0);
    var localities = new ArrayList<Locality>();
    for (var boundary : boundaries) {
      localities.add(
          new Locality(
              "number-" + localities.size(),
              like.name(),
              like.wardCode(),
              like.boundarySet(),
              boundary,
              like.languages(),
              like.partners(),
              like.population()));
    }
    return new Area(
        SAMPLE.id(),
        SAMPLE.name(),
        SAMPLE.timeZone(),
        SAMPLE.themes(),
        SAMPLE.partners(),
        localities,
        SAMPLE.reporting());
  }

  private static String at(Area area, double longitude, double latitude) {
    return area.localityAt(latitude, longitude).map(Locality::id).orElse("outside");
  }

  @Test
  void places_in_the_sample_belong_to_their_wards() {
    var area = SAMPLE;
    assertThat(at(area, -1.25, 54.575)).isEqualTo("newport");
    assertThat(at(area, -1.21, 54.571)).isEqualTo("north-ormesby");
    assertThat(at(area, -1.235, 54.575)).isEqualTo("outside");
    // Latitude and longitude in each other's place are nowhere near.
    assertThat(at(area, 54.575, -1.25)).isEqualTo("outside");
  }

  @Test
  void a_place_on_a_border_belongs_to_the_first_that_touches_it() {
    var area = area(boundary(square(0, 0, 2)), boundary(square(2, 0, 2)));
    assertThat(at(area, 2, 1)).isEqualTo("number-0");
    assertThat(at(area, 2, 2)).isEqualTo("number-0");
    assertThat(at(area, 2.5, 0)).isEqualTo("number-1");
    assertThat(at(area, 4, 2)).isEqualTo("number-1");
    assertThat(at(area, 4.000001, 2)).isEqualTo("outside");
  }

  @Test
  void a_place_in_a_hole_is_outside_and_one_on_its_border_inside() {
    var hole = ring(1, 1, 1, 3, 3, 3, 3, 1, 1, 1);
    var area = area(boundary(square(0, 0, 4), hole), boundary(square(1, 1, 1)));
    assertThat(at(area, 1.5, 1.5)).isEqualTo("number-1");
    assertThat(at(area, 2.5, 2.5)).isEqualTo("outside");
    assertThat(at(area, 1, 1)).isEqualTo("number-0");
    assertThat(at(area, 0.5, 0.5)).isEqualTo("number-0");
  }

  @Test
  void a_locality_of_several_parts_is_found_in_each() {
    var parts =
        new Boundary(
            List.of(new Polygon(List.of(square(0, 0, 1))), new Polygon(List.of(square(5, 5, 1)))));
    assertThat(at(area(parts), 0.5, 0.5)).isEqualTo("number-0");
    assertThat(at(area(parts), 5.5, 5.5)).isEqualTo("number-0");
    assertThat(at(area(parts), 3, 3)).isEqualTo("outside");
  }

  @Property
  void finding_agrees_with_exact_arithmetic(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int corners) {
    var random = new Random(seed);
    var ring = simpleRing(random, corners);
    var area = area(boundary(new Ring(ring)));
    for (var i = 0; i < 40; i++) {
      // Halves: on corners, on borders, and everywhere else.
      var x = random.nextInt(45) / 2.0 - 1;
      var y = random.nextInt(45) / 2.0 - 1;
      assertThat(at(area, x, y).equals("number-0"))
          .as("%s %s in %s", x, y, ring)
          .isEqualTo(touchesSlowly(ring, x, y));
    }
  }

  @Property
  void two_that_share_a_border_leave_nothing_between_them(@ForAll long seed) {
    var random = new Random(seed);
    var border = new ArrayList<Position>();
    for (var i = 0; i <= 6; i++) {
      border.add(
          new Position(
              (random.nextDouble() - 0.5) / 100, 51.50 + random.nextDouble() / 100 + i / 100.0));
    }
    var west = new ArrayList<>(border);
    west.add(new Position(-0.30, 51.57));
    west.add(new Position(-0.30, 51.50));
    west.add(border.get(0));
    var east = new ArrayList<>(border);
    Collections.reverse(east);
    east.add(new Position(0.30, 51.50));
    east.add(new Position(0.30, 51.57));
    east.add(border.get(border.size() - 1));
    var area = area(boundary(new Ring(west)), boundary(new Ring(east)));
    for (var i = 0; i < 200; i++) {
      // As near to the border as numbers come, and nearest at Greenwich.
      var side = random.nextInt(6);
      var share = random.nextDouble();
      var from = border.get(side);
      var to = border.get(side + 1);
      var longitude = from.longitude() + share * (to.longitude() - from.longitude());
      var latitude = from.latitude() + share * (to.latitude() - from.latitude());
      assertThat(at(area, longitude, latitude)).isNotEqualTo("outside");
    }
  }

  /** Corners in the order of their direction from a middle, so that no sides cross. */
  private static List<Position> simpleRing(Random random, int corners) {
    var ring = new ArrayList<Position>();
    while (ring.size() < corners) {
      var at = new Position(random.nextInt(21), random.nextInt(21));
      if (!ring.contains(at)) {
        ring.add(at);
      }
    }
    ring.sort(
        Comparator.<Position>comparingDouble(
                at -> Math.atan2(at.latitude() - 10.3, at.longitude() - 10.7))
            .thenComparingDouble(Position::longitude));
    ring.add(ring.get(0));
    return ring;
  }

  /** On a side, or a line to the north crosses the ring an odd number of times; exact. */
  private static boolean touchesSlowly(List<Position> ring, double x, double y) {
    var odd = false;
    for (var i = 1; i < ring.size(); i++) {
      var a = ring.get(i - 1);
      var b = ring.get(i);
      var west = BigDecimal.valueOf(Math.min(a.longitude(), b.longitude()));
      var east = BigDecimal.valueOf(Math.max(a.longitude(), b.longitude()));
      var px = BigDecimal.valueOf(x);
      var py = BigDecimal.valueOf(y);
      var ax = BigDecimal.valueOf(a.longitude());
      var ay = BigDecimal.valueOf(a.latitude());
      var bx = BigDecimal.valueOf(b.longitude());
      var by = BigDecimal.valueOf(b.latitude());
      var cross =
          bx.subtract(ax)
              .multiply(py.subtract(ay))
              .subtract(by.subtract(ay).multiply(px.subtract(ax)));
      var between =
          px.compareTo(west) >= 0
              && px.compareTo(east) <= 0
              && py.compareTo(ay.min(by)) >= 0
              && py.compareTo(ay.max(by)) <= 0;
      if (cross.signum() == 0 && between) {
        return true;
      }
      if (px.compareTo(west) >= 0 && px.compareTo(east) < 0) {
        // Below the side: the place lies to the right of the way from west to east.
        var below = ax.compareTo(bx) < 0 ? cross.signum() < 0 : cross.signum() > 0;
        odd ^= below;
      }
    }
    return odd;
  }
}
