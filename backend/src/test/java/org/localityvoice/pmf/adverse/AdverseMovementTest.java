package org.localityvoice.pmf.adverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.localityvoice.pmf.adverse.AdverseMovement.Reason;

class AdverseMovementTest {
  private static Movement worse(String series, String from, String to) {
    return new Movement("PMF-STAY", series, from, to, -2, true, false, Optional.of(0.6));
  }

  private static List<Reason> raised(Movement now, Movement before) {
    return AdverseMovement.among(Map.of("PMF-STAY", now), Map.of("PMF-STAY", before)).stream()
        .map(AdverseMovement::reason)
        .toList();
  }

  @Test
  void two_waves_are_in_a_row_where_the_second_starts_from_what_the_first_led_to() {
    var now = worse("stay-v1", "second", "third");
    assertThat(raised(now, worse("stay-v1", "first", "second")))
        .containsExactly(Reason.TWO_IN_A_ROW);
    assertThat(raised(now, worse("stay-v1", "zeroth", "first")))
        .as("a wave between was withdrawn or is of another period")
        .isEmpty();
    assertThat(raised(now, worse("stay-v2", "first", "second"))).as("another series").isEmpty();
  }

  @Test
  void what_counts_everything_goes_from_period_to_period_and_names_no_wave() {
    var once = new Movement("PMF-STAY", "stay-v1", "", "", -2, true, false, Optional.empty());
    assertThat(raised(once, once)).containsExactly(Reason.TWO_IN_A_ROW);
  }
}
