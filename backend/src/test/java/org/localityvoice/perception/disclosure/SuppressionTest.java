package org.localityvoice.perception.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is hidden, and that it cannot be worked out; each rule with a control that it is off. */
class SuppressionTest {
  private static final Rules RULES = Rules.STANDARD;
  private static final int MOST = 400;

  /** Primary rules only. */
  private static final Rules ALONE = new Rules(10, 3, 50, 0, 0, 0);

  private static String told(List<Group> groups, Pattern pattern, String question) {
    return groups.stream()
        .map(group -> group.id() + " " + pattern.of(question, group.id()))
        .collect(Collectors.joining(", "));
  }

  @Test
  void a_small_group_takes_the_smallest_other_with_it() {
    var groups = Tables.groups(4, 1);
    var question = Tables.byAge("q", 2, 2, 20, 20, 10, 10, 30, 30);
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    assertThat(told(groups, pattern, "q"))
        .isEqualTo("age:a0 HIDDEN, age:a1 SHOWN, age:a2 HIDDEN, age:a3 SHOWN, all SHOWN");

    var without = Suppression.of(groups, List.of(question), Pattern.NONE, ALONE);
    var small = Tables.group(groups, "age:a0").cells();
    assertThat(Tables.bases(groups, question, without).solved(small, MOST))
        .as("the control: alone, it is the total without the others")
        .contains(4);
    assertThat(Tables.bases(groups, question, pattern).range(small, MOST).orElseThrow())
        .containsExactly(0, 24);
  }

  @Test
  void nobody_at_all_is_a_small_number_too() {
    var groups = Tables.groups(3, 1);
    var question = Tables.byAge("q", 0, 0, 20, 20, 10, 10);
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    assertThat(told(groups, pattern, "q"))
        .isEqualTo("age:a0 HIDDEN, age:a1 SHOWN, age:a2 HIDDEN, all SHOWN");
  }

  @Test
  void hiding_one_of_two_areas_hides_the_other_or_both_together() {
    var groups =
        List.of(
            new Group("both", Set.of("n", "o")),
            new Group("newport", Set.of("n")),
            new Group("north-ormesby", Set.of("o")));
    var question = new Counted("q", Map.of("n", new Count(30, 30), "o", new Count(4, 4)), Map.of());
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    assertThat(told(groups, pattern, "q"))
        .isEqualTo("both SHOWN, newport HIDDEN, north-ormesby HIDDEN");
  }

  @Test
  void a_group_within_another_differs_by_nobody_or_by_ten() {
    var groups =
        List.of(
            new Group("16-24", Set.of("a")),
            new Group("16-34", Set.of("a", "b")),
            new Group("all", Set.of("a", "b", "c")));
    var question =
        new Counted(
            "q",
            Map.of("a", new Count(20, 20), "b", new Count(2, 2), "c", new Count(50, 50)),
            Map.of());
    assertThat(Nesting.tooClose(groups, question, group -> true, RULES))
        .containsExactly(new Nesting.Pair("16-24", "16-34", 4));
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    assertThat(pattern.of("q", "16-24")).isEqualTo(Treatment.HIDDEN);

    var without = Suppression.of(groups, List.of(question), Pattern.NONE, ALONE);
    assertThat(Tables.bases(groups, question, without).solved(Set.of("b"), MOST))
        .as("the control: without the rule the rest is known")
        .contains(4);
  }

  @Test
  void one_question_does_not_fill_the_gap_of_another() {
    var groups = Tables.groups(4, 1);
    // Everybody answers both, but for one in a's third group and one in b's second.
    var a = Tables.byAge("a", 2, 2, 11, 10, 10, 10, 30, 30);
    var b = Tables.byAge("b", 2, 2, 10, 10, 11, 10, 30, 30);
    var pattern = Suppression.of(groups, List.of(a, b), Pattern.NONE, RULES);
    assertThat(pattern.hidden("a")).isEqualTo(pattern.hidden("b"));

    var alone = Suppression.of(groups, List.of(a), Pattern.NONE, RULES);
    var other = Suppression.of(groups, List.of(b), Pattern.NONE, RULES);
    var filled =
        Tables.bases(groups, a, alone)
            .knows(Tables.group(groups, "age:a2").cells(), 20)
            .knows(Tables.group(groups, "age:a1").cells(), 21);
    assertThat(alone.hidden("a")).isNotEqualTo(other.hidden("b"));
    assertThat(filled.solved(Tables.group(groups, "age:a0").cells(), MOST))
        .as("the control: each by itself, the other's table gives the hidden base")
        .contains(4);
  }

