package org.localityvoice.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localityvoice.testing.Wait;

/** Much work, a page at a time. */
class PagesTest {
  private final TreeSet<Integer> left = new TreeSet<>(IntStream.range(0, 25).boxed().toList());
  private final List<Integer> sizes = new ArrayList<>();

  private Future<List<Integer>> page(Optional<Integer> after) {
    return Future.succeededFuture(
        left.tailSet(after.orElse(-1), false).stream().limit(10).toList());
  }

  private Future<Void> removeEven(List<Integer> page) {
    sizes.add(page.size());
    page.stream().filter(one -> one % 2 == 0).forEach(left::remove);
    return Future.succeededFuture();
  }

  @Test
  void what_stays_is_passed_by_and_what_is_removed_on_the_way_hides_nothing() {
    Wait.forResult(Pages.<Integer>each(10, this::page, this::removeEven));
    assertThat(sizes).containsExactly(10, 10, 5);
    assertThat(left).allMatch(one -> one % 2 == 1).hasSize(12);
  }

  @Test
  void the_last_page_may_be_full_and_there_may_be_none() {
    left.removeIf(one -> one >= 20);
    Wait.forResult(Pages.<Integer>each(10, this::page, this::removeEven));
    assertThat(sizes).containsExactly(10, 10);
    left.clear();
    Wait.forResult(Pages.<Integer>each(10, this::page, this::removeEven));
    assertThat(sizes).hasSize(2);
  }

  @Test
  void a_failure_ends_the_round_and_the_next_one_begins_with_what_is_left() {
    assertThatThrownBy(
            () ->
                Wait.forResult(
                    Pages.<Integer>each(
                        10,
                        this::page,
                        page ->
                            page.contains(12)
                                ? Future.failedFuture(new IllegalStateException("cut off"))
                                : removeEven(page))))
        .hasMessage("cut off");
    assertThat(left).hasSize(20);
    Wait.forResult(Pages.<Integer>each(10, this::page, this::removeEven));
    assertThat(left).hasSize(12);
  }
}
