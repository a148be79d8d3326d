package org.localityvoice.event.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes items about one guest. Pure. What is there in the end is the same in whichever order, how
 * often, and in how many batches they come: entries are only added, each once, and what they come
 * to does not depend on their order.
 *
 * @param next as it is afterwards; the same as before where nothing was taken
 * @param verdicts one for each item, in their order
 */
record Taking(Attendance next, List<Verdict> verdicts) {
  /**
   * Where and when items come.
   *
   * @param device which sends them
   */
  record Door(DoorHours hours, String device, Instant now) {}

  static Taking of(Attendance seen, List<Item> items, Guest guest, Door door) {
    var state = seen;
    var verdicts = new ArrayList<Verdict>();
    for (var item : items) {
      var verdict = verdict(state, item, guest, door);
      if (verdict.kept() && verdict != Verdict.DUPLICATE) {
        var all = new ArrayList<>(state.entries());
        all.add(new Entry(item, door.device(), door.now()));
        state = state.with(all);
      }
      verdicts.add(verdict);
    }
    return new Taking(state.entries().equals(seen.entries()) ? seen : state, verdicts);
  }

  private static Verdict verdict(Attendance state, Item item, Guest guest, Door door) {
    var known = state.entry(item.id());
    if (known.isPresent()) {
      return known.get().item().equals(item) ? Verdict.DUPLICATE : Verdict.CONTENT_MISMATCH;
    }
    var presence = state.presence();
    return door.hours()
        .fault(item.at(), door.now())
        .or(() -> absent(state, guest))
        .or(() -> handOver(item.act(), guest))
        .or(() -> tooMany(state, item.act()))
        .orElseGet(() -> taken(item.act(), presence));
  }

  /** Whoever is inside must be let out, and may be corrected, also when their place has gone. */
  private static Optional<Verdict> absent(Attendance state, Guest guest) {
    if (guest.place() == Guest.Place.PLACED || !state.entries().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(guest.place() == Guest.Place.GONE ? Verdict.CANCELLED : Verdict.NOT_PLACED);
  }

  private static Optional<Verdict> handOver(Act act, Guest guest) {
    if (!(act instanceof Act.CheckOut out) || !guest.collected() || out.release() != null) {
      return Optional.empty();
    }
    if (out.collector() == null) {
      return Optional.of(Verdict.COLLECTOR_NEEDED);
    }
    return guest.collectors().contains(out.collector())
        ? Optional.empty()
        : Optional.of(Verdict.COLLECTOR_UNKNOWN);
  }

  private static Optional<Verdict> tooMany(Attendance state, Act act) {
    var most =
        act instanceof Act.CheckIn ? Attendance.MOST_WITH_CHECK_INS : Attendance.MOST_ENTRIES;
    return state.entries().size() < most ? Optional.empty() : Optional.of(Verdict.TOO_MANY);
  }

  private static Verdict taken(Act act, Presence before) {
    if (act instanceof Act.CheckIn && before.in().isPresent()) {
      return Verdict.ALREADY_IN;
    }
    return act instanceof Act.CheckOut && before.out().isPresent()
        ? Verdict.ALREADY_OUT
        : Verdict.RECORDED;
  }
}
