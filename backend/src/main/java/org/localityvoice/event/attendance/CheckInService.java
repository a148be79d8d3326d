package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.localityvoice.event.Events;
import org.localityvoice.event.attendance.Guests.Expected;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.schedule.FinancialYear;

/** Takes what devices have noted. Each item gets a verdict of its own; none keeps another out. */
final class CheckInService {
  private final Vertx vertx;
  private final Events events;
  private final Guests guests;
  private final Insiders insiders;
  private final Register register;
  private final ItemClaimStore claims;

  CheckInService(
      Vertx vertx,
      Events events,
      Guests guests,
      Insiders insiders,
      AttendanceStore store,
      ItemClaimStore claims) {
    this.vertx = vertx;
    this.events = events;
    this.guests = guests;
    this.insiders = insiders;
    register = new Register(store);
    this.claims = claims;
  }

  /** One verdict for each item, in their order. */
  Future<List<Verdict>> take(AtDoor at, List<Sent> batch) {
    // Checking signatures is slow enough to be kept off the event loop.
    return vertx
        .executeBlocking(() -> Recognised.of(batch, at.session().id(), at.key()), false)
        .compose(
            seen -> guests.expected(at.session(), at.key()).compose(all -> known(at, seen, all)))
        .map(
            verdicts ->
                IntStream.range(0, batch.size())
                    .mapToObj(i -> Optional.ofNullable(verdicts.get(i)).orElse(Verdict.UNKNOWN))
                    .toList());
  }

  private Future<Map<Integer, Verdict>> known(
      AtDoor at, Recognised.Batch batch, Map<String, Expected> expected) {
    var names = batch.items().stream().map(Recognised::guest).toList();
    return insiders.with(at.session(), expected, names).compose(all -> taken(at, batch, all));
  }

  private Future<Map<Integer, Verdict>> taken(
      AtDoor at, Recognised.Batch batch, Map<String, Expected> all) {
    var verdicts = new HashMap<>(batch.verdicts());
    var clear = new ArrayList<Recognised>();
    for (var one : batch.items()) {
      if (all.containsKey(one.guest())) {
        clear.add(one);
      } else {
        verdicts.put(one.index(), one.byTicket() ? Verdict.CANCELLED : Verdict.UNKNOWN);
      }
    }
    return claimed(at, clear, verdicts)
        .compose(
            mine -> {
              var byGuest = new LinkedHashMap<String, List<Recognised>>();
              mine.forEach(
                  one -> byGuest.computeIfAbsent(one.guest(), any -> new ArrayList<>()).add(one));
              return Future.join(
                      byGuest.entrySet().stream()
                          .map(
                              entry ->
                                  of(
                                      at,
                                      Objects.requireNonNull(all.get(entry.getKey())),
                                      entry.getValue(),
                                      verdicts))
                          .toList())
                  .map(done -> verdicts);
            });
  }

  /** Those whose ids stand for them; the others get their verdict. */
  private Future<List<Recognised>> claimed(
      AtDoor at, List<Recognised> items, Map<Integer, Verdict> verdicts) {
    var wanted = new LinkedHashMap<String, ItemClaim>();
    for (var one : items) {
      var id = claim(at, one);
      wanted.put(id, new ItemClaim(id, at.session().id(), one.digest()));
    }
    return claims
        .claim(List.copyOf(wanted.values()))
        .map(
            digests -> {
              var mine = new ArrayList<Recognised>();
              for (var one : items) {
                if (one.digest().equals(digests.get(claim(at, one)))) {
                  mine.add(one);
                } else {
                  verdicts.put(one.index(), Verdict.CONTENT_MISMATCH);
                }
              }
              return mine;
            });
  }

  private static String claim(AtDoor at, Recognised one) {
    return DerivedId.of("attendance-item", at.session().id(), one.item().id());
  }

  /** All items about one guest, in one write. */
  private Future<Void> of(
      AtDoor at, Expected one, List<Recognised> mine, Map<Integer, Verdict> verdicts) {
    var items = mine.stream().map(Recognised::item).toList();
    var leaves = items.stream().anyMatch(item -> item.act() instanceof Act.CheckOut);
    return guests
        .guest(at, one, leaves)
        .compose(guest -> register.take(empty(at, guest), guest, items, door(at)))
        .map(
            results -> {
              for (var i = 0; i < mine.size(); i++) {
                verdicts.put(mine.get(i).index(), results.get(i));
              }
              return null;
            });
  }

  private Attendance empty(AtDoor at, Guest guest) {
    return Attendance.empty(guest, at.session().id(), at.session().localityId(), purgeAt(at));
  }

  private Instant purgeAt(AtDoor at) {
    return FinancialYear.endOfNext(events.dateOf(at.session()), events.zone());
  }

  private static Taking.Door door(AtDoor at) {
    return new Taking.Door(at.hours(), at.device().id(), at.now());
  }
}
