package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.Organisers.FIRST;
import static org.localityvoice.event.Organisers.drafts;
import static org.localityvoice.event.Organisers.get;
import static org.localityvoice.event.Organisers.plan;
import static org.localityvoice.event.Organisers.pooled;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.event.Organisers.Instance;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.allocation.SessionState;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** An instance dies between any two sessions, and another goes on. */
@ExtendWith(StoreExtension.class)
class CutOffWhilePublishingTest {
  /** Dies at a change of a session, before it reaches the store or after, and stays dead. */
  private static final class DyingStore extends SessionStore {
    private final AtomicInteger left;
    private final boolean written;

    DyingStore(Mongo mongo, CompareAndSet changes, int survives, boolean written) {
      super(mongo, changes);
      left = new AtomicInteger(survives);
      this.written = written;
    }

    @Override
    <R> Future<R> change(String id, Function<Session, Decision<Session, R>> decide) {
      if (left.getAndDecrement() > 0) {
        return super.change(id, decide);
      }
      var write =
          written && left.get() == -1 ? super.change(id, decide) : Future.<R>succeededFuture();
      return write.compose(done -> Future.failedFuture(new IllegalStateException("cut off")));
    }
  }

  private static Event threeDrafts(Instance on) {
    return drafts(
        on,
        "feast",
        plan(FIRST, "main-hall", 20),
        pooled(FIRST.plus(Duration.ofHours(3)), 20, 30),
        pooled(FIRST.plus(Duration.ofHours(6)), 20, 30));
  }

  /** Another instance, once the leases of those that died have run out. */
  private static Instance goesOn(Organisers organisers) {
    organisers.clock.advance(Duration.ofMinutes(1));
    var other = organisers.instance();
    other.works();
    return other;
  }

  private static void isDead(Future<?> doing) {
    var failed = get(doing.map("done").otherwise(Throwable::getMessage));
    assertThat(failed).isEqualTo("cut off");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void published_is_published_even_if_the_server_dies_between_two_sessions(int step, Store store) {
    try (var organisers = new Organisers(store)) {
      var event = threeDrafts(organisers.instance());
      var dying =
          organisers.instance((mongo, c) -> new DyingStore(mongo, c, step / 2, step % 2 == 1));
      isDead(dying.services().publishing().publish(event));

      var other = goesOn(organisers);
      assertThat(other.sessions("feast"))
          .extracting(Session::status)
          .containsOnly(SessionStatus.SCHEDULED);
      for (var session : other.sessions("feast")) {
        var allotment = get(other.feature().events().allotments().read(session.allotmentId()));
        assertThat(allotment.orElseThrow().session(session.id())).isPresent();
        assertThat(session.edition()).as("published once").isEqualTo(2);
        assertThat(session.outbox()).isEmpty();
      }
      assertThat(other.sessions("feast").get(1).allotmentId())
          .as("the same pool")
          .isEqualTo(other.sessions("feast").get(2).allotmentId());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void cancelled_is_cancelled_even_if_the_server_dies_between_two_sessions(int step, Store store) {
    try (var organisers = new Organisers(store)) {
      var first = organisers.instance();
      var event = threeDrafts(first);
      get(first.services().publishing().publish(event));
      first.works();
      var allotments = first.feature().events().allotments();
      for (var session : first.sessions("feast")) {
        var party = new Party("reg-" + session.id(), "ana", List.of("child-1"));
        get(
            allotments.apply(
                session.allotmentId(), new Command.Join(session.id(), party, Entrance.RESIDENT)));
      }
      var dying =
          organisers.instance((mongo, c) -> new DyingStore(mongo, c, step / 2, step % 2 == 1));
      isDead(dying.services().publishing().cancel(event));

      var other = goesOn(organisers);
      for (var session : other.sessions("feast")) {
        assertThat(session.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(session.sequence()).as("told once").isEqualTo(1);
        var places =
            get(allotments.read(session.allotmentId()))
                .orElseThrow()
                .session(session.id())
                .orElseThrow();
        assertThat(places.state()).isEqualTo(SessionState.CANCELLED);
        assertThat(places.bookings()).as("everybody's registration has ended").isEmpty();
      }
    }
  }
}