  @Test
  void a_band_cannot_be_worked_out_from_the_rest() {
    var groups = Tables.groups(3, 1);
    var question = Tables.byAge("q", 5, 15, 8, 22, 1, 39);
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    assertThat(told(groups, pattern, "q"))
        .isEqualTo("age:a0 COVER, age:a1 SHOWN, age:a2 BAND, all SHOWN");

    var open = Suppression.of(groups, List.of(question), Pattern.NONE, ALONE);
    assertThat(told(groups, open, "q"))
        .as("the control: 14 in all, without 5 and 8, is 1")
        .isEqualTo("age:a0 SHOWN, age:a1 SHOWN, age:a2 BAND, all SHOWN");
  }

  @Test
  void hidden_groups_that_all_answer_alike_are_not_told_of_by_their_sum() {
    var groups = Tables.groups(4, 1);
    // All 16 of the two smallest groups said no, and the others' figures would say so.
    var question = Tables.byAge("q", 0, 5, 5, 6, 20, 20, 30, 30);
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    var alike = Tables.byAge("q", 0, 5, 0, 11, 20, 20, 30, 30);
    var covered = Suppression.of(groups, List.of(alike), Pattern.NONE, RULES);
    assertThat(pattern.of("q", "age:a2")).isEqualTo(Treatment.SHOWN);
    assertThat(covered.of("q", "age:a2")).isEqualTo(Treatment.COVER);
  }

