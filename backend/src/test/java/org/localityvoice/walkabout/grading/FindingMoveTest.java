package org.localityvoice.walkabout.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.localityvoice.walkabout.grading.FindingMove.Refusal;

/** The way of a finding, whoever pushes it. */
class FindingMoveTest {
  private static final Optional<String> OWNER = Optional.of("thirteen");
  private static final List<Optional<String>> PEOPLE =
      List.of(OWNER, Optional.of("cleveland-police"), Optional.empty());

  private record Step(FindingMove move, int who) {}

  @Test
  void the_owners_own_people_do_not_verify_and_a_resident_does() {
    assertThat(FindingMove.VERIFY.refused(FindingState.DONE_CLAIMED, OWNER, OWNER))
        .contains(Refusal.OWNERS_OWN);
    assertThat(FindingMove.VERIFY.refused(FindingState.DONE_CLAIMED, OWNER, Optional.empty()))
        .isEmpty();
    assertThat(FindingMove.CLAIM_DONE.refused(FindingState.ASSIGNED, OWNER, Optional.of("council")))
        .contains(Refusal.NOT_THE_OWNER);
  }

  @Property
  void nothing_is_verified_that_its_owner_has_not_claimed_and_another_has_not_seen(
      @ForAll @Size(max = 12) List<FindingMove> moves, @ForAll @Size(12) List<Byte> people) {
    var state = FindingState.OPEN;
    FindingState before = state;
    for (var i = 0; i < moves.size(); i++) {
      var step = new Step(moves.get(i), Math.floorMod(people.get(i), PEOPLE.size()));
      var who = PEOPLE.get(step.who());
      if (step.move().refused(state, OWNER, who).isEmpty()) {
        before = state;
        state = step.move().to();
        if (state == FindingState.VERIFIED) {
          assertThat(before).isEqualTo(FindingState.DONE_CLAIMED);
          assertThat(who).isNotEqualTo(OWNER);
        }
        if (state == FindingState.DONE_CLAIMED) {
          assertThat(who).isEqualTo(OWNER);
        }
      }
    }
  }

  @Test
  void states_and_moves_have_names_of_their_own() {
    for (var state : FindingState.values()) {
      assertThat(FindingState.of(state.wire())).contains(state);
    }
    assertThat(FindingState.DONE_CLAIMED.wire()).isEqualTo("doneClaimed");
    for (var move : FindingMove.values()) {
      assertThat(FindingMove.of(move.wire())).contains(move);
    }
  }

  @Test
  void a_rule_for_an_element_goes_before_one_for_all() {
    var soon = new DueTimes.Span(0, 60);
    var later = new DueTimes.Span(1, 0);
    var bad = List.of(Grade.C, Grade.C_MINUS, Grade.D);
    var times =
        new DueTimes(
            List.of(
                new DueTimes.Rule(Zone.HIGH, null, bad, later),
                new DueTimes.Rule(Zone.HIGH, "fly-tipping", List.of(Grade.D), soon)));
    assertThat(times.of(Zone.HIGH, "fly-tipping", Grade.D)).contains(soon);
    assertThat(times.of(Zone.HIGH, "fly-tipping", Grade.C)).contains(later);
    assertThat(times.of(Zone.HIGH, "litter", Grade.D)).contains(later);
    assertThat(times.of(Zone.LOW, "litter", Grade.D)).isEmpty();
  }
}
