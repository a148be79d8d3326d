package org.localityvoice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  @Property(tries = 200)
  void each_pixel_is_the_mean_of_the_area_it_stands_for(
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll @IntRange(min = 1, max = 60) int height,
      @ForAll @IntRange(min = 1, max = 70) int longest,
      @ForAll @IntRange(min = 1, max = 4) int bands,
      @ForAll long seed) {
    var samples = new byte[width * height * bands];
    new Random(seed).nextBytes(samples);
    var shrinker = Shrinker.to(longest, width, height, bands);
    for (var y = 0; y < height; y++) {
      shrinker.row(y, row(samples, y, width * bands));
    }
    var small = shrinker.picture();
    assertThat(Math.max(small.width(), small.height()))
        .isEqualTo(Math.min(longest, Math.max(width, height)));
    for (var i = 0; i < small.samples().length; i++) {
      var x = i / bands % small.width();
      var y = i / bands / small.width();
      var mean =
          mean(samples, width, height, bands, i % bands, x, y, small.width(), small.height());
      assertThat((small.samples()[i] & 0xff) - mean).as("%s", i).isBetween(-0.501, 0.501);
    }
  }

  private static byte[] row(byte[] samples, int y, int length) {
    return java.util.Arrays.copyOfRange(samples, y * length, (y + 1) * length);
  }

  /** By definition, in floating point. */
  private static double mean(
      byte[] samples,
      int width,
      int height,
      int bands,
      int band,
      int x,
      int y,
      int newWidth,
      int newHeight) {
    var sum = 0.0;
    var area = 0.0;
    for (var row = 0; row < height; row++) {
      for (var column = 0; column < width; column++) {
        var weight =
            overlap(column, x, (double) width / newWidth)
                * overlap(row, y, (double) height / newHeight);
        sum += weight * (samples[(row * width + column) * bands + band] & 0xff);
        area += weight;
      }
    }
    return sum / area;
  }

  private static double overlap(int from, int to, double ratio) {
    return Math.max(0, Math.min(from + 1, (to + 1) * ratio) - Math.max(from, to * ratio));
  }

  @Test
  void a_picture_that_lacks_a_row_is_not_given_out() {
    var shrinker = Shrinker.to(2, 4, 3, 1);
    shrinker.row(0, new byte[4]);
    shrinker.row(1, new byte[4]);
    assertThatThrownBy(shrinker::picture).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> shrinker.row(0, new byte[4]))
        .isInstanceOf(IllegalStateException.class);
    shrinker.row(2, new byte[4]);
    assertThat(shrinker.picture().height()).isEqualTo(2);
  }
}
