package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.HandClock;

class LimiterTest {
  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Limiter limiter = new Limiter(clock);

  @Test
  void a_full_bucket_allows_its_burst_and_no_more() {
    var allowed =
        IntStream.range(0, 100).filter(i -> limiter.count(Limit.BALLOT, "ana").allowed()).count();
    assertThat(allowed).isEqualTo(Limit.BALLOT.burst());
    assertThat(limiter.count(Limit.BALLOT, "bilal").allowed()).isTrue();
  }

  @Test
  void many_takes_at_once_admit_exactly_the_burst() {
    var allowed =
        IntStream.range(0, 500)
            .parallel()
            .filter(i -> limiter.count(Limit.BALLOT, "ana").allowed())
            .count();
    assertThat(allowed).isEqualTo(Limit.BALLOT.burst());
  }

  @Test
  void the_bucket_fills_evenly_and_the_wait_told_is_enough() {
    IntStream.range(0, Limit.BALLOT.burst()).forEach(i -> limiter.count(Limit.BALLOT, "ana"));
    var refused = limiter.count(Limit.BALLOT, "ana");
    assertThat(refused.allowed()).isFalse();
    clock.advance(refused.pause().minus(Duration.ofMillis(1)));
    assertThat(limiter.count(Limit.BALLOT, "ana").allowed()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(limiter.count(Limit.BALLOT, "ana").allowed()).isTrue();
    assertThat(limiter.count(Limit.BALLOT, "ana").allowed()).isFalse();
  }

  @Test
  void looking_takes_nothing() {
    IntStream.range(0, 500).forEach(i -> limiter.look(Limit.REFUSED_RESPONSE, "address"));
    assertThat(limiter.count(Limit.REFUSED_RESPONSE, "address").allowed()).isTrue();
  }

  @Test
  void an_operation_that_counts_for_itself_is_stopped_and_told_how_long() {
    IntStream.range(0, Limit.API_KEY.burst()).forEach(i -> limiter.take(Limit.API_KEY, "key"));
    assertThatThrownBy(() -> limiter.take(Limit.API_KEY, "key"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
              clock.advance(problem.retryAfter().orElseThrow());
              limiter.take(Limit.API_KEY, "key");
            });
    limiter.take(Limit.API_KEY, "another");
  }
}
