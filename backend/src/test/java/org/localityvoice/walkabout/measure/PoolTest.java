package org.localityvoice.walkabout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.localityvoice.walkabout.grading.Grade;

/** Walkabouts taken together, whatever was graded on them. */
class PoolTest {
  private static final String LITTER = "litter";

  private static WalkTally tally(String route, String marks, boolean rewalk) {
    return new WalkTally(
        "walk-" + route + marks,
        1,
        "newport",
        "2026-11",
        "2026-11-25",
        rewalk,
        route,
        marks.length(),
        List.of(new WalkTally.Graded(LITTER, marks)),
        List.of(),
        0,
        null);
  }

  /** Walks of one route with twenty transects. */
  @Provide
  Arbitrary<List<String>> walks() {
    return Arbitraries.strings()
        .withChars("0123456n?.")
        .ofLength(20)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static List<WalkTally> on(String route, List<String> walks) {
    return walks.stream().map(marks -> tally(route, marks, false)).toList();
  }

  private static Pool.Figure litter(List<WalkTally> tallies) {
    return Pool.of(tallies).of(LITTER);
  }

  @Property
  void they_come_in_any_order_and_blind_re_walks_change_nothing(
      @ForAll("walks") List<String> walks, @ForAll Random random) {
    var some = new ArrayList<>(on("one/1", walks));
    var figure = litter(some);
    some.add(tally("one/1", "6".repeat(20), true));
    Collections.shuffle(some, random);
    var again = litter(some);
    assertThat(again.index().withheld()).isEqualTo(figure.index().withheld());
    assertThat(again.gradings()).isEqualTo(figure.gradings());
    assertThat(again.index().value().map(IndexViews::rounded))
        .isEqualTo(figure.index().value().map(IndexViews::rounded));
    assertThat(Pool.of(some).walkabouts()).isEqualTo(walks.size());
  }

  @Property
  void there_is_a_figure_or_a_reason_and_each_transect_is_counted_once(
      @ForAll("walks") List<String> walks) {
    var pool = Pool.of(on("one/1", walks));
    var index = pool.of(LITTER).index();
    assertThat(index.value().isPresent()).isNotEqualTo(index.withheld().isPresent());
    assertThat(pool.withheld(pool.of(LITTER)).isPresent()).isEqualTo(index.value().isEmpty());
    index.value().ifPresent(value -> assertThat(value).isBetween(0.0, 100.0));
    // Counted the long way.
    var graded = 0;
    var unsettled = 0;
    var sum = 0.0;
    for (var i = 0; i < 20; i++) {
      var halves = 0;
      var visits = 0;
      for (var marks : walks) {
        var mark = marks.charAt(i);
        unsettled += mark == '?' ? 1 : 0;
        if (mark >= '0' && mark <= '6') {
          visits++;
          halves += mark == '3' ? 1 : mark > '3' ? 2 : 0;
        }
      }
      if (visits > 0) {
        graded++;
        sum += halves / 2.0 / visits;
      }
    }
    assertThat(index.graded()).isEqualTo(graded);
    assertThat(index.unsettled()).isEqualTo(unsettled);
    assertThat(index.planned()).isEqualTo(20);
    if (index.value().isPresent()) {
      assertThat(index.value().get()).isCloseTo(sum * 100 / graded, within(1e-9));
    }
  }

  @Property
  void two_routes_weigh_by_their_transects(
      @ForAll("walks") List<String> here, @ForAll("walks") List<String> there) {
    var both = new ArrayList<>(on("one/1", here));
    both.addAll(on("two/1", there));
    var one = litter(on("one/1", here)).index();
    var two = litter(on("two/1", there)).index();
    var all = litter(both).index();
    assertThat(all.planned()).isEqualTo(40);
    assertThat(all.graded()).isEqualTo(one.graded() + two.graded());
    if (one.value().isPresent() && two.value().isPresent()) {
      var weighed = one.value().get() * one.graded() + two.value().get() * two.graded();
      assertThat(all.value().orElseThrow()).isCloseTo(weighed / all.graded(), within(1e-9));
    }
  }

  @Test
  void another_version_of_a_route_has_other_transects() {
    var before = tally("one/1", "0".repeat(10), false);
    var after = tally("one/2", "6".repeat(10), false);
    var index = litter(List.of(before, after)).index();
    assertThat(index.graded()).isEqualTo(20);
    assertThat(index.value()).contains(50.0);
  }

  /** A walk on which these elements were graded, each with its marks. */
  private static Pool graded(String... pairs) {
    var elements = new ArrayList<WalkTally.Graded>();
    for (var i = 0; i < pairs.length; i += 2) {
      elements.add(new WalkTally.Graded(pairs[i], pairs[i + 1]));
    }
    return Pool.of(
        List.of(
            new WalkTally(
                "walk-1",
                1,
                "newport",
                "2026-11",
                "2026-11-25",
                false,
                "one/1",
                10,
                elements,
                List.of(),
                0,
                null)));
  }

  @Test
  void a_locality_has_one_number_where_half_of_its_elements_have_an_index() {
    var bad = "6".repeat(10);
    var thin = "6".repeat(9) + ".";
    var good = "0".repeat(10);
    var five = List.of("a", "b", "c", "d", "e");
    assertThat(graded("a", bad, "b", good).overall(List.of("a", "b", "c", "d"))).contains(50.0);
    assertThat(graded("a", bad, "b", good).overall(five)).as("two of five").isEmpty();
    assertThat(graded("a", bad, "b", good, "c", thin).overall(five)).as("thin is none").isEmpty();
    assertThat(graded("a", bad, "b", good, "c", good).overall(List.of("a", "b", "c")))
        .as("each element has the same weight")
        .hasValueSatisfying(value -> assertThat(value).isCloseTo(100.0 / 3, within(1e-9)));
    assertThat(graded("old", bad).overall(List.of("a"))).as("not graded any more").isEmpty();
    assertThat(graded().overall(List.of())).isEmpty();
  }

  @Test
  void every_grade_has_its_mark() {
    for (var grade : Grade.values()) {
      assertThat(Marks.grade(Marks.of(grade))).contains(grade);
    }
    assertThat(Marks.grade(Marks.NONE)).isEmpty();
    assertThat(Marks.grade(Marks.UNSETTLED)).isEmpty();
  }

  @Test
  void fewer_than_five_findings_are_not_told_of() {
    assertThat(new Share(2, 4).percent()).isEmpty();
    assertThat(new Share(2, 5).percent()).contains(40.0);
    assertThat(new Share(0, 5).percent()).as("none of five is a figure").contains(0.0);
    assertThat(new Share(1, 2).and(new Share(2, 4)).percent()).contains(50.0);
  }
}
