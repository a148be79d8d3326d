package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.util.List;
import org.localityvoice.mongo.Decision;

/** Writes what was noted about guests: one document of each, however many devices write at once. */
final class Register {
  private final AttendanceStore store;

  Register(AttendanceStore store) {
    this.store = store;
  }

  /**
   * Takes items about one guest, in one write.
   *
   * @param first what there would be if nothing had been noted about them yet
   * @return a verdict for each item
   */
  Future<List<Verdict>> take(Attendance first, Guest guest, List<Item> items, Taking.Door door) {
    return store
        .find(first.id())
        .compose(
            found -> {
              if (found.isPresent()) {
                return change(guest, items, door);
              }
              var taking = Taking.of(first, items, guest, door);
              return taking.next().entries().isEmpty()
                  ? Future.succeededFuture(taking.verdicts())
                  : store
                      .add(taking.next())
                      .compose(
                          added ->
                              added
                                  ? Future.succeededFuture(taking.verdicts())
                                  : change(guest, items, door));
            });
  }

  private Future<List<Verdict>> change(Guest guest, List<Item> items, Taking.Door door) {
    return store.change(
        guest.id(),
        seen -> {
          var taking = Taking.of(seen, items, guest, door);
          return taking.next().entries().equals(seen.entries())
              ? Decision.keep(taking.verdicts())
              // Several entries, but one version: it is one write.
              : Decision.replace(seen.with(taking.next().entries()), taking.verdicts());
        });
  }
}
