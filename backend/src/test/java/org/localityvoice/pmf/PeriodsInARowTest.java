package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodsInARowTest {
  private static List<String> inARow(String... periods) {
    var latest = Stream.of(periods).map(period -> PeriodFigures.none("newport", period)).toList();
    return PeriodFigures.inARow(latest).stream().map(PeriodFigures::period).toList();
  }

  @Test
  void periods_follow_each_other_until_one_is_missing() {
    assertThat(inARow("2027-Q1", "2026-Q4", "2026-Q3"))
        .containsExactly("2027-Q1", "2026-Q4", "2026-Q3");
    assertThat(inARow("2027-Q1", "2026-Q3", "2026-Q2")).containsExactly("2027-Q1");
    assertThat(inARow("2027-Q1", "2026-Q4", "2026-Q1")).containsExactly("2027-Q1", "2026-Q4");
    assertThat(inARow()).isEmpty();
  }
}
