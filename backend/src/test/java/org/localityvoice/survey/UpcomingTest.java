package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When figures of the next wave can be expected. */
class UpcomingTest {
  private static final Wave AUTUMN = wave("autumn", "core@7", "2026-07-01", "2026-09-14", 7);
  private static final Wave WINTER = wave("winter", "core@8", "2026-10-01", "2026-12-14", 14);
  private static final Wave SPRING = wave("spring", "core@8", "2027-01-11", "2027-03-14", 7);

  private static Wave wave(
      String id, String questionnaire, String from, String to, @Nullable Integer graceDays) {
    return new Wave(
        id,
        1,
        "newport",
        questionnaire,
        "2026-Q4",
        from,
        to,
        false,
        false,
        WaveState.PLANNED,
        null,
        null,
        null,
        List.of(),
        null,
        graceDays == null ? null : new WavePlan(graceDays, List.of("app"), 400, List.of(), ""),
        List.of(),
        null,
        null,
        null);
  }

  private static Optional<LocalDate> after(String today, Wave... unfinished) {
    return Upcoming.after(AUTUMN, List.of(unfinished), LocalDate.parse(today));
  }

  @Test
  void they_come_after_the_grace_of_the_next_wave_that_is_planned() {
    assertThat(after("2026-10-05", SPRING, WINTER)).contains(LocalDate.parse("2026-12-29"));
    assertThat(after("2026-10-05", SPRING)).contains(LocalDate.parse("2027-03-22"));
    assertThat(after("2026-12-29", WINTER)).contains(LocalDate.parse("2026-12-29"));
  }

  @Test
  void those_of_a_wave_that_is_over_and_not_closed_yet_may_come_any_day() {
    assertThat(after("2027-01-20", SPRING, WINTER)).contains(LocalDate.parse("2027-01-20"));
  }

  @Test
  void without_another_planned_wave_of_the_questionnaire_nothing_is_expected() {
    assertThat(after("2026-10-05")).isEmpty();
    var nights = wave("nights", "night@1", "2026-10-01", "2026-10-14", 7);
    var endless = wave("endless", "core@7", "2026-10-01", "2026-12-14", null);
    var summer = wave("summer", "core@7", "2026-04-01", "2026-06-14", 7);
    assertThat(after("2026-10-05", nights, endless, summer, AUTUMN)).isEmpty();
    assertThat(after("2026-10-05", nights, endless, summer, WINTER)).isPresent();
  }
}
