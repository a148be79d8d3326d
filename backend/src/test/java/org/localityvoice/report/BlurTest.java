package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What is shown of a blurred place says no more than in which square it lies. */
class BlurTest {
  private static final double METRES_PER_DEGREE = 111_320;

  @Property
  void every_place_of_a_square_is_shown_as_the_same_point(
      @ForAll @DoubleRange(min = -65, max = 65) double latitude,
      @ForAll @DoubleRange(min = -179, max = 179) double longitude,
      @ForAll @IntRange(min = 1, max = 5_000) int metres,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double north,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double east) {
    var shown =
        Drafting.shown(
            Optional.of(new NewReport.Point(latitude, longitude, Optional.empty())), metres);
    var high = metres / METRES_PER_DEGREE;
    var wide = high / Math.cos(Math.toRadians(shown.latitude()));
    // Anywhere else in the square around what is shown.
    var other =
        new NewReport.Point(
            shown.latitude() + (north - 0.5) * high,
            shown.longitude() + (east - 0.5) * wide,
            Optional.empty());
    assertThat(Drafting.shown(Optional.of(other), metres)).isEqualTo(shown);
    assertThat(Math.abs(shown.latitude() - latitude)).isLessThanOrEqualTo(high * 0.5001);
    assertThat(Math.abs(shown.longitude() - longitude)).isLessThanOrEqualTo(wide * 0.5001);
  }

  @Property
  void without_a_blur_the_place_is_shown_as_it_is(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
    var point = new NewReport.Point(latitude, longitude, Optional.empty());
    assertThat(Drafting.shown(Optional.of(point), 0))
        .isEqualTo(new Drafting.Shown(latitude, longitude));
  }
}
