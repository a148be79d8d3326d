package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many chose each option, where that may be told. */
class AnswerCountsTest {
  private static Optional<Map<String, Integer>> counts(int yes, int no, int unsure) {
    var wave =
        new MadeUpWave("w")
            .answered("16-34", "female", yes, no, unsure)
            .answered("65-plus", "male", 1, 0, 0)
            .results();
    return AnswerCounts.of(wave.questionnaire().items().get(0), wave.cells());
  }

  @Test
  void counts_are_given_from_fifty_valid_answers_on_whatever_they_are() {
    assertThat(counts(20, 28, 400)).isEmpty();
    assertThat(counts(48, 0, 0)).isEmpty();
    assertThat(counts(20, 29, 400)).contains(Map.of("yes", 20, "no", 30));
    assertThat(counts(49, 0, 0)).contains(Map.of("yes", 50, "no", 0));
  }

  @Test
  void counts_are_rounded_to_five_and_leave_out_who_does_not_know() {
    assertThat(counts(31, 57, 3)).contains(Map.of("yes", 30, "no", 55));
    assertThat(counts(32, 58, 3)).contains(Map.of("yes", 35, "no", 60));
  }
}
