package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localityvoice.pmf.Receiver.Post;
import org.localityvoice.pmf.StatementState.Cause;
import org.localityvoice.pmf.StatementState.Dead;
import org.localityvoice.pmf.StatementState.Pending;
import org.localityvoice.testing.Store;

/** Many attempts: three days of them, on a clock that is moved by hand. */
class RetryTest extends PushTest {
  private Push start(Store store) {
    return Push.start(vertx, store, clock, settings());
  }

  private static Instant due(Push push, String id) {
    return ((Pending) push.read(id).state()).dueAt();
  }

  @Test
  void three_days_of_refusals_are_ten_attempts_with_one_id_and_the_same_bytes(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(
        request -> request.response().setStatusCode(500).end("try\tlater " + "x".repeat(300)));
    push.round();

    for (var pause : NextAttempt.PAUSES) {
      var made = receiver.posts().size();
      var due = due(push, "pmf_1");
      var wait = Duration.between(clock.instant(), due).toMillis();
      assertThat(wait).isBetween(pause.toMillis() * 9 / 10, pause.toMillis() * 11 / 10);
      clock.set(due.minusMillis(1));
      push.round();
      assertThat(receiver.posts()).hasSize(made);
      clock.set(due);
      push.round();
      assertThat(receiver.posts()).hasSize(made + 1);
      assertThat(receiver.last().timestamp().getEpochSecond()).isEqualTo(due.getEpochSecond());
    }
    clock.advance(Duration.ofDays(365));
    push.round();

    assertThat(receiver.posts()).hasSize(10).allMatch(post -> post.signedWith(Push.SECRET));
    assertThat(new HashSet<>(receiver.posts().stream().map(Post::id).toList())).hasSize(1);
    assertThat(new HashSet<>(receiver.posts().stream().map(Post::body).toList())).hasSize(1);
    var statement = push.read("pmf_1");
    assertThat(((Dead) statement.state()).cause()).isEqualTo(Cause.ATTEMPTS_EXHAUSTED);
    assertThat(statement.attempts()).hasSize(10);
    var last = (Answer.Status) statement.lastAnswered().orElseThrow().answer();
    assertThat(last.code()).isEqualTo(500);
    assertThat(last.excerpt()).hasSize(200).startsWith("try later xxx");
    assertThat(statement.lastAnswered().orElseThrow().next()).isEmpty();
  }

  @Test
  void jitter_spreads_the_attempts_of_statements_that_failed_together(Store store) {
    var push = start(store);
    var ids = IntStream.range(0, 8).mapToObj(i -> "pmf_" + i).toList();
    push.accept(ids.toArray(String[]::new));
    receiver.reacts(Receiver.status(500));
    push.round();

    assertThat(ids.stream().map(id -> due(push, id)).distinct().count()).isGreaterThan(6);
  }

  @Test
  void an_endpoint_that_asks_for_time_gets_it_in_seconds_and_as_a_date(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(
        request -> request.response().setStatusCode(429).putHeader("Retry-After", "120").end());
    push.round();
    assertThat(due(push, "pmf_1")).isEqualTo(clock.instant().plusSeconds(120));

    var date = clock.instant().plus(Duration.ofHours(3));
    var text = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    clock.advance(Duration.ofMinutes(2));
    receiver.reacts(
        request -> request.response().setStatusCode(503).putHeader("Retry-After", text).end());
    push.round();
    assertThat(due(push, "pmf_1")).isEqualTo(date);
  }

  @Test
  void an_endpoint_in_trouble_is_not_sent_the_rest_of_the_page(Store store) {
    var push = start(store);
    push.accept("pmf_1", "pmf_2", "pmf_3");
    receiver.reacts(Receiver.status(503));
    push.round();
    assertThat(receiver.posts()).hasSize(1);

    receiver.reacts(Receiver.status(200));
    push.round();
    assertThat(push.state("pmf_2")).isEqualTo("delivered");
    assertThat(push.state("pmf_3")).isEqualTo("delivered");
  }

  @Test
  void a_statement_that_is_refused_for_itself_does_not_keep_the_others_back(Store store) {
    var push = start(store);
    push.accept("pmf_1", "pmf_2");
    receiver.reacts(
        request ->
            Receiver.status(request.getHeader("webhook-id").equals("pmf_1") ? 400 : 200)
                .to(request));
    push.round();

    assertThat(push.state("pmf_1")).isEqualTo("pending");
    assertThat(push.state("pmf_2")).isEqualTo("delivered");
  }

  @Test
  void an_endpoint_that_is_down_across_a_restart_gets_the_statement_when_it_is_back(Store store) {
    var address = settings();
    var port = receiver.port();
    receiver.close();
    var before = Push.start(vertx, store, clock, address);
    before.accept("pmf_1");
    before.round();
    assertThat(before.state("pmf_1")).isEqualTo("pending");

    var after = Push.start(vertx, store, clock, address);
    after.round();
    receiver = new Receiver(vertx, port, new HttpServerOptions());
    clock.set(due(after, "pmf_1"));
    after.round();

    assertThat(receiver.posts()).hasSize(1);
    assertThat(after.state("pmf_1")).isEqualTo("delivered");
    assertThat(after.read("pmf_1").attempts()).extracting(Attempt::number).isEqualTo(List.of(1, 2));
  }
}
