package org.localityvoice.event.allocation;

import static com.mongodb.client.model.Filters.empty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.event.allocation.Halls.HALL;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.allocation.Halls.Instance;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Many want few places at the same moment, from several instances. */
@ExtendWith(StoreExtension.class)
class CrowdTest {
  /** Two who read before either writes. */
  private static final class Meeting {
    private final AtomicInteger came = new AtomicInteger();
    private final Promise<Void> both = Promise.promise();

    Future<Void> arrive() {
      if (came.incrementAndGet() == 2) {
        both.complete();
      }
      return both.future();
    }
  }

  /** A store whose first two readers wait for each other. */
  private static class MeetingStore extends AllotmentStore {
    private final Meeting meeting;

    MeetingStore(Mongo mongo, Meeting meeting) {
      super(mongo);
      this.meeting = meeting;
    }

    @Override
    Future<Optional<Allotment>> find(String id) {
      return super.find(id).compose(found -> meeting.arrive().map(met -> found));
    }
  }

  /** The same, and whoever writes does not look whether somebody else has written. */
  private static final class CarelessStore extends MeetingStore {
    CarelessStore(Mongo mongo, Meeting meeting) {
      super(mongo, meeting);
    }

    @Override
    Bson unchanged(Allotment seen) {
      return empty();
    }
  }

  @Test
  void two_hundred_join_and_forty_leave_while_the_hall_gets_smaller_and_it_is_never_too_full(
      Store store) throws InterruptedException {
    try (var halls = new Halls(store)) {
      var instances = List.of(halls.instance(), halls.instance());
      Wait.forResult(instances.get(0).allotments().open(Halls.hall(HALL, 30)));
      answers(instances.subList(0, 1), IntStream.range(0, 40).mapToObj(Halls::join).toList());

      var rush = new ArrayList<Command>();
      for (var i = 0; i < 200; i++) {
        rush.add(Halls.join(100 + i));
        if (i % 5 == 0) {
          rush.add(Halls.leave(i / 5));
        }
        if (i == 100) {
          rush.add(new Command.ChangeCapacity(Halls.CLUB, 20));
        }
      }
      assertThat(answers(instances, rush)).hasSize(241).doesNotContainNull();

      var hall = instances.get(1).hall();
      neverTooFull(hall, 30);
      // Whoever had a place or an offer before it got smaller keeps it.
      assertThat(Halls.in(hall)).hasSizeBetween(20, 30);
      assertThat(hall.version()).as("few writes").isLessThan(120);
    }
  }

  /** Reads what has happened, in order; whoever is let in finds a place that was free. */
  private static void neverTooFull(Allotment hall, int capacity) {
    var told = new Projection();
    var most = capacity;
    var before = 0;
    for (var effect : Halls.effects(hall)) {
      told.take(effect);
      most = effect.what() instanceof Transition.CapacityChanged to ? to.capacity() : most;
      var in =
          (int) told.rows().values().stream().filter(r -> !r.standing().equals("Waiting")).count();
      assertThat(in).isLessThanOrEqualTo(Math.max(most, before));
      before = in;
    }
    assertThat(told.rows()).isEqualTo(Projection.of(hall));
    assertThat(most).isEqualTo(20);
  }

  /** Everybody asks at once: four threads, every other command at the other instance. */
  private static List<Answer> answers(List<Instance> instances, List<Command> commands)
      throws InterruptedException {
    var asked = new ConcurrentLinkedQueue<Future<Answer>>();
    var go = new CountDownLatch(1);
    var threads =
        IntStream.range(0, 4)
            .mapToObj(
                part ->
                    new Thread(
                        () -> {
                          Wait.until("the start", () -> go.getCount() == 0);
                          for (var i = part; i < commands.size(); i += 4) {
                            var instance = instances.get(i / 4 % instances.size());
                            asked.add(instance.allotments().apply(HALL, commands.get(i)));
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    go.countDown();
    for (var thread : threads) {
      thread.join();
    }
    return asked.stream().map(Wait::forResult).toList();
  }

  @Test
  void who_joins_while_a_write_is_under_way_is_in_the_next_one(Store store) {
    try (var halls = new Halls(store)) {
      var one = halls.instance();
      Wait.forResult(one.allotments().open(Halls.hall(HALL, 30)));
      var asked =
          IntStream.range(0, 200)
              .mapToObj(who -> one.allotments().apply(HALL, Halls.join(who)))
              .toList();
      var answers = asked.stream().map(Wait::forResult).toList();
      assertThat(answers.stream().filter(Halls::toldOfAPlace)).hasSize(30);
      assertThat(answers.get(31)).isInstanceOf(Answer.Stands.class);
      assertThat(one.hall().version()).isLessThan(10);
    }
  }

  @Test
  void two_instances_that_read_the_same_places_do_not_both_give_them_out(Store store) {
    assertThat(places(store, MeetingStore::new)).isEqualTo(30);
  }

  @Test
  void without_the_version_check_they_would(Store store) {
    assertThat(places(store, CarelessStore::new)).as("the control").isEqualTo(60);
  }

  /** A store in which somebody else is always faster, for so many readings. */
  private static final class BusyStore extends AllotmentStore {
    private final Allotments others;
    private final AtomicInteger left;

    BusyStore(Mongo mongo, Allotments others, AtomicInteger left) {
      super(mongo);
      this.others = others;
      this.left = left;
    }

    @Override
    Future<Optional<Allotment>> find(String id) {
      return super.find(id)
          .compose(
              found ->
                  left.getAndDecrement() <= 0
                      ? Future.succeededFuture(found)
                      : others
                          .apply(id, new Command.ChangeCapacity(Halls.CLUB, 30 + left.get()))
                          .map(done -> found));
    }
  }

  @Test
  void whoever_is_too_slow_every_time_is_told_to_come_again_and_nothing_has_happened(Store store) {
    try (var halls = new Halls(store)) {
      var others = halls.instance();
      Wait.forResult(others.allotments().open(Halls.hall(HALL, 30)));
      var left = new AtomicInteger(24);
      var slow =
          halls.instance(
              mongo -> new BusyStore(mongo, others.allotments(), left),
              one -> Future.succeededFuture());
      assertThat(Halls.toldOfAPlace(slow.asks(Halls.join(1)))).as("the 25th try").isTrue();
      left.set(25);
      assertThatThrownBy(() -> slow.asks(Halls.join(2)))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
                assertThat(problem.retryAfter()).isPresent();
              });
      assertThat(left).as("no further try").hasValue(0);
      assertThat(Halls.in(others.hall())).extracting(Booking::registration).containsExactly("r1");
      assertThat(Halls.toldOfAPlace(slow.asks(Halls.join(2)))).as("asked again").isTrue();
    }
  }

  private interface Kind {
    AllotmentStore of(Mongo mongo, Meeting meeting);
  }

  /** How many are told that they have one of 30 places, of 40 at each of two instances. */
  private static long places(Store store, Kind kind) {
    try (var halls = new Halls(store)) {
      var meeting = new Meeting();
      var instances =
          Stream.generate(
                  () ->
                      halls.instance(
                          mongo -> kind.of(mongo, meeting), one -> Future.succeededFuture()))
              .limit(2)
              .toList();
      Wait.forResult(instances.get(0).allotments().open(Halls.hall(HALL, 30)));
      var asked =
          IntStream.range(0, 80)
              .mapToObj(who -> instances.get(who % 2).allotments().apply(HALL, Halls.join(who)))
              .toList();
      return asked.stream().map(Wait::forResult).filter(Halls::toldOfAPlace).count();
    }
  }
}
