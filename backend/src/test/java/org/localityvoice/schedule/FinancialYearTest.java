package org.localityvoice.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long it is known who came. */
class FinancialYearTest {
  @ParameterizedTest
  @CsvSource({
    "2026-12-21, 2028-03-31T23:00:00Z",
    "2027-03-31, 2028-03-31T23:00:00Z",
    "2027-04-01, 2029-03-31T23:00:00Z"
  })
  void to_the_end_of_the_financial_year_after_that_of_the_session(LocalDate day, Instant end) {
    var zone = ZoneId.of("Europe/London");
    assertThat(FinancialYear.endOfNext(day, zone)).isEqualTo(end);
    // Seen from the other end it is the same day, for the last moment of that day too.
    var last = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    assertThat(last).isBefore(FinancialYear.keptSince(end, zone));
    assertThat(last).isAfterOrEqualTo(FinancialYear.keptSince(end.minusMillis(1), zone));
  }
}
