package org.localityvoice.event.takeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.takeup.Visits.Square;
import org.localityvoice.perception.disclosure.Rules;

/** What is told of who came, and what somebody can make of it who adds and takes away. */
class SuppressedTest {
  private static final List<String> HOMES = List.of("newport", "gresham", "ayresome");

  /** Small numbers are hidden, and nothing to protect them. */
  private static final Rules ALONE = new Rules(Suppressed.FEWEST, 0, 0, 0, 0, 0);

  private static final AgeGroup YOUNG = AgeGroup.FROM_5_TO_10;
  private static final AgeGroup OLDER = AgeGroup.FROM_11_TO_15;

  /** How many of the younger and the older come from each home, and from anywhere else. */
  private static Map<Square, Integer> people(int... numbers) {
    var found = new HashMap<Square, Integer>();
    for (var i = 0; i < numbers.length; i++) {
      var home = i / 2 < HOMES.size() ? HOMES.get(i / 2) : Suppressed.REST;
      if (numbers[i] > 0) {
        found.put(new Square(home, i % 2 == 0 ? YOUNG : OLDER), numbers[i]);
      }
    }
    return found;
  }

  private static String text(Table table) {
    var lines = new StringBuilder("all " + line(table.people(), table.ages()));
    table.homes().forEach(row -> lines.append("; ").append(line(row.people(), row.ages())));
    return lines.toString();
  }

  private static String line(Integer people, List<Table.Ages> ages) {
    return number(people)
        + ":"
        + number(Telling.of(ages, YOUNG))
        + ","
        + number(Telling.of(ages, OLDER));
  }

  private static String number(Integer told) {
    return told == null ? "-" : told.toString();
  }

  @Test
  void many_are_told_as_they_are_and_an_age_that_nobody_has_is_zero() {
    var table = Suppressed.of(people(20, 30, 40, 12, 9, 11, 6, 7), HOMES, Suppressed.RULES);
    assertThat(text(table)).isEqualTo("all 135:75,60; 50:20,30; 52:40,12; 20:9,11");
    assertThat(Telling.of(table.ages(), AgeGroup.ADULT)).isZero();
    assertThat(Telling.of(table.homes().get(0).ages(), AgeGroup.ADULT)).isZero();
  }

  @Test
  void three_children_are_hidden_and_others_so_that_no_sum_tells_of_them() {
    var three = people(20, 30, 3, 12, 9, 11);
    assertThat(text(Suppressed.of(three, HOMES, ALONE)))
        .as("the control: 15 - 12 is three")
        .isEqualTo("all 85:32,53; 50:20,30; 15:-,12; 20:9,11");
    var table = Suppressed.of(three, HOMES, Suppressed.RULES);
    assertThat(text(table)).startsWith("all 85:").doesNotContain("15:-,12");
  }

  @Test
  void of_four_people_nothing_is_told_not_even_which_age_they_are_not() {
    var table = Suppressed.of(people(4), HOMES, Suppressed.RULES);
    assertThat(text(table)).isEqualTo("all -:-,-; -:-,-; -:-,-; -:-,-");
    assertThat(table.ages()).allSatisfy(one -> assertThat(one.people()).isNull());
    assertThat(text(Suppressed.of(Map.of(), HOMES, Suppressed.RULES)))
        .as("nobody looks like a few")
        .isEqualTo(text(table));
  }

  @Test
  void a_home_that_nobody_comes_from_looks_like_one_that_few_come_from() {
    var none = Suppressed.of(people(20, 30, 0, 0, 25, 25, 9, 9), HOMES, Suppressed.RULES);
    var few = Suppressed.of(people(20, 30, 2, 2, 25, 25, 7, 7), HOMES, Suppressed.RULES);
    assertThat(none).isEqualTo(few);
  }

  @Property(tries = 12)
  void no_sum_of_what_is_told_narrows_a_hidden_number_to_fewer_than_five(@ForAll long seed) {
    var counts = random(seed);
    var table = Suppressed.of(counts, HOMES.subList(0, 2), Suppressed.RULES);
    assertThat(new Telling(table, HOMES.subList(0, 2), counts).narrow()).isEmpty();
  }

  @Test
  void the_control_without_protection_small_numbers_are_found_out() {
    var found = 0;
    for (var seed = 0; seed < 12; seed++) {
      var counts = random(seed);
      var table = Suppressed.of(counts, HOMES.subList(0, 2), ALONE);
      found += new Telling(table, HOMES.subList(0, 2), counts).narrow().isEmpty() ? 0 : 1;
    }
    assertThat(found).isGreaterThan(5);
  }

  private static Map<Square, Integer> random(long seed) {
    var random = new Random(seed);
    var counts = new HashMap<Square, Integer>();
    for (var home : List.of("newport", "gresham", Suppressed.REST)) {
      for (var age : List.of(YOUNG, OLDER)) {
        var count = random.nextInt(random.nextBoolean() ? 4 : 10);
        if (count > 0) {
          counts.put(new Square(home, age), count);
        }
      }
    }
    return counts;
  }
}
