package org.localityvoice.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localityvoice.testing.Wait;

/** Work on several things one after the other. */
class InTurnTest {
  private final List<String> done = new ArrayList<>();

  private Future<Void> work(String one) {
    if (one.equals("thrown")) {
      throw new IllegalStateException("bad luck");
    }
    if (one.equals("failed")) {
      return Future.failedFuture("bad luck");
    }
    done.add(one);
    return Future.succeededFuture();
  }

  @Test
  void the_first_that_fails_is_the_last() {
    assertThatThrownBy(
            () -> Wait.forResult(InTurn.each(List.of("first", "failed", "last"), this::work)))
        .hasMessageContaining("bad luck");
    assertThat(done).containsExactly("first");
  }

  @Test
  void by_itself_one_that_fails_stops_no_other_and_is_not_counted() {
    var all = List.of("first", "failed", "thrown", "last");
    var count = Wait.forResult(InTurn.eachByItself("a thing", all, this::work));
    assertThat(count).isEqualTo(2);
    assertThat(done).containsExactly("first", "last");
  }
}
