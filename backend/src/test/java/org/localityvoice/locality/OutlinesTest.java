package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.Boundary.Polygon;
import org.localityvoice.locality.Boundary.Position;
import org.localityvoice.locality.Boundary.Ring;

class OutlinesTest {
  private static List<Position> ring(double... numbers) {
    var ring = new ArrayList<Position>();
    for (var i = 0; i < numbers.length; i += 2) {
      ring.add(new Position(numbers[i], numbers[i + 1]));
    }
    return ring;
  }

  private static List<Position> square(double west, double south, double side) {
    var east = west + side;
    var north = south + side;
    return ring(west, south, east, south, east, north, west, north, west, south);
  }

  private static Boundary boundary(List<Position> ring) {
    return new Boundary(List.of(new Polygon(List.of(new Ring(ring)))));
  }

  private static boolean overlap(List<Position> one, List<Position> other) {
    var there = Outlines.overlap(boundary(one), boundary(other));
    assertThat(Outlines.overlap(boundary(other), boundary(one))).isEqualTo(there);
    return there;
  }

  @Test
  void the_area_tells_the_way_round() {
    assertThat(Outlines.area(square(0, 0, 2))).isEqualTo(8);
    assertThat(Outlines.area(ring(0, 0, 0, 2, 2, 2, 2, 0, 0, 0))).isEqualTo(-8);
    assertThat(Outlines.area(ring(0, 0, 1, 1, 2, 2, 0, 0))).isZero();
  }

  @Test
  void a_ring_that_keeps_clear_of_itself_has_no_crossing() {
    assertThat(Outlines.firstCrossing(square(0, 0, 1))).isEmpty();
    assertThat(Outlines.firstCrossing(ring(0, 0, 2, 0, 2, 2, 1, 1, 0, 2, 0, 0))).isEmpty();
  }

  @Test
  void a_bow_tie_crosses_itself() {
    assertThat(Outlines.firstCrossing(ring(0, 0, 2, 2, 2, 0, 0, 2, 0, 0)))
        .contains(new Outlines.Crossing(0, 2));
  }

  @Test
  void a_ring_that_touches_itself_is_found_too() {
    assertThat(Outlines.firstCrossing(ring(0, 0, 2, 0, 2, 2, 1, 0, 0, 2, 0, 0)))
        .contains(new Outlines.Crossing(0, 2));
  }

  @Test
  void a_position_given_twice_in_a_row_does_no_harm_and_keeps_the_numbers() {
    assertThat(Outlines.firstCrossing(ring(0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0))).isEmpty();
    assertThat(Outlines.firstCrossing(ring(0, 0, 0, 0, 2, 2, 2, 0, 0, 2, 0, 0)))
        .contains(new Outlines.Crossing(1, 3));
  }

  @Test
  void sharing_a_border_or_a_corner_is_not_overlapping() {
    assertThat(overlap(square(0, 0, 1), square(1, 0, 1))).isFalse();
    assertThat(overlap(square(0, 0, 1), square(1, 1, 1))).isFalse();
    assertThat(overlap(square(0, 0, 2), square(2, 0.5, 1))).isFalse();
    assertThat(overlap(square(0, 0, 1), square(3, 3, 1))).isFalse();
  }

  @Test
  void crossing_lying_inside_and_lying_on_each_other_is_overlapping() {
    assertThat(overlap(square(0, 0, 2), square(1, 1, 2))).isTrue();
    assertThat(overlap(square(0, 0, 3), square(1, 1, 1))).isTrue();
    assertThat(overlap(square(0, 0, 2), square(0, 0, 2))).isTrue();
  }

  @Property(tries = 300)
  void a_star_shaped_ring_has_no_crossing_until_two_positions_change_places(
      @ForAll @IntRange(min = 6, max = 40) int count,
      @ForAll @DoubleRange(min = 0.5, max = 1) double dent) {
    var ring = new ArrayList<Position>();
    for (var i = 0; i < count; i++) {
      var angle = 2 * Math.PI * i / count;
      var reach = i % 2 == 0 ? 1 : dent;
      ring.add(new Position(reach * Math.cos(angle), reach * Math.sin(angle)));
    }
    ring.add(ring.get(0));
    assertThat(Outlines.firstCrossing(ring)).isEmpty();
    assertThat(Outlines.area(ring)).isPositive();

    var kept = ring.get(1);
    ring.set(1, ring.get(3));
    ring.set(3, kept);
    assertThat(Outlines.firstCrossing(ring)).isPresent();
  }
}
