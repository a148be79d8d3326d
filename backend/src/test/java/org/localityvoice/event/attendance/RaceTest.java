package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Two devices at the very same moment, with what keeps them apart, and without. */
@ExtendWith(StoreExtension.class)
class RaceTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    Wait.forResult(vertx.close());
  }

  /** Looks and then adds, as others do: nothing in the store says that there is one of each. */
  private static final class WithoutGuard extends AttendanceStore {
    WithoutGuard(Mongo mongo, CompareAndSet compareAndSet) {
      super(mongo, compareAndSet);
    }

    @Override
    Future<Boolean> add(Attendance one) {
      return super.add(
          new Attendance(
              UUID.randomUUID().toString(),
              one.version(),
              one.session(),
              one.participant(),
              one.registration(),
              one.locality(),
              one.home(),
              one.age(),
              one.entries(),
              one.flagged(),
              one.came(),
              one.purgeAt()));
    }
  }

  /** Ten devices check a child in, each with a note of its own; how many attendances there are. */
  private Outcome tenDevices(Store store, Function<Mongo, AttendanceStore> kind) {
    var mongo = store.connect();
    var rows = kind.apply(mongo);
    Wait.forResult(mongo.ready());
    var guest = Evenings.child(Guest.Place.PLACED);
    var door = Evenings.door(Evenings.NOW);
    var register = new Register(rows);
    var taken =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    register.take(
                        Evenings.nothingYet(guest),
                        guest,
                        List.of(Evenings.in("i" + i, Evenings.NOW)),
                        door))
            .toList();
    var verdicts =
        taken.stream().map(Wait::forResult).flatMap(List::stream).map(Verdict::slug).toList();
    return new Outcome(verdicts, Wait.forResult(rows.ofSession("club", 20)).size());
  }

  private record Outcome(List<String> verdicts, int attendances) {}

  @Test
  void ten_devices_at_once_make_one_attendance_and_one_of_them_was_first(Store store) {
    var outcome = tenDevices(store, mongo -> new AttendanceStore(mongo, compareAndSet()));
    assertThat(outcome.verdicts()).filteredOn("recorded"::equals).hasSize(1);
    assertThat(outcome.verdicts()).filteredOn("already-in"::equals).hasSize(9);
    assertThat(outcome.attendances()).isEqualTo(1);
  }

  @Test
  void without_the_guard_there_would_be_more_than_one(Store store) {
    var outcome = tenDevices(store, mongo -> new WithoutGuard(mongo, compareAndSet()));
    assertThat(outcome.verdicts()).filteredOn("recorded"::equals).hasSizeGreaterThan(1);
    assertThat(outcome.attendances()).isGreaterThan(1);
  }

  private CompareAndSet compareAndSet() {
    return new CompareAndSet(vertx, new Random(1));
  }
}
