package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.pmf.NextAttempt.Outcome;

class NextAttemptTest {
  private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

  private static Outcome after(int failures, Answer answer, double random) {
    return NextAttempt.after(failures, answer, Optional.empty(), NOW, random);
  }

  private static Answer status(int code) {
    return new Answer.Status(code, "");
  }

  @Test
  void ten_attempts_take_75_hours_35_minutes_and_5_seconds() {
    assertThat(NextAttempt.PAUSES).hasSize(9);
    assertThat(NextAttempt.PAUSES.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.parse("PT75H35M5S"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT5S",
    "1, PT5M",
    "2, PT30M",
    "3, PT2H",
    "4, PT5H",
    "5, PT10H",
    "6, PT14H",
    "7, PT20H",
    "8, PT24H"
  })
  void the_schedule_is_that_of_the_reference(int failures, Duration pause) {
    assertThat(after(failures, status(500), 0.5)).isEqualTo(new Outcome.Retry(NOW.plus(pause)));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 302, 307, 308, 400, 401, 404, 415, 429, 500, 502, 503, 504, 599})
  void whatever_is_not_2xx_is_a_failure(int code) {
    assertThat(after(0, status(code), 0)).isInstanceOf(Outcome.Retry.class);
    assertThat(after(9, status(code), 0)).isEqualTo(new Outcome.Exhausted());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void every_2xx_is_delivered(int code) {
    assertThat(after(9, status(code), 0)).isEqualTo(new Outcome.Delivered());
  }

  @Test
  void no_answer_is_a_failure_a_file_is_delivered_and_410_ends_it() {
    assertThat(after(9, new Answer.Failure("refused"), 0)).isEqualTo(new Outcome.Exhausted());
    assertThat(after(0, new Answer.Failure("refused"), 0)).isInstanceOf(Outcome.Retry.class);
    assertThat(after(0, new Answer.Filed("a.json"), 0)).isEqualTo(new Outcome.Delivered());
    assertThat(after(0, status(410), 0)).isEqualTo(new Outcome.Gone());
    assertThat(after(9, status(410), 0)).isEqualTo(new Outcome.Gone());
  }

  @ParameterizedTest
  @CsvSource({
    // asked for, waited with a schedule of five minutes
    "PT0S, PT5M",
    "PT299S, PT5M",
    "PT301S, PT301S",
    "PT24H, PT24H",
    "PT25H, PT24H",
    "PT-1H, PT5M",
    "P365D, PT24H"
  })
  void retry_after_counts_when_it_is_later_and_at_most_a_day(Duration asked, Duration waited) {
    var outcome = NextAttempt.after(1, status(429), Optional.of(NOW.plus(asked)), NOW, 0.5);

    assertThat(outcome).isEqualTo(new Outcome.Retry(NOW.plus(waited)));
  }

  @Property
  void a_retry_is_within_a_tenth_of_the_schedule_and_moves_with_chance(
      @ForAll @IntRange(min = 0, max = 8) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double random,
      @ForAll("failed") Answer answer) {
    var pause = NextAttempt.PAUSES.get(failures);
    var wait = Duration.between(NOW, ((Outcome.Retry) after(failures, answer, random)).at());

    assertThat(wait.toMillis())
        .isBetween(Math.round(pause.toMillis() * 0.9), Math.round(pause.toMillis() * 1.1));
    assertThat(after(failures, answer, 0)).isNotEqualTo(after(failures, answer, 1));
  }

  @Property
  void a_retry_is_never_before_what_was_asked_nor_later_than_a_day_or_the_schedule(
      @ForAll @IntRange(min = 0, max = 8) int failures,
      @ForAll @LongRange(min = -100_000, max = 1_000_000) long seconds,
      @ForAll @DoubleRange(min = 0, max = 1) double random) {
    var asked = NOW.plusSeconds(seconds);
    var scheduled = ((Outcome.Retry) after(failures, status(503), random)).at();
    var at =
        ((Outcome.Retry) NextAttempt.after(failures, status(503), Optional.of(asked), NOW, random))
            .at();

    assertThat(at).isAfterOrEqualTo(scheduled);
    if (seconds <= 86_400) {
      assertThat(at).isEqualTo(asked.isAfter(scheduled) ? asked : scheduled);
    } else {
      assertThat(at).isIn(NOW.plus(Duration.ofDays(1)), scheduled);
    }
  }

  @Property
  void ten_failures_in_a_row_are_the_end(@ForAll("failed") Answer answer) {
    assertThat(after(8, answer, 0.3)).isInstanceOf(Outcome.Retry.class);
    assertThat(after(9, answer, 0.3)).isEqualTo(new Outcome.Exhausted());
  }

  @Provide
  Arbitrary<Answer> failed() {
    var codes =
        Arbitraries.integers()
            .between(100, 599)
            .filter(code -> code / 100 != 2 && code != 410)
            .<Answer>map(NextAttemptTest::status);
    return Arbitraries.oneOf(codes, Arbitraries.just(new Answer.Failure("no answer in time")));
  }
}
