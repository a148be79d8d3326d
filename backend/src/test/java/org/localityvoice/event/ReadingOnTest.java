package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** How much is read for a page, out of 5,000 sessions that are made up as they are asked for. */
@ExtendWith(StoreExtension.class)
class ReadingOnTest {
  private static final Instant FIRST = Instant.parse("2026-12-01T10:00:00Z");
  private static final int ALL = 5_000;

  private final Vertx vertx = Vertx.vertx();
  private final List<Integer> read = new ArrayList<>();

  /** Only the last is for grown-ups. */
  private final class MadeUp extends SessionStore {
    private final List<Session> all =
        IntStream.range(0, ALL).mapToObj(ReadingOnTest::session).toList();

    MadeUp(Mongo mongo, CompareAndSet changes) {
      super(mongo, changes);
    }

    @Override
    Future<List<Session>> listed(
        Listing which, Instant from, Instant to, Optional<SessionMark> after, int limit) {
      var begin = after.map(mark -> 1 + Integer.parseInt(mark.id())).orElse(0);
      var found = all.subList(begin, Math.min(ALL, begin + limit));
      read.add(found.size());
      return Future.succeededFuture(found);
    }
  }

  private static Session session(int i) {
    var ages = i == ALL - 1 ? new AgeRange(18, 99) : new AgeRange(6, 10);
    return MadeEvents.session(String.valueOf(i), MadeEvents.event("event", ages), at(i), 20);
  }

  private static Instant at(int i) {
    return FIRST.plus(Duration.ofMinutes(i));
  }

  @AfterEach
  void stop() {
    Wait.forResult(vertx.close());
  }

  private EventListService lists(Store store) {
    var mongo = store.connect();
    var changes = new CompareAndSet(vertx, new Random(1));
    return new EventListService(
        new EventStore(mongo, changes), new MadeUp(mongo, changes), () -> FIRST);
  }

  private static EventListService.Page<Session> page(
      EventListService lists, int age, Optional<String> after) {
    var mark = after.map(ListMark::read).map(at -> new SessionMark(at.at(), at.id()));
    return Wait.forResult(
        lists.sessions(
            new EventQuery(
                Listing.ofLocality("newport"),
                FIRST,
                at(ALL),
                false,
                Optional.of(age),
                Set.of(),
                Set.of(),
                mark,
                50)));
  }

  @Test
  void a_page_that_all_fit_is_read_once_with_one_more(Store store) {
    assertThat(page(lists(store), 8, Optional.empty()).items()).hasSize(50);
    assertThat(read).containsExactly(51);
  }

  @Test
  void where_few_fit_reading_stops_and_says_where_to_go_on(Store store) {
    var lists = lists(store);
    var next = Optional.<String>empty();
    var found = new ArrayList<String>();
    var pages = 0;
    do {
      read.clear();
      var page = page(lists, 30, next);
      assertThat(read.stream().mapToInt(Integer::intValue).sum()).isLessThan(2_000);
      page.items().forEach(one -> found.add(one.id()));
      next = page.next();
      pages++;
    } while (next.isPresent());
    assertThat(found).containsExactly(String.valueOf(ALL - 1));
    assertThat(pages).isBetween(2, 5);
  }
}
