package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localityvoice.pmf.Receiver.Post;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** Dispatchers that die between two steps, and dispatchers that work at the same time. */
class CrashTest extends PushTest {
  /** A way to the endpoint that does its work, but whose caller dies before it hears of it. */
  private record Deaf(Sink real, Future<Sent> end) implements Sink {
    @Override
    public Future<Sent> send(Statement statement, Instant at) {
      return real.send(statement, at).compose(sent -> end.map(sent));
    }

    @Override
    public String target(Statement statement) {
      return real.target(statement);
    }
  }

  private Sink sink() {
    var settings = settings();
    var uri = settings.endpoint().orElseThrow();
    return new EndpointSink(vertx, uri, new Signer(settings), clock, Push.TIME_OUT);
  }

  private Push start(Store store, Sink sink) {
    return Push.start(vertx, store.connect(), clock, settings(), sink);
  }

  @Test
  void after_a_crash_between_claim_and_sending_another_sends_when_the_claim_has_lapsed(
      Store store) {
    var died = start(store, sink());
    died.accept("pmf_1");
    var until = clock.instant().plus(Push.CLAIM);
    Wait.forResult(died.statements().change("pmf_1", one -> one.claim(clock.instant(), until)));
    var other = start(store, sink());

    clock.advance(Push.CLAIM.minusMillis(1));
    other.round();
    assertThat(receiver.posts()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    other.round();

    assertThat(receiver.posts()).hasSize(1);
    assertThat(other.state("pmf_1")).isEqualTo("delivered");
    assertThat(other.read("pmf_1").attempts().get(0).answer()).isEqualTo(new Answer.Unknown());
  }

  @Test
  void after_a_crash_between_sending_and_noting_it_is_sent_again_with_the_same_id(Store store) {
    Promise<Sink.Sent> end = Promise.promise();
    var died = start(store, new Deaf(sink(), end.future()));
    died.accept("pmf_1");
    var round = died.dispatcher().round();
    Wait.until("the first attempt", () -> receiver.posts().size() == 1);
    assertThat(round.isComplete()).isFalse();

    clock.advance(Push.CLAIM);
    var other = start(store, sink());
    other.round();

    assertThat(receiver.posts()).hasSize(2);
    assertThat(new HashSet<>(receiver.posts().stream().map(Post::id).toList())).hasSize(1);
    assertThat(new HashSet<>(receiver.posts().stream().map(Post::body).toList())).hasSize(1);
    assertThat(other.state("pmf_1")).isEqualTo("delivered");
  }

  @Test
  void a_late_answer_counts_when_it_says_that_the_statement_has_arrived(Store store) {
    Promise<Sink.Sent> end = Promise.promise();
    var slow = start(store, new Deaf(sink(), end.future()));
    slow.accept("pmf_1");
    var round = slow.dispatcher().round();
    Wait.until("the first attempt", () -> receiver.posts().size() == 1);
    clock.advance(Push.CLAIM);
    receiver.reacts(Receiver.status(500));
    var other = start(store, sink());
    other.round();
    assertThat(other.state("pmf_1")).isEqualTo("pending");

    end.complete(Sink.Sent.of(new Answer.Unknown()));
    Wait.forResult(round);

    assertThat(other.state("pmf_1")).isEqualTo("delivered");
    assertThat(other.read("pmf_1").attempts().get(0).answer())
        .isEqualTo(new Answer.Status(200, ""));
  }

  @Test
  void a_late_failure_is_noted_but_does_not_touch_the_schedule_of_the_one_who_took_over(
      Store store) {
    Promise<Sink.Sent> end = Promise.promise();
    receiver.reacts(Receiver.status(500));
    var slow = start(store, new Deaf(sink(), end.future()));
    slow.accept("pmf_1");
    var round = slow.dispatcher().round();
    Wait.until("the first attempt", () -> receiver.posts().size() == 1);
    clock.advance(Push.CLAIM);
    var other = start(store, sink());
    other.round();
    var state = other.read("pmf_1").state();

    end.complete(Sink.Sent.of(new Answer.Unknown()));
    Wait.forResult(round);

    assertThat(other.read("pmf_1").state()).isEqualTo(state);
    assertThat(other.read("pmf_1").attempts())
        .allMatch(attempt -> attempt.answer().equals(new Answer.Status(500, "")));
  }

  @Test
  void two_dispatchers_at_once_send_each_statement_once(Store store) {
    var first = start(store, sink());
    var second = start(store, sink());
    var ids = IntStream.range(0, 20).mapToObj(i -> "pmf_" + i).toList();
    first.accept(ids.toArray(String[]::new));

    Wait.forResult(Future.all(first.dispatcher().round(), second.dispatcher().round()));

    assertThat(receiver.posts().stream().map(Post::id)).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ids).allMatch(id -> first.read(id).attempts().size() == 1);
  }
}
