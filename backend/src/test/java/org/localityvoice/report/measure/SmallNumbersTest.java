package org.localityvoice.report.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.report.measure.SmallNumbers.Shown;

class SmallNumbersTest {
  private static final Sums SUMS = Sums.PROBLEMS;

  /** A sum of three, for tables that can be written down. */
  private static final Sums THREE =
      new Sums(
          List.of(
              new Sums.Part("all", ""),
              new Sums.Part("a", "all"),
              new Sums.Part("b", "all"),
              new Sums.Part("c", "all")));

  private static Map<String, Integer> three(int a, int b, int c) {
    return THREE.complete(Map.of("a", a, "b", b, "c", c));
  }

  private static String text(Shown shown) {
    return List.of("all", "a", "b", "c").stream()
        .map(id -> shown.of(id).map(String::valueOf).orElse("-"))
        .collect(Collectors.joining(" "));
  }

  private static String total(int a, int b, int c) {
    return text(SmallNumbers.total(THREE, three(a, b, c)));
  }

  private record Table(Map<String, Integer> total, Map<String, Map<String, Integer>> rows) {
    static Table of(Map<String, Map<String, Integer>> rows) {
      var total = new HashMap<String, Integer>();
      rows.values()
          .forEach(row -> row.forEach((id, count) -> total.merge(id, count, Integer::sum)));
      return new Table(total, rows);
    }

    Optional<Map<String, Shown>> shown(Sums sums) {
      return SmallNumbers.rows(sums, total, SmallNumbers.total(sums, total), rows);
    }

    List<String> text() {
      return shown(THREE)
          .map(
              all ->
                  rows.keySet().stream().sorted().map(row -> SmallNumbersTest.text(all.get(row))))
          .orElseThrow()
          .toList();
    }
  }

  @Test
  void large_numbers_and_nothing_at_all_are_shown_as_they_are() {
    assertThat(total(5, 10, 0)).isEqualTo("15 5 10 0");
    assertThat(total(0, 0, 0)).isEqualTo("0 0 0 0");
  }

  @Test
  void a_small_number_takes_the_smallest_other_with_it() {
    assertThat(total(2, 10, 30)).isEqualTo("42 - - 30");
    assertThat(total(2, 3, 30)).as("2 and 3 leave 1 to 4 each").isEqualTo("35 - - 30");
    assertThat(total(1, 2, 30)).as("1 and 2 would leave two values").isEqualTo("33 - - -");
  }

  @Test
  void of_fewer_than_five_nothing_is_told_not_even_a_zero() {
    assertThat(total(4, 0, 0)).isEqualTo("- - - -");
  }

  @Test
  void when_one_small_number_is_all_but_a_few_the_sum_goes_too() {
    assertThat(total(2, 0, 30)).as("nothing else to hide behind").isEqualTo("32 - 0 -");
    assertThat(total(3, 3, 0)).as("each from 1 to 5").isEqualTo("6 - - 0");
  }

  @Test
  void in_a_table_a_small_number_hides_another_in_its_row_and_its_column() {
    var table =
        Table.of(Map.of("x", three(2, 20, 30), "y", three(10, 25, 35), "z", three(40, 50, 60)));
    assertThat(table.text()).containsExactly("52 - - 30", "70 - - 35", "150 40 50 60");
  }

  @Test
  void a_group_of_fewer_than_five_is_listed_and_nothing_else() {
    var table =
        Table.of(Map.of("x", three(2, 0, 1), "y", three(10, 25, 35), "z", three(40, 50, 60)));
    assertThat(table.text().get(0)).isEqualTo("- - - -");
    assertThat(table.shown(THREE).orElseThrow().get("y").of("all")).isEmpty();
  }

  @Test
  void two_groups_whose_totals_give_them_away_are_not_shown() {
    // By the total of 8 two groups of fewer than five would have four each.
    var table = Table.of(Map.of("x", three(4, 0, 0), "y", three(4, 0, 0)));
    assertThat(table.shown(THREE)).isEmpty();
  }

  @Test
  void the_totals_are_the_same_whatever_the_table() {
    var table = Table.of(Map.of("x", three(1, 20, 30), "y", three(1, 25, 35)));
    assertThat(text(SmallNumbers.total(THREE, table.total()))).isEqualTo("112 - - 65");
    assertThat(table.text()).hasSize(2);
  }

  @Property(tries = 300)
  void no_small_number_can_be_worked_out_of_what_is_published(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int groups) {
    var table = random(random, groups);
    var total = SmallNumbers.total(SUMS, table.total());
    var rows = SmallNumbers.rows(SUMS, table.total(), total, table.rows()).orElse(Map.of());
    assertThat(givenAway(new Attack(SUMS, total, rows))).isEmpty();
    assertThat(givenAway(new Attack(SUMS, total, Map.of()))).isEmpty();
  }

