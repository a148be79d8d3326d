package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.localityvoice.pmf.Receiver.Post;
import org.localityvoice.pmf.StatementState.Cause;
import org.localityvoice.pmf.StatementState.Dead;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

class PauseAndReplayTest extends PushTest {
  private static final String KEY = "11111111-aaaa";

  private Push start(Store store) {
    return Push.start(vertx, store, clock, settings());
  }

  private Push paused(Store store) {
    var push = start(store);
    push.accept("pmf_1", "pmf_2");
    receiver.reacts(Receiver.status(410));
    push.round();
    return push;
  }

  @Test
  void a_410_ends_the_statement_and_holds_the_others_across_a_restart(Store store) {
    var push = paused(store);

    assertThat(((Dead) push.read("pmf_1").state()).cause()).isEqualTo(Cause.ENDPOINT_GONE);
    push.round();
    assertThat(push.state("pmf_2")).isEqualTo("held");
    var after = start(store);
    after.accept("pmf_3");
    clock.advance(Duration.ofDays(30));
    after.round();
    after.round();

    assertThat(receiver.posts()).hasSize(1);
    assertThat(after.state("pmf_2")).isEqualTo("held");
    assertThat(after.state("pmf_3")).isEqualTo("held");
    assertThat(Wait.forResult(after.service().counts()))
        .isEqualTo(new StatementCounts(0, 2, 1, Duration.ZERO));
  }

  @Test
  void a_replay_ends_the_pause_and_everything_goes_out(Store store) {
    var push = paused(store);
    push.round();
    receiver.reacts(Receiver.status(204));

    assertThat(push.replay("pmf_1", KEY).state().label()).isEqualTo("pending");
    push.round();

    assertThat(push.state("pmf_1")).isEqualTo("delivered");
    assertThat(push.state("pmf_2")).isEqualTo("delivered");
  }

  @Test
  void another_endpoint_is_not_paused(Store store) {
    var push = paused(store);
    push.round();
    try (var moved = new Receiver(vertx)) {
      var after = Push.start(vertx, store, clock, Push.to(moved.address()));
      after.round();

      assertThat(moved.posts()).extracting(Post::id).containsExactly("pmf_2");
      assertThat(after.state("pmf_2")).isEqualTo("delivered");
    }
  }

  @Test
  void a_replay_of_one_that_arrived_has_the_same_id_and_bytes_and_a_new_timestamp(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    push.round();
    clock.advance(Duration.ofDays(40));

    push.replay("pmf_1", KEY);
    push.round();

    assertThat(receiver.posts()).hasSize(2).allMatch(post -> post.signedWith(Push.SECRET));
    assertThat(new HashSet<>(receiver.posts().stream().map(Post::id).toList())).hasSize(1);
    assertThat(new HashSet<>(receiver.posts().stream().map(Post::body).toList())).hasSize(1);
    assertThat(receiver.last().timestamp()).isEqualTo(clock.instant());
    assertThat(push.read("pmf_1").attempts()).hasSize(2);
  }

  @Test
  void a_replay_starts_the_schedule_afresh(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(Receiver.status(500));
    for (int attempt = 0; attempt < 10; attempt++) {
      push.round();
      clock.advance(Duration.ofDays(2));
    }
    assertThat(push.state("pmf_1")).isEqualTo("dead");

    push.replay("pmf_1", KEY);
    push.round();

    var retry = push.read("pmf_1").lastAnswered().orElseThrow().next().orElseThrow();
    assertThat(Duration.between(clock.instant(), retry)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void a_key_that_was_seen_changes_nothing_not_even_the_pause(Store store) {
    var push = start(store);
    push.accept("pmf_1", "pmf_2");
    push.round();
    push.replay("pmf_1", KEY);
    receiver.reacts(Receiver.status(410));
    push.round();
    var before = push.read("pmf_1");

    assertThat(push.replay("pmf_1", KEY)).isEqualTo(before);

    assertThat(push.read("pmf_1")).isEqualTo(before);
    assertThat(Wait.forResult(push.endpoint().paused())).isTrue();
    push.replay("pmf_1", "22222222-bbbb");
    assertThat(Wait.forResult(push.endpoint().paused())).isFalse();
  }

  @Test
  void of_many_keys_the_latest_are_remembered(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    for (int replay = 0; replay < Statement.MOST_REPLAYS_KEPT + 3; replay++) {
      push.round();
      push.replay("pmf_1", "key-" + replay);
    }
    push.round();

    var statement = push.read("pmf_1");
    assertThat(statement.replays())
        .hasSize(Statement.MOST_REPLAYS_KEPT)
        .contains("key-34", "key-3");
    assertThat(push.replay("pmf_1", "key-34")).isEqualTo(statement);
  }

  @Test
  void what_is_pending_or_unknown_cannot_be_replayed_and_no_pause_ends(Store store) {
    var push = start(store);
    push.accept("pmf_1", "pmf_2");
    receiver.reacts(Receiver.status(410));
    push.round();
    assertThat(push.state("pmf_2")).isEqualTo("pending");

    assertThatThrownBy(() -> push.replay("pmf_2", KEY))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo("statement-still-pending"));
    assertThatThrownBy(() -> push.replay("pmf_9", KEY))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("not-found"));
    assertThat(Wait.forResult(push.endpoint().paused())).isTrue();
  }
}