  @Property(tries = 40)
  void no_small_group_or_cell_can_be_narrowed_down(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 3) int ages,
      @ForAll @IntRange(min = 1, max = 2) int sexes) {
    var random = new Random(seed);
    var groups = random.nextBoolean() ? Tables.groups(ages, sexes) : Tables.crossed(ages, sexes);
    var first = Tables.random("first", ages, sexes, random);
    var questions =
        List.of(
            first,
            Tables.alike("second", first, random),
            Tables.random("some", ages, sexes, random));
    var pattern = Suppression.of(groups, questions, Pattern.NONE, RULES);
    assertThat(Tables.faults(groups, questions, pattern, RULES)).isEmpty();
    for (var question : questions) {
      for (var group : groups) {
        if (pattern.of(question.question(), group.id()) == Treatment.HIDDEN) {
          assertThat(Tables.bases(groups, question, pattern).wide(group.cells(), 10, MOST))
              .as(group.id())
              .isTrue();
        } else {
          assertThat(question.of(group).base()).isGreaterThanOrEqualTo(10);
        }
      }
      for (var cell : question.cells().entrySet()) {
        if (cell.getValue().base() > 0 && cell.getValue().base() < 10) {
          assertThat(Tables.bases(groups, question, pattern).wide(Set.of(cell.getKey()), 10, MOST))
              .as(cell.getKey())
              .isTrue();
        }
      }
    }
  }

  @Property(tries = 100)
  void what_is_hidden_does_not_depend_on_the_answers(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 4) int ages,
      @ForAll @IntRange(min = 1, max = 3) int sexes) {
    var random = new Random(seed);
    var groups = Tables.groups(ages, sexes);
    var question = Tables.random("q", ages, sexes, random);
    var swapped =
        new Counted(
            "q",
            question.cells().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        one ->
                            new Count(
                                /* positives= */ one.getValue().others(),
                                /* others= */ one.getValue().positives()))),
            Map.of());
    var others =
        new Counted(
            "q",
            question.cells().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, one -> new Count(0, one.getValue().base()))),
            Map.of());
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    assertThat(Suppression.of(groups, List.of(swapped), Pattern.NONE, RULES))
        .as("yes and no exchanged")
        .isEqualTo(pattern);
    assertThat(Suppression.of(groups, List.of(others), Pattern.NONE, RULES).hidden("q"))
        .as("whatever they answered")
        .isEqualTo(pattern.hidden("q"));
  }

  @Property(tries = 6)
  void with_complementary_suppression_off_the_audit_finds_what_an_attacker_finds(
      @ForAll long seed) {
    var random = new Random(seed);
    var groups = Tables.groups(3, 2);
    var question = Tables.random("q", 3, 2, random);
    var open = Suppression.of(groups, List.of(question), Pattern.NONE, ALONE);
    var found =
        Tables.faults(groups, List.of(question), open, RULES).stream()
            .filter(narrow -> narrow.what() == Narrow.What.BASE)
            .collect(Collectors.toMap(Narrow::target, narrow -> narrow));
    for (var group : groups) {
      if (open.of("q", group.id()) == Treatment.HIDDEN) {
        var range = Tables.bases(groups, question, open).range(group.cells(), MOST).orElseThrow();
        if (range[1] - range[0] < 10) {
          assertThat(found.get(group.id()).low()).isEqualTo(range[0]);
          assertThat(found.get(group.id()).high()).isEqualTo(range[1]);
        } else {
          assertThat(found).doesNotContainKey(group.id());
        }
      }
    }
  }

  @Test
  void what_was_hidden_once_stays_hidden() {
    var groups = Tables.groups(3, 1);
    var first = Tables.byAge("q", 2, 2, 20, 20, 10, 10);
    var before = Suppression.of(groups, List.of(first), Pattern.NONE, RULES);
    var later = Tables.byAge("q", 12, 12, 20, 20, 10, 10);
    assertThat(Suppression.of(groups, List.of(later), before, RULES)).isEqualTo(before);
    assertThat(Suppression.of(groups, List.of(later), Pattern.NONE, RULES).hidden("q")).isEmpty();
  }

  @Test
  void counts_of_people_are_protected_by_the_same_rules() {
    var groups = Tables.groups(3, 1);
    assertThat(Suppression.ofCounts(groups, Map.of("a0|s0", 3, "a1|s0", 40, "a2|s0", 25), RULES))
        .containsExactlyInAnyOrder("age:a0", "age:a2");
  }

  /** The positives of the groups that are shown, to somebody who wants those of the others. */
  private static Attack positives(List<Group> groups, Counted question, Pattern pattern) {
    var attack = new Attack();
    for (var group : groups) {
      attack.plan(group.cells());
      if (pattern.of("q", group.id()) == Treatment.SHOWN) {
        attack.knows(group.cells(), question.of(group).positives());
      }
    }
    return attack;
  }

  private static long bandsWorkedOut(List<Group> groups, Counted question, Pattern pattern) {
    return groups.stream()
        .filter(group -> pattern.of("q", group.id()) == Treatment.BAND)
        .filter(group -> question.of(group).positives() < 3)
        .filter(group -> !positives(groups, question, pattern).wide(group.cells(), 2, MOST))
        .count();
  }

  @Property(tries = 60)
  void no_band_can_be_worked_out_from_the_figures_of_the_others(@ForAll long seed) {
    var groups = Tables.groups(3, 2);
    var question = mostlyNo(new Random(seed));
    var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, RULES);
    assertThat(bandsWorkedOut(groups, question, pattern)).isZero();
  }

  @Test
  void with_complementary_suppression_off_bands_are_worked_out() {
    var groups = Tables.groups(3, 2);
    var found = 0L;
    for (var seed = 0; seed < 20; seed++) {
      var question = mostlyNo(new Random(seed));
      var pattern = Suppression.of(groups, List.of(question), Pattern.NONE, ALONE);
      found += bandsWorkedOut(groups, question, pattern);
    }
    assertThat(found).as("the control").isPositive();
  }

  /** Few say yes, and at least three of everybody, so that the total is no band itself. */
  private static Counted mostlyNo(Random random) {
    var pairs = new HashMap<String, Count>();
    for (var cell : Tables.group(Tables.groups(3, 2), "all").cells().stream().sorted().toList()) {
      pairs.put(
          cell, new Count(random.nextInt(4) + (pairs.isEmpty() ? 3 : 0), 5 + random.nextInt(9)));
    }
    return new Counted("q", pairs, Map.of());
  }
}
