package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
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

  private int attendances(Store store, Function<Mongo, AttendanceStore> kind) {
    var mongo = store.connect();
    var rows = kind.apply(mongo);
    Wait.forResult(mongo.ready());
    var guest = Evenings.child(Guest.Place.PLACED);
    var door = Evenings.door(Evenings.NOW);
    // Both have looked before either writes.
    var seen =
        List.of(Wait.forResult(rows.find(guest.id())), Wait.forResult(rows.find(guest.id())));
    assertThat(seen).containsOnly(Optional.empty());
    for (var id : List.of("a", "b")) {
      var items = List.of(Evenings.in(id, Evenings.NOW));
      var taken = Taking.of(Evenings.nothingYet(guest), items, guest, door).next();
      if (!Wait.forResult(rows.add(taken))) {
        var verdicts =
            Wait.forResult(
                rows.change(
                    guest.id(),
                    there -> {
                      var taking = Taking.of(there, items, guest, door);
                      return org.localityvoice.mongo.Decision.replace(
                          there.with(taking.next().entries()), taking.verdicts());
                    }));
        assertThat(verdicts).containsExactly(Verdict.ALREADY_IN);
      }
    }
    return Wait.forResult(rows.ofSession("club", 10)).size();
  }

  @Test
  void there_is_one_attendance_of_each_child(Store store) {
    assertThat(attendances(store, mongo -> new AttendanceStore(mongo, compareAndSet())))
        .isEqualTo(1);
  }

  @Test
  void without_the_guard_there_would_be_two(Store store) {
    assertThat(attendances(store, mongo -> new WithoutGuard(mongo, compareAndSet())))
        .isEqualTo(2);
  }

  private CompareAndSet compareAndSet() {
    return new CompareAndSet(vertx, new Random(1));
  }
}
