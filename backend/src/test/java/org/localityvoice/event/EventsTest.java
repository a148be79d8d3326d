package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
class EventsTest {
  private static final Instant MONDAY = Instant.parse("2026-12-21T13:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private Events events;

  @BeforeEach
  void two_sessions_begin_at_once(Store store) {
    var mongo = store.connect();
    events = MadeEvents.beside(vertx, mongo, clock);
    var event = MadeEvents.event("feast");
    MadeEvents.store(
        vertx,
        mongo,
        events,
        event,
        MadeEvents.session("b", event, MONDAY, 20),
        MadeEvents.session("a", event, MONDAY, 20),
        MadeEvents.session("c", event, MONDAY.plus(Duration.ofDays(1)), 20));
  }

  @AfterEach
  void stop() {
    Wait.forResult(vertx.close());
  }

  @Test
  void what_is_stored_comes_back_as_it_was() {
    var event = MadeEvents.event("feast");
    assertThat(Wait.forResult(events.event("feast"))).contains(event);
    assertThat(Wait.forResult(events.session("a")))
        .contains(MadeEvents.session("a", event, MONDAY, 20));
    assertThat(Wait.forResult(events.session("x"))).isEmpty();
  }

  @Test
  void sessions_come_by_their_starts_page_by_page() {
    assertThat(Wait.forResult(events.sessionsOf("feast")))
        .extracting(Session::id)
        .containsExactly("a", "b", "c");
    assertThat(page(Optional.empty())).containsExactly("a", "b");
    assertThat(page(Optional.of(new SessionMark(MONDAY, "a")))).containsExactly("b", "c");
    assertThat(page(Optional.of(new SessionMark(MONDAY, "b")))).containsExactly("c");
  }

  private List<String> page(Optional<SessionMark> after) {
    var to = MONDAY.plus(Duration.ofDays(1)).plusMillis(1);
    return Wait.forResult(events.between("newport", MONDAY, to, after, 2)).stream()
        .map(Session::id)
        .toList();
  }
}
