package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Boxes.Rectangle;

class PointTest {
  @Test
  void distances_are_those_of_the_textbook() {
    // A minute of latitude is a nautical mile, give or take the flattening.
    assertThat(new Point(54, -1).metresTo(new Point(54 + 1 / 60.0, -1)))
        .isCloseTo(1_853, within(1.0));
    // Big Ben to the London Eye's middle, by two online calculators: 448 m.
    assertThat(new Point(51.50070, -0.12460).metresTo(new Point(51.50330, -0.11960)))
        .isCloseTo(451, within(5.0));
  }

  @Property
  void a_rectangle_is_never_farther_than_any_of_its_points(
      @ForAll @DoubleRange(min = 54.4, max = 54.7) double latitude,
      @ForAll @DoubleRange(min = -1.5, max = -1.0) double longitude,
      @ForAll @DoubleRange(min = 54.4, max = 54.6) double south,
      @ForAll @DoubleRange(min = -1.5, max = -1.1) double west,
      @ForAll @DoubleRange(min = 0, max = 0.1) double height,
      @ForAll @DoubleRange(min = 0, max = 0.1) double width,
      @ForAll @DoubleRange(min = 0, max = 1) double up,
      @ForAll @DoubleRange(min = 0, max = 1) double right) {
    var middle = new Point(latitude, longitude);
    var rectangle = new Rectangle(west, south, west + width, south + height);
    var inside = new Point(south + up * height, west + right * width);
    assertThat(middle.metresTo(rectangle)).isLessThanOrEqualTo(middle.metresTo(inside));
    if (rectangle.holds(latitude, longitude)) {
      assertThat(middle.metresTo(rectangle)).isZero();
    }
  }

  @Property
  void whatever_is_within_a_circle_is_in_the_rectangle_around_it(
      @ForAll @DoubleRange(min = -84, max = 84) double latitude,
      @ForAll @DoubleRange(min = -170, max = 170) double longitude,
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double north,
      @ForAll @DoubleRange(min = -0.05, max = 0.05) double east,
      @ForAll @DoubleRange(min = 1, max = 5_000) double metres) {
    var middle = new Point(latitude, longitude);
    var other = new Point(latitude + north, longitude + east);
    if (middle.metresTo(other) <= metres) {
      assertThat(middle.around(metres).holds(other.latitude(), other.longitude())).isTrue();
      assertThat(Boxes.covering(middle.around(metres), 16)).isNotEmpty();
    }
  }

  @Property
  void distance_is_the_same_both_ways_and_zero_only_at_home(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeThere,
      @ForAll @DoubleRange(min = -180, max = 180) double longitudeThere) {
    var here = new Point(latitude, longitude);
    var there = new Point(latitudeThere, longitudeThere);
    assertThat(here.metresTo(there)).isCloseTo(there.metresTo(here), within(1e-6));
    assertThat(here.metresTo(here)).isZero();
  }
}
