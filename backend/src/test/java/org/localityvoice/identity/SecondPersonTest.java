package org.localityvoice.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.localityvoice.problem.Problem;

/** What one person proposes another approves. */
class SecondPersonTest {
  private enum State {
    PROPOSED,
    APPROVED,
    REFUSED
  }

  private static final SecondPerson<State> RULE =
      new SecondPerson<>(State.PROPOSED, State.APPROVED, "decided");
  private static final Signatory NADIA = new Signatory("nadia", "neighbourhood-manager");
  private static final Signatory PAT = new Signatory("pat", "performance-officer");

  private static String conflict(State seen, State wanted, Signatory by) {
    try {
      return String.valueOf(RULE.mayDecide(seen, wanted, "nadia", by));
    } catch (Problem problem) {
      return problem.code();
    }
  }

  @Test
  void another_person_approves_and_whoever_proposed_may_only_take_it_back() {
    assertThat(conflict(State.PROPOSED, State.APPROVED, PAT)).isEqualTo("true");
    assertThat(conflict(State.PROPOSED, State.APPROVED, NADIA)).isEqualTo("second-person-needed");
    assertThat(conflict(State.PROPOSED, State.REFUSED, NADIA)).isEqualTo("true");
    assertThat(conflict(State.PROPOSED, State.REFUSED, PAT)).isEqualTo("true");
  }

  @Test
  void what_is_decided_stays_so_and_deciding_it_again_changes_nothing() {
    assertThat(conflict(State.APPROVED, State.APPROVED, PAT)).isEqualTo("false");
    // Even for whoever could not have approved it: it is the answer to what they see.
    assertThat(conflict(State.APPROVED, State.APPROVED, NADIA)).isEqualTo("false");
    assertThat(conflict(State.APPROVED, State.REFUSED, PAT)).isEqualTo("decided");
    assertThat(conflict(State.REFUSED, State.APPROVED, NADIA)).isEqualTo("decided");
  }

  @Test
  void a_flow_without_refusals_needs_the_second_person_only() {
    PAT.mustBeSecondTo("nadia");
    assertThatThrownBy(() -> NADIA.mustBeSecondTo("nadia")).isInstanceOf(Problem.class);
  }
}
