package org.localityvoice.event.allocation;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.allocation.SessionPlaces.Ended;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** The largest allotment that the bounds allow is a document that a store takes. */
@ExtendWith(StoreExtension.class)
class LargestTest {
  /** MongoDB takes 16 MiB. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private static final Instant NOW = Instant.parse("2026-12-07T09:00:00Z");
  private static final Instant STARTS = NOW.plus(Duration.ofDays(8));
  private static final int SESSIONS = NewAllotment.MOST_SESSIONS;
  private static final String ACCOUNT = "a".repeat(128);

  private int people;

  private List<String> people(int many) {
    return IntStream.range(0, many).mapToObj(i -> DerivedId.of("p" + people++) + "-p32").toList();
  }

  private Command join(int session, int size) {
    var party = new Party(DerivedId.of("r" + people) + "-r32", ACCOUNT, people(size));
    return new Command.Join("s" + session, party, Entrance.RESIDENT);
  }

  private static SessionPlaces full(SessionPlaces session) {
    var ended =
        IntStream.range(0, SessionPlaces.MOST_ENDED)
            .mapToObj(
                i ->
                    new Ended(
                        DerivedId.of(session.id(), "r" + i) + "-r32",
                        DerivedId.of("d" + i),
                        EndReason.SESSION_CANCELLED))
            .toList();
    return new SessionPlaces(
        session.id(),
        session.startsAt(),
        session.endsAt(),
        session.capacity(),
        session.state(),
        session.policy(),
        session.sequence(),
        session.bookings(),
        ended);
  }

  private static Allotment with(Allotment one, List<SessionPlaces> sessions, int waiting) {
    var outbox = one.outbox().subList(one.outbox().size() - waiting, one.outbox().size());
    return new Allotment(
        one.id(),
        one.version(),
        one.poolCapacity(),
        sessions,
        one.tickets(),
        one.effects(),
        one.participants(),
        one.dueAt(),
        one.lastBooked(),
        one.lastEnded(),
        outbox,
        one.outboxSince());
  }

  /** All places taken and all waitlists full, by parties of one, which take most room. */
  private Allotment crowded() {
    var policy = new Policy(WaitlistRule.FIRST_COME, Policy.MOST_WAITING, 12, false);
    var sessions =
        IntStream.range(0, SESSIONS)
            .mapToObj(
                i ->
                    new NewSession(
                        "s" + i, STARTS, STARTS.plusSeconds(60), NewSession.MOST_CAPACITY, policy))
            .toList();
    var hall = Allocator.open(new NewAllotment("hall", NewSession.MOST_CAPACITY, sessions));
    var commands = new ArrayList<Command>();
    for (var i = 0; i < NewSession.MOST_CAPACITY + Joining.MOST_WAITING_PARTICIPANTS; i++) {
      commands.add(join(i % SESSIONS, 1));
    }
    for (var from = 0; from < commands.size(); from += 250) {
      var some = commands.subList(from, Math.min(commands.size(), from + 250));
      hall = Allocator.apply(hall, some, NOW).next();
    }
    return hall;
  }

  @Test
  void it_fits_with_an_outbox_that_is_full_and_everything_ending_at_once(Store store) {
    var crowded = crowded();
    assertThat(crowded.participants()).hasSize(5_000);
    var refused = Allocator.apply(crowded, List.of(join(0, 1)), NOW);
    assertThat(refused.answers()).containsExactly(new Answer.Refused(Refusal.FULL));

    var sessions = crowded.sessions().stream().map(LargestTest::full).toList();
    var full = with(crowded, sessions, Allotments.MOST_EFFECTS_WAITING);
    // The session starts for all of them, and nobody who waits is served.
    var came = Allocator.apply(full, List.of(new Command.Sweep()), STARTS);
    assertThat(came.effects()).hasSize(Joining.MOST_WAITING_PARTICIPANTS);
    // Both at their largest, which is more than can be: who has ended does not wait any more.
    var largest =
        with(
            new Allotment(
                full.id(),
                1,
                full.poolCapacity(),
                full.sessions(),
                full.tickets(),
                full.effects(),
                full.participants(),
                full.dueAt(),
                full.lastBooked(),
                full.lastEnded(),
                came.next().outbox(),
                NOW),
            full.sessions(),
            came.next().outbox().size());

    var mongo = store.connect();
    var allotments = new AllotmentStore(mongo);
    Wait.forResult(mongo.ready());
    assertThat(Wait.forResult(allotments.add(largest))).isTrue();
    var raw = mongo.collection(AllotmentStore.COLLECTION, RawBsonDocument.class);
    var bytes =
        Wait.forResult(Publishers.first(raw.find(eq("_id", "hall"))))
            .orElseThrow()
            .getByteBuffer()
            .remaining();
    assertThat(bytes).isBetween(MOST_BYTES / 4, MOST_BYTES * 3 / 4);
  }
}
