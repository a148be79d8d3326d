package org.localityvoice.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Distance;
import org.localityvoice.notice.News;

/** A place that is followed is found by its squares and then measured. */
class CircleTest {
  private static News newsAt(double latitude, double longitude) {
    var about = Post.about("r1", 1, "report.new", "newport", "litter", Instant.EPOCH);
    return Post.newsAt(about, latitude, longitude);
  }

  @Property
  void whatever_a_place_covers_shares_a_key_with_it(
      @ForAll @DoubleRange(min = -85, max = 85) double latitude,
      @ForAll @DoubleRange(min = -178, max = 178) double longitude,
      @ForAll @IntRange(min = 50, max = 2_000) int radius,
      @ForAll @DoubleRange(min = -1, max = 1) double up,
      @ForAll @DoubleRange(min = -1, max = 1) double aside) {
    var place = new Interest.OfPlace(latitude, longitude, radius);
    var bounds = Circle.bounds(latitude, longitude, radius);
    var north = latitude + up * (bounds.north() - latitude);
    var east = longitude + aside * (bounds.east() - longitude);
    var news = newsAt(north, east);
    assertThat(place.keys()).hasSizeBetween(1, 16);
    if (place.covers(news)) {
      assertThat(Collections.disjoint(place.keys(), Interest.keysOf(news))).isFalse();
    }
  }

  @Property
  void distances_are_those_of_the_law_of_cosines(
      @ForAll @DoubleRange(min = -80, max = 80) double latitude,
      @ForAll @DoubleRange(min = -170, max = 170) double longitude,
      @ForAll @DoubleRange(min = 0.01, max = 5) double up,
      @ForAll @DoubleRange(min = 0.01, max = 5) double aside) {
    var from = Math.toRadians(latitude);
    var to = Math.toRadians(latitude + up);
    var cosine =
        Math.sin(from) * Math.sin(to)
            + Math.cos(from) * Math.cos(to) * Math.cos(Math.toRadians(aside));
    assertThat(Distance.metres(latitude, longitude, latitude + up, longitude + aside))
        .isCloseTo(6_371_008.8 * Math.acos(cosine), within(1.0));
  }

  @Test
  void the_circle_is_round_and_not_the_square_around_it() {
    var place = new Interest.OfPlace(54.5767, -1.2500, 500);
    var bounds = Circle.bounds(54.5767, -1.2500, 500);
    var corner = newsAt(bounds.north(), bounds.east());
    assertThat(Collections.disjoint(place.keys(), Interest.keysOf(corner))).isFalse();
    assertThat(place.covers(corner)).isFalse();
    assertThat(place.covers(newsAt(bounds.north() - 1e-9, -1.2500))).isTrue();
    assertThat(place.covers(new News(corner.about(), Boxes.of(54.5767, -1.25), null, null, null)))
        .as("without a point")
        .isFalse();
  }
}
