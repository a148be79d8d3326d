package org.localityvoice.event;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Wait;

/** Sessions of twenty localities over half a year, for ages of all kinds. */
public final class ManySessions implements AutoCloseable {
  /** The week that is asked for: the one in the middle. */
  public static final Instant WEEK = Instant.parse("2027-03-01T00:00:00Z");

  private static final int LOCALITIES = 20;
  private static final int WEEKS = 26;
  private static final int AT_ONCE = 64;
  private static final int AGE = 8;

  private final Vertx vertx = Vertx.vertx();
  private final Mongo mongo;
  private final SessionStore sessions;
  private final EventListService lists;
  private int there;

  /** In the store of that address. */
  public ManySessions(String uri) {
    mongo = Mongo.connect(uri);
    var changes = new CompareAndSet(vertx, new Random(1));
    sessions = new SessionStore(mongo, changes);
    InstantSource clock = () -> WEEK.minus(Duration.ofDays(30));
    lists = new EventListService(new EventStore(mongo, changes), sessions, clock);
    Wait.forResult(mongo.ready());
  }

  /** Brings the number of sessions up to that many. */
  public void fill(int many) {
    for (; there < many; there += AT_ONCE) {
      var batch =
          IntStream.range(there, Math.min(many, there + AT_ONCE))
              .mapToObj(i -> sessions.add(session(i)))
              .toList();
      Wait.forResult(Future.all(batch));
    }
    there = many;
  }

  private static Session session(int i) {
    var made = MadeEvents.event("event-" + i / 20);
    var ward = i % LOCALITIES;
    var locality = ward == 0 ? "newport" : "ward-" + ward;
    var random = new Random(i);
    var starts =
        WEEK.minus(Duration.ofDays(7L * WEEKS / 2))
            .plus(Duration.ofMinutes(15L * random.nextInt(WEEKS * 7 * 24 * 4)));
    var from = random.nextInt(14);
    var one = MadeEvents.session("session-" + i, made, starts, 20);
    var about = one.about();
    return new Session(
        one.id(),
        1,
        1,
        one.eventId(),
        locality,
        one.organiser(),
        one.status(),
        true,
        one.slot(),
        one.terms(),
        one.allotmentId(),
        0,
        one.changedAt(),
        null,
        new About(
            about.title(),
            about.activity(),
            new AgeRange(from, from + 4),
            about.supportsSend(),
            about.accessibility(),
            null,
            null),
        1,
        Places.AVAILABLE,
        1,
        List.of(),
        null);
  }

  /** What an eight-year-old can come to in one ward in one week; how many there are. */
  public int page() {
    var query =
        new EventQuery(
            Listing.ofLocality("newport"),
            WEEK,
            WEEK.plus(Duration.ofDays(7)),
            false,
            Optional.of(AGE),
            Set.of(),
            Set.of(),
            Optional.empty(),
            50);
    return Wait.forResult(lists.sessions(query)).items().size();
  }

  @Override
  public void close() {
    mongo.close();
    Wait.forResult(vertx.close());
  }
}
