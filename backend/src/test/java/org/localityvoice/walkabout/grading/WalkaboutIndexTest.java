package org.localityvoice.walkabout.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.walkabout.grading.WalkaboutIndex.Withheld;

/** The index of an element, from the grades of its transects. */
class WalkaboutIndexTest {
  @Test
  void ten_at_b_or_better_four_b_minus_three_c_one_c_minus_and_two_d_make_40() {
    var grades = new ArrayList<Grade>();
    grades.addAll(Collections.nCopies(5, Grade.A));
    grades.addAll(Collections.nCopies(2, Grade.B_PLUS));
    grades.addAll(Collections.nCopies(3, Grade.B));
    grades.addAll(Collections.nCopies(4, Grade.B_MINUS));
    grades.addAll(Collections.nCopies(3, Grade.C));
    grades.add(Grade.C_MINUS);
    grades.addAll(Collections.nCopies(2, Grade.D));
    var index = WalkaboutIndex.of(grades, 0, 20);
    assertThat(index.value()).contains(40.0);
    assertThat(index.graded()).isEqualTo(20);
    assertThat(index.withheld()).isEmpty();
  }

  @Test
  void nine_transects_are_too_few_and_ten_are_enough() {
    assertThat(WalkaboutIndex.of(Collections.nCopies(9, Grade.D), 0, 9).withheld())
        .contains(Withheld.TOO_FEW_TRANSECTS);
    assertThat(WalkaboutIndex.of(Collections.nCopies(10, Grade.D), 0, 10).value()).contains(100.0);
  }

  @Test
  void less_than_six_tenths_of_the_route_say_nothing_about_it() {
    assertThat(WalkaboutIndex.of(Collections.nCopies(11, Grade.B), 0, 20).withheld())
        .contains(Withheld.ROUTE_NOT_WALKED);
    assertThat(WalkaboutIndex.of(Collections.nCopies(12, Grade.B), 0, 20).value()).contains(0.0);
  }

  @Test
  void what_does_not_apply_is_walked_and_not_graded() {
    var grades = new ArrayList<>(Collections.nCopies(10, Grade.D));
    grades.addAll(Collections.nCopies(5, Grade.NOT_APPLICABLE));
    var index = WalkaboutIndex.of(grades, 3, 30);
    assertThat(index.value()).contains(100.0);
    assertThat(List.of(index.graded(), index.notApplicable(), index.unsettled()))
        .containsExactly(10, 5, 3);
    // Without those three, only half of the route would have been walked.
    assertThat(WalkaboutIndex.of(grades, 2, 30).withheld()).contains(Withheld.ROUTE_NOT_WALKED);
  }

  @Property
  void it_is_a_percentage_whatever_the_order_and_worse_grades_never_lower_it(
      @ForAll @Size(min = 1, max = 60) List<Grade> grades, @ForAll @IntRange(max = 59) int which) {
    var applying = grades.stream().filter(Grade::applies).toList();
    if (applying.isEmpty()) {
      return;
    }
    var value = WalkaboutIndex.percentBelow(applying);
    assertThat(value).isBetween(0.0, 100.0);
    var turned = new ArrayList<>(applying);
    Collections.reverse(turned);
    assertThat(WalkaboutIndex.percentBelow(turned)).isEqualTo(value);
    turned.set(which % turned.size(), Grade.D);
    assertThat(WalkaboutIndex.percentBelow(turned)).isGreaterThanOrEqualTo(value);
    // Counted the long way.
    var below = applying.stream().filter(grade -> grade.compareTo(Grade.C) >= 0).count();
    var minus = applying.stream().filter(Grade.B_MINUS::equals).count();
    assertThat(value).isCloseTo((below + 0.5 * minus) / applying.size() * 100, within(1e-9));
  }

  @Test
  void every_grade_is_found_by_its_name() {
    for (var grade : Grade.values()) {
      assertThat(Grade.of(grade.wire())).contains(grade);
    }
    assertThat(Grade.of("E")).isEqualTo(Optional.empty());
  }
}
