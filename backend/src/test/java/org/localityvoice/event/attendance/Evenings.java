package org.localityvoice.event.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What devices may note about one child in an evening, and the child. */
final class Evenings {
  static final Instant STARTS = Instant.parse("2026-12-21T13:00:00Z");
  static final Instant NOW = STARTS.plus(Duration.ofMinutes(5));
  static final DoorHours HOURS = new DoorHours(STARTS, STARTS.plus(Duration.ofHours(4)));
  static final String GRAN = "gran";

  private Evenings() {}

  static Guest child(Guest.Place place) {
    return new Guest(
        "guest", "child", "party", place, true, Set.of(GRAN), AgeGroup.FROM_5_TO_10, "newport");
  }

  static Taking.Door door(Instant now) {
    return new Taking.Door(HOURS, "tablet", now);
  }

  static Attendance nothingYet(Guest guest) {
    return Attendance.empty(guest, "club", "newport", Instant.parse("2028-03-31T23:00:00Z"));
  }

  static Item in(String id, Instant at) {
    return new Item(id, at, new Act.CheckIn());
  }

  static Item out(String id, Instant at) {
    return new Item(id, at, new Act.CheckOut(GRAN, null));
  }

  static Item corrects(String id, String wrong) {
    return new Item(id, NOW, new Act.Correction(wrong, Act.Mistake.NOT_MEANT));
  }

  /** Items of different ids; some that cannot be taken are among them. */
  static Arbitrary<List<Item>> any() {
    return Arbitraries.randomValue(
        random ->
            IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> item(random, "i" + i))
                .toList());
  }

  private static Item item(Random random, String id) {
    var at = NOW.plus(Duration.ofHours(random.nextInt(120) - 60));
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> in(id, at);
      case 3, 4 -> out(id, at);
      case 5 -> new Item(id, at, new Act.CheckOut(null, Act.Release.GUARDIAN_PHONED));
      case 6 -> new Item(id, at, new Act.CheckOut("a stranger", null));
      default ->
          new Item(id, at, new Act.Correction("i" + random.nextInt(12), Act.Mistake.NOT_MEANT));
    };
  }

  /** The same in another order, some of them several times. */
  static List<Item> shuffled(List<Item> items, Random random) {
    var all = new ArrayList<>(items);
    items.stream().filter(item -> random.nextBoolean()).forEach(all::add);
    java.util.Collections.shuffle(all, random);
    return all;
  }
}
