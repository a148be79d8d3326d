package org.localityvoice.perception.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.localityvoice.perception.disclosure.Sequence.Reason;

/** Releases of one wave after each other, and somebody who subtracts them from each other. */
class SequenceTest {
  private static final Rules RULES = Rules.STANDARD;
  private static final Rules ALONE = new Rules(10, 3, 50, 0, 0, 0);
  private static final List<Group> GROUPS = Tables.groups(3, 1);

  private static Told told(String id, List<Told> earlier, Rules rules, Counted... questions) {
    var before = earlier.isEmpty() ? Pattern.NONE : earlier.get(earlier.size() - 1).pattern();
    return new Told(
        id,
        "2023-05",
        GROUPS,
        List.of(questions),
        Suppression.of(GROUPS, List.of(questions), before, rules));
  }

  private static List<Reason> held(Told next, Told... earlier) {
    return Sequence.judge(next, List.of(earlier), RULES).refusal().stream()
        .map(Sequence.Refusal::reason)
        .toList();
  }

  @Test
  void nine_late_forms_hold_a_release_and_ten_do_not() {
    var first = told("r1", List.of(), RULES, Tables.byAge("q", 20, 20, 30, 30, 25, 25));
    var nine = told("r2", List.of(first), RULES, Tables.byAge("q", 29, 20, 30, 30, 25, 25));
    var ten = told("r2", List.of(first), RULES, Tables.byAge("q", 30, 20, 30, 30, 25, 25));
    var refusal = Sequence.judge(nine, List.of(first), RULES).refusal().orElseThrow();
    assertThat(refusal).isEqualTo(new Sequence.Refusal(Reason.TOO_CLOSE, "r1", "q", "age:a0"));
    assertThat(held(ten, first)).isEmpty();
    assertThat(held(first, first)).as("the same once more").isEmpty();
    assertThat(Sequence.judge(nine, List.of(first), ALONE).refusal())
        .as("the control: without the rule one learns what nine people said")
        .isEmpty();
  }

  @Test
  void an_answer_that_was_exchanged_holds_it_though_the_number_stays() {
    var first = told("r1", List.of(), RULES, Tables.byAge("q", 20, 20, 30, 30, 25, 25));
    var other = told("r2", List.of(first), RULES, Tables.byAge("q", 21, 19, 30, 30, 25, 25));
    assertThat(held(other, first)).containsExactly(Reason.TOO_CLOSE);
  }

  @Test
  void other_boundaries_and_other_groups_hold_it() {
    var question = Tables.byAge("q", 20, 20, 30, 30, 25, 25);
    var first = told("r1", List.of(), RULES, question);
    var moved = new Told("r2", "2026-05", GROUPS, first.questions(), first.pattern());
    assertThat(held(moved, first)).containsExactly(Reason.OTHER_BOUNDARIES);
    var fewer = new Told("r2", "2023-05", GROUPS.subList(0, 2), first.questions(), first.pattern());
    assertThat(held(fewer, first)).containsExactly(Reason.OTHER_PLAN);
  }

  @Test
  void a_release_whose_hidden_numbers_follow_from_the_others_is_held() {
    var question = Tables.byAge("q", 2, 2, 10, 10, 25, 25);
    var open = told("r1", List.of(), ALONE, question);
    assertThat(Sequence.judge(open, List.of(), RULES).refusal())
        .contains(new Sequence.Refusal(Reason.NARROWED, "r1", "q", "age:a0"));
    var safe = Sequence.judge(told("r1", List.of(), RULES, question), List.of(), RULES);
    assertThat(safe).isEqualTo(new Sequence.Outcome(Optional.empty(), 2, 24));
  }

  /** A town whose answers come in over several releases; some of them are held. */
  private static List<Told> played(Random random, Rules rules) {
    var out = new ArrayList<Told>();
    var pairs = new int[6];
    for (var release = 0; release < 3; release++) {
      for (var i = 0; i < pairs.length; i += 2) {
        var more = release == 0 || random.nextBoolean();
        pairs[i] += more ? few(random, release) : 0;
        pairs[i + 1] += more ? few(random, release) : 0;
      }
      var next = told("r" + release, out, rules, Tables.byAge("q", pairs));
      if (Sequence.judge(next, out, rules).refusal().isEmpty()) {
        out.add(next);
      }
    }
    return out;
  }

  private static int few(Random random, int release) {
    return release == 0 ? random.nextInt(9) : 4 + random.nextInt(3);
  }

  /** Everything that was told of bases; cells of different releases are different unknowns. */
  private static Attack attack(List<Told> out) {
    var attack = new Attack();
    for (var told : out) {
      var question = told.questions().get(0);
      for (var group : told.groups()) {
        attack.plan(at(told, out, group.cells()));
        if (told.tells("q", group)) {
          attack.knows(at(told, out, group.cells()), question.of(group).base());
        }
      }
    }
    return attack;
  }

  /** The cells as they are in a release: what was there at first, and what each later one added. */
  private static Set<String> at(Told told, List<Told> out, Set<String> cells) {
    var found = new HashSet<String>();
    for (var i = 0; i <= out.indexOf(told); i++) {
      for (var cell : cells) {
        found.add(i + "+" + cell);
      }
    }
    return found;
  }

  private static boolean recovered(List<Told> out) {
    for (var told : out) {
      for (var group : told.groups()) {
        var base = told.questions().get(0).of(group).base();
        if (base < 10 && !attack(out).wide(at(told, out, group.cells()), 10, 400)) {
          return true;
        }
      }
    }
    return false;
  }

  @Property(tries = 30)
  void nobody_below_ten_is_recovered_from_several_releases(@ForAll long seed) {
    assertThat(recovered(played(new Random(seed), RULES))).isFalse();
  }

  @Test
  void with_complementary_suppression_off_they_are() {
    var recovered = 0;
    for (var seed = 0; seed < 20; seed++) {
      recovered += recovered(played(new Random(seed), ALONE)) ? 1 : 0;
    }
    assertThat(recovered).as("the control").isPositive();
  }
}
