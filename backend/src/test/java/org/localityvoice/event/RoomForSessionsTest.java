package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.event.Organisers.FIRST;
import static org.localityvoice.event.Organisers.THEO;
import static org.localityvoice.event.Organisers.ZONE;
import static org.localityvoice.event.Organisers.drafts;
import static org.localityvoice.event.Organisers.get;
import static org.localityvoice.event.Organisers.plan;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.NewSessions.Fresh;
import org.localityvoice.event.Organisers.Instance;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** An event has two hundred sessions at most, however many add some at once. */
@ExtendWith(StoreExtension.class)
class RoomForSessionsTest {
  private static final int ADDING = 10;
  private static final int FREE = 4;

  /** Everybody has counted before anybody goes on. */
  private static final class Together extends SessionStore {
    private final AtomicInteger counted = new AtomicInteger();
    private final Promise<Void> all = Promise.promise();

    Together(Mongo mongo, CompareAndSet changes) {
      super(mongo, changes);
    }

    @Override
    Future<List<Session>> ofEvent(String eventId) {
      return super.ofEvent(eventId)
          .compose(
              found -> {
                if (counted.incrementAndGet() == ADDING) {
                  all.complete();
                }
                return all.future().map(found);
              });
    }
  }

  private static NewSessions making(Organisers town, Instance on, RollStore rolls) {
    var sessions = new Together(on.mongo(), on.changes());
    var events = new EventStore(on.mongo(), on.changes());
    var catalogues = new EventCatalogues(new EventCatalogueStore(on.mongo()), town.clock);
    var spaces = new Spaces(new DiaryStore(on.mongo(), on.changes()), sessions, town.clock);
    return new NewSessions(
        events,
        sessions,
        catalogues,
        spaces,
        new Rolls(rolls, sessions, town.clock),
        on.services().changing(),
        town.clock,
        ZONE);
  }

  private static Event nearlyFull(Instance on) {
    var event = drafts(on, "feast-2026");
    var store = new SessionStore(on.mongo(), on.changes());
    for (var i = 0; i < Events.MOST_SESSIONS - FREE; i++) {
      get(store.add(MadeEvents.session("there-" + i, event, FIRST, 20)));
    }
    return event;
  }

  private static List<Fresh> fresh(int number) {
    return List.of(
        new Fresh("new-" + number, plan(FIRST.plus(Duration.ofDays(number)), "main-hall", 20)));
  }

  /** Ten partners add one each; how many sessions there are then. */
  private static int added(Event event, Instance on, NewSessions making) {
    var asked =
        IntStream.range(0, ADDING)
            .mapToObj(i -> making.create(event, fresh(i), THEO).mapEmpty())
            .toList();
    get(Future.join(asked).otherwiseEmpty());
    for (var one : asked) {
      assertThat(one.succeeded() || one.cause() instanceof Problem).as("%s", one.cause()).isTrue();
    }
    return on.sessions(event.id()).size();
  }

  @Test
  void of_ten_who_add_one_at_once_where_there_is_room_for_four_four_do(Store store) {
    try (var town = new Organisers(store)) {
      var on = town.instance();
      var making = making(town, on, new RollStore(on.mongo(), on.changes()));
      assertThat(added(nearlyFull(on), on, making)).isEqualTo(Events.MOST_SESSIONS);
    }
  }

  @Test
  void without_the_roll_all_of_them_do(Store store) {
    try (var town = new Organisers(store)) {
      var on = town.instance();
      var unguarded =
          new RollStore(on.mongo(), on.changes()) {
            @Override
            <R> Future<R> change(String event, Function<Roll, Decision<Roll, R>> decide) {
              return Future.succeededFuture(decide.apply(Roll.empty(event)).answer());
            }
          };
      assertThat(added(nearlyFull(on), on, making(town, on, unguarded)))
          .isGreaterThan(Events.MOST_SESSIONS);
    }
  }

  @Test
  void who_is_refused_the_hall_gives_the_room_back_and_who_is_cut_off_loses_it_for_ten_minutes(
      Store store) {
    try (var town = new Organisers(store)) {
      var on = town.instance();
      var event = nearlyFull(on);
      var rolls =
          new Rolls(new RollStore(on.mongo(), on.changes()), on.services().sessions(), town.clock);
      var making = on.services().making();
      get(making.create(event, fresh(0), THEO));
      for (var i = 0; i < 2 * FREE; i++) {
        var same = List.of(new Fresh("clash-" + i, fresh(0).get(0).plan()));
        assertThatThrownBy(() -> get(making.create(event, same, THEO)))
            .hasMessageContaining("space-taken");
      }
      get(making.create(event, fresh(1), THEO));

      get(rolls.claim(event.id(), List.of("cut-off-1", "cut-off-2")));
      assertThatThrownBy(() -> get(making.create(event, fresh(2), THEO)))
          .hasMessageContaining("too-many-sessions");
      town.clock.advance(Roll.STALE.plusSeconds(1));
      get(making.create(event, fresh(2), THEO));
      get(making.create(event, fresh(3), THEO));
      assertThatThrownBy(() -> get(making.create(event, fresh(4), THEO)))
          .hasMessageContaining("too-many-sessions");
      assertThat(on.sessions(event.id())).hasSize(Events.MOST_SESSIONS);
    }
  }

  @Test
  void a_try_that_fails_takes_no_room_from_another_try_of_the_same(Store store) {
    try (var town = new Organisers(store)) {
      var on = town.instance();
      var event = nearlyFull(on);
      var rolls =
          new Rolls(new RollStore(on.mongo(), on.changes()), on.services().sessions(), town.clock);
      var all = List.of("one", "two", "three", "four");
      var first = get(rolls.claim(event.id(), all));
      var second = get(rolls.claim(event.id(), all));
      assertThat(second).isNotEqualTo(first);
      get(rolls.settle(event.id(), all, second));
      assertThatThrownBy(() -> get(rolls.claim(event.id(), List.of("five"))))
          .hasMessageContaining("too-many-sessions");
      get(rolls.settle(event.id(), all, first));
      get(rolls.claim(event.id(), List.of("five")));
    }
  }
}
