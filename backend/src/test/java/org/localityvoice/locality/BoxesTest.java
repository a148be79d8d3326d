package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.Boxes.Rectangle;

class BoxesTest {
  @Test
  void a_point_has_the_tiles_that_map_clients_give_it() {
    assertThat(Boxes.of(54.5767, -1.2355))
        .containsExactly(
            "10/508/325", "12/2033/1303", "14/8135/5215", "16/32543/20862", "18/130172/83450");
  }

  @Property
  void whatever_lies_in_a_rectangle_shares_a_key_with_its_cover(
      @ForAll @DoubleRange(min = -80, max = 80) double south,
      @ForAll @DoubleRange(min = -179, max = 178) double west,
      @ForAll @DoubleRange(min = 0, max = 0.1) double height,
      @ForAll @DoubleRange(min = 0, max = 0.1) double width,
      @ForAll @DoubleRange(min = 0, max = 1) double up,
      @ForAll @DoubleRange(min = 0, max = 1) double right,
      @ForAll @IntRange(min = 9, max = 64) int most) {
    var rectangle = new Rectangle(west, south, west + width, south + height);
    var cover = Boxes.covering(rectangle, most);
    var keys = Boxes.of(south + up * height, west + right * width);
    assertThat(cover).hasSizeBetween(1, most);
    assertThat(Collections.disjoint(cover, keys)).isFalse();
  }

  @Test
  void a_rectangle_too_wide_for_so_few_squares_has_no_cover() {
    assertThat(Boxes.covering(new Rectangle(-10, 45, 10, 60), 9)).isEmpty();
  }
}
