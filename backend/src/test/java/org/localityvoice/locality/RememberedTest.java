package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.localityvoice.testing.HandClock;

class RememberedTest {
  private static final Duration TIME = Duration.ofSeconds(5);

  private final HandClock clock = new HandClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final List<Promise<Optional<String>>> asked = new ArrayList<>();
  private final Remembered<String> remembered = new Remembered<>(clock, TIME, this::ask);

  private Future<Optional<String>> ask() {
    Promise<Optional<String>> answer = Promise.promise();
    asked.add(answer);
    return answer.future();
  }

  private void answer(int question, String value) {
    asked.get(question).complete(Optional.of(value));
  }

  @Test
  void what_was_read_is_known_for_that_time_and_not_longer() {
    var first = remembered.get();
    answer(0, "a");
    assertThat(first.result()).contains("a");

    clock.advance(TIME.minusMillis(1));
    assertThat(remembered.get().result()).contains("a");
    assertThat(asked).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    var second = remembered.get();
    answer(1, "b");
    assertThat(second.result()).contains("b");
    assertThat(remembered.get().result()).contains("b");
  }

  @Test
  void the_time_counts_from_the_question_and_not_from_the_answer() {
    remembered.get();
    clock.advance(Duration.ofSeconds(4));
    answer(0, "a");
    clock.advance(Duration.ofSeconds(1));

    remembered.get();

    assertThat(asked).hasSize(2);
  }

  @Test
  void that_there_is_nothing_is_known_too() {
    remembered.get();
    asked.get(0).complete(Optional.empty());

    assertThat(remembered.get().result()).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void while_one_caller_asks_the_others_make_do_with_what_was_known() {
    remembered.get();
    answer(0, "a");
    clock.advance(TIME);

    var asking = remembered.get();
    assertThat(remembered.get().result()).contains("a");
    assertThat(asked).hasSize(2);

    answer(1, "b");
    assertThat(asking.result()).contains("b");
    assertThat(remembered.get().result()).contains("b");
  }

  @Test
  void a_question_that_stays_open_is_asked_again() {
    remembered.get();
    answer(0, "a");
    clock.advance(TIME);
    remembered.get();

    clock.advance(Remembered.BRIDGED);
    remembered.get();

    assertThat(asked).hasSize(3);
  }

  @Test
  void a_question_that_fails_is_told_and_not_remembered() {
    var first = remembered.get();
    asked.get(0).fail("store is down");
    assertThat(first.failed()).isTrue();

    remembered.get();

    assertThat(asked).hasSize(2);
  }

  @Test
  void nothing_is_known_after_a_change() {
    remembered.get();
    answer(0, "a");

    remembered.forget();
    var after = remembered.get();
    answer(1, "b");

    assertThat(after.result()).contains("b");
  }

  @Test
  void what_was_being_read_during_a_change_is_not_remembered() {
    remembered.get();
    remembered.forget();
    answer(0, "before the change");

    var after = remembered.get();
    answer(1, "after the change");

    assertThat(after.result()).contains("after the change");
    assertThat(remembered.get().result()).contains("after the change");
  }
}
