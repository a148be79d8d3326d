package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What bands tell, and do not tell, of the number of free places. */
class PlacesBandPropertiesTest {
  @Property
  void no_band_stands_for_one_number_whoever_knows_the_capacity(
      @ForAll @IntRange(min = 2, max = 1_000) int capacity) {
    var numbers = new EnumMap<Places, Integer>(Places.class);
    for (var free = 1; free <= capacity; free++) {
      numbers.merge(PlacesBand.of(free, capacity), 1, Integer::sum);
    }
    assertThat(numbers.values()).allMatch(count -> count >= 2);
    assertThat(numbers.keySet()).isSubsetOf(Places.FEW, Places.AVAILABLE);
  }

  @Property
  void the_last_place_is_one_of_few_and_more_places_are_never_fewer(
      @ForAll @IntRange(min = 1, max = 1_000) int capacity) {
    var before = Places.FEW;
    for (var free = 1; free <= capacity; free++) {
      var band = PlacesBand.of(free, capacity);
      assertThat(band).isLessThanOrEqualTo(Places.FEW);
      if (free == 1) {
        assertThat(band).isEqualTo(Places.FEW);
      }
      assertThat(before == Places.AVAILABLE && band == Places.FEW).isFalse();
      before = band;
    }
    // The control: a hall that is empty is not said to be nearly full.
    assertThat(PlacesBand.of(capacity, capacity))
        .isEqualTo(capacity > 3 ? Places.AVAILABLE : Places.FEW);
  }
}
