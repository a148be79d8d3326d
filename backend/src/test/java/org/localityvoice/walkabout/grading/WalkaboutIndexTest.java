package org.localityvoice.walkabout.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.walkabout.grading.WalkaboutIndex.Visits;
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

  private static double value(List<Grade> grades) {
    return WalkaboutIndex.of(grades, 0, grades.size()).value().orElseThrow();
  }

  @Property
  void it_is_a_percentage_whatever_the_order_and_worse_grades_never_lower_it(
      @ForAll @Size(min = 1, max = 60) List<Grade> grades, @ForAll @IntRange(max = 59) int which) {
    var applying = grades.stream().filter(Grade::applies).toList();
    if (applying.size() < WalkaboutIndex.FEWEST) {
      return;
    }
    var value = value(applying);
    assertThat(value).isBetween(0.0, 100.0);
    var turned = new ArrayList<>(applying);
    Collections.reverse(turned);
    assertThat(value(turned)).isEqualTo(value);
    turned.set(which % turned.size(), Grade.D);
    assertThat(value(turned)).isGreaterThanOrEqualTo(value);
    // Counted the long way.
    var below = applying.stream().filter(grade -> grade.compareTo(Grade.C) >= 0).count();
    var minus = applying.stream().filter(Grade.B_MINUS::equals).count();
    assertThat(value).isCloseTo((below + 0.5 * minus) / applying.size() * 100, within(1e-9));
  }

  private static List<Visits> visits(int many, Grade... grades) {
    return Collections.nCopies(many, new Visits(List.of(grades), 0));
  }

  @Test
  void a_transect_that_is_walked_more_often_than_others_has_no_more_weight() {
    var transects = new ArrayList<>(visits(10, Grade.A));
    transects.addAll(visits(10, Grade.D, Grade.D, Grade.D, Grade.B));
    // Ten of twenty fail three times in four; of all fifty grades, 60 in 100 fail.
    assertThat(WalkaboutIndex.pooled(transects, 20).value()).contains(37.5);
  }

  @Test
  void a_walk_that_was_broken_off_does_not_push_out_one_that_was_not() {
    var transects = new ArrayList<>(visits(18, Grade.A));
    transects.addAll(visits(2, Grade.A, Grade.A));
    assertThat(WalkaboutIndex.pooled(transects, 20).value()).contains(0.0);
    // Five that were walked twice are five all the same.
    assertThat(WalkaboutIndex.pooled(visits(5, Grade.A, Grade.A), 5).withheld())
        .contains(Withheld.TOO_FEW_TRANSECTS);
  }

  @Test
  void what_nobody_has_settled_counts_on_no_walk_and_is_told() {
    var transects = new ArrayList<>(visits(10, Grade.D));
    transects.add(new Visits(List.of(Grade.A), 2));
    transects.add(new Visits(List.of(), 1));
    var index = WalkaboutIndex.pooled(transects, 12);
    assertThat(index.graded()).isEqualTo(11);
    assertThat(index.unsettled()).isEqualTo(3);
    assertThat(index.value().orElseThrow()).isCloseTo(1000.0 / 11, within(1e-9));
  }

  @Property
  void the_same_walk_again_changes_no_index_and_the_mean_lies_between_the_walks(
      @ForAll @Size(min = 10, max = 40) List<Grade> first, @ForAll Random random) {
    var settled = first.stream().filter(Grade::applies).toList();
    if (settled.size() < WalkaboutIndex.FEWEST) {
      return;
    }
    var second = new ArrayList<>(settled);
    Collections.shuffle(second, random);
    second.set(0, Grade.D);
    var twice = new ArrayList<Visits>();
    var both = new ArrayList<Visits>();
    for (var i = 0; i < settled.size(); i++) {
      twice.add(new Visits(List.of(settled.get(i), settled.get(i)), 0));
      both.add(new Visits(List.of(settled.get(i), second.get(i)), 0));
    }
    var once = value(settled);
    assertThat(WalkaboutIndex.pooled(twice, settled.size()).value()).contains(once);
    assertThat(WalkaboutIndex.pooled(both, settled.size()).value().orElseThrow())
        .isCloseTo((once + value(second)) / 2, within(1e-9));
  }

  @Test
  void every_grade_is_found_by_its_name() {
    for (var grade : Grade.values()) {
      assertThat(Grade.of(grade.wire())).contains(grade);
    }
    assertThat(Grade.of("E")).isEqualTo(Optional.empty());
  }
}