  @Property(tries = 300)
  void whatever_is_shown_is_true_and_never_small(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 7) int groups) {
    var table = random(random, groups);
    var total = SmallNumbers.total(SUMS, table.total());
    isTrue(table.total(), total);
    SmallNumbers.rows(SUMS, table.total(), total, table.rows())
        .ifPresent(all -> all.forEach((row, shown) -> isTrue(table.rows().get(row), shown)));
  }

  private static void isTrue(Map<String, Integer> numbers, Shown shown) {
    assertThat(shown.numbers().keySet()).isEqualTo(numbers.keySet());
    shown
        .numbers()
        .forEach(
            (id, value) ->
                value.ifPresent(
                    seen ->
                        assertThat(seen)
                            .isEqualTo(numbers.get(id))
                            .matches(number -> number == 0 || number >= SmallNumbers.FEWEST)));
  }

  @Property(tries = 300)
  void every_value_from_a_count_of_all_possibilities_leaves_four(
      @ForAll @IntRange(max = 9) int a,
      @ForAll @IntRange(max = 9) int b,
      @ForAll @IntRange(max = 9) int c) {
    var numbers = three(a, b, c);
    var shown = SmallNumbers.total(THREE, numbers);
    for (var id : List.of("a", "b", "c")) {
      if (numbers.get(id) > 0 && numbers.get(id) < SmallNumbers.FEWEST) {
        assertThat(possible(shown, id)).isGreaterThan(SmallNumbers.OTHERS);
      }
    }
  }

  /** Tries every table of up to 30. */
  private static long possible(Shown shown, String id) {
    var values = new java.util.TreeSet<Integer>();
    for (var a = 0; a <= 30; a++) {
      for (var b = 0; b <= 30; b++) {
        for (var c = 0; c <= 30; c++) {
          if (fits(shown, "a", a)
              && fits(shown, "b", b)
              && fits(shown, "c", c)
              && fits(shown, "all", a + b + c)) {
            values.add(id.equals("a") ? a : id.equals("b") ? b : c);
          }
        }
      }
    }
    return values.size();
  }

  private static boolean fits(Shown shown, String id, int value) {
    return shown.of(id).map(seen -> seen == value).orElse(true);
  }

  @Test
  void hiding_only_the_small_numbers_themselves_would_give_them_away() {
    // The control: without the complementary suppression the same attack finds numbers.
    Function<Map<String, Integer>, Shown> primaryOnly =
        numbers ->
            new Shown(
                numbers.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey,
                            entry ->
                                Optional.of(entry.getValue())
                                    .filter(n -> n == 0 || n >= SmallNumbers.FEWEST))));
    var found = 0;
    for (var seed = 0; seed < 200; seed++) {
      var table = random(new Random(seed), 4);
      var rows = new TreeMap<String, Shown>();
      table.rows().forEach((row, numbers) -> rows.put(row, primaryOnly.apply(numbers)));
      found +=
          givenAway(new Attack(SUMS, primaryOnly.apply(table.total()), rows)).isEmpty() ? 0 : 1;
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void tables_are_withheld_whole_only_now_and_then() {
    var withheld = 0;
    for (var seed = 0; seed < 300; seed++) {
      withheld += random(new Random(seed), 6).shown(SUMS).isEmpty() ? 1 : 0;
    }
    assertThat(withheld).isLessThan(30);
  }

  private static List<String> givenAway(Attack attack) {
    var solved =
        attack.solved().entrySet().stream()
            .filter(entry -> entry.getValue() > 0 && entry.getValue() < SmallNumbers.FEWEST)
            .map(Map.Entry::getKey);
    return java.util.stream.Stream.concat(attack.pinnedByIntervals().stream(), solved).toList();
  }

  /** Groups as they come about: a few large ones, many cells with a handful or none. */
  private static Table random(Random random, int groups) {
    var rows = new TreeMap<String, Map<String, Integer>>();
    for (var group = 0; group < groups; group++) {
      var size = random.nextInt(4) == 0 ? 4 : 30;
      var leaves = new HashMap<String, Integer>();
      for (var part : SUMS.parts()) {
        if (SUMS.leaf(part.id()) && random.nextInt(3) > 0) {
          leaves.put(part.id(), random.nextInt(size));
        }
      }
      rows.put("group-" + group, SUMS.complete(leaves));
    }
    return Table.of(rows);
  }
}
