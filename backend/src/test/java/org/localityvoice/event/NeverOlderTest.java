package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.localityvoice.event.allocation.Policy;

/**
 * Whoever keeps a calendar takes the greater SEQUENCE, and of equal ones the later LAST-MODIFIED.
 */
class NeverOlderTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Instant START = Instant.parse("2026-12-21T13:00:00Z");

  /** Something that is done, by a server whose clock is wrong by so much. */
  private record Act(Kind kind, int number, int wrongBySeconds) {}

  private enum Kind {
    EDIT_EVENT,
    FOLLOW_EVENT,
    MOVE,
    RESIZE,
    PUBLISH,
    CANCEL
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(-300, 300))
        .as(Act::new)
        .list()
        .ofMaxSize(30);
  }

  private static Plan plan(int number) {
    var from = START.plus(Duration.ofDays(number % 3));
    var slot =
        new Slot(from, from.plus(Duration.ofHours(2)), "newport-hub", number < 3 ? "a" : "b");
    return new Plan(slot, new Terms(20, null, Policy.usual(20)));
  }

  @Property(tries = 300)
  void whatever_is_done_by_whichever_clock_a_session_is_never_older_than_it_was(
      @ForAll("acts") List<Act> acts) {
    var now = Instant.parse("2026-11-23T10:00:00Z");
    var event = MadeEvents.event("event-1");
    var session = Session.draft("session-1", event, plan(0), ZONE, now);
    for (var act : acts) {
      now = now.plusSeconds(60);
      var clock = now.plusSeconds(act.wrongBySeconds());
      var before = session;
      var eventBefore = event;
      switch (act.kind()) {
        case EDIT_EVENT -> event = event.with(event.programme(), clock);
        case FOLLOW_EVENT -> session = session.about(event);
        case MOVE -> session = session.planned(plan(act.number()), ZONE, clock);
        case RESIZE -> session = session.planned(plan(0), ZONE, clock);
        case PUBLISH -> session = session.published(clock);
        case CANCEL -> session = session.cancelled(clock);
      }
      assertThat(session.changedAt()).isAfterOrEqualTo(before.changedAt());
      assertThat(session.sequence()).isGreaterThanOrEqualTo(before.sequence());
      assertThat(event.changedAt()).isAfterOrEqualTo(eventBefore.changedAt());
      if (before.listed() && !session.slot().equals(before.slot())) {
        assertThat(session.sequence()).as("news").isEqualTo(before.sequence() + 1);
      }
    }
  }
}
