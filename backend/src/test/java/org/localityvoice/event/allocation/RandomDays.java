package org.localityvoice.event.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Any commands in any order, on an allotment so small that everything happens. */
final class RandomDays {
  static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  static final Instant OPENS = START.plus(Duration.ofDays(4));

  /** Something that is asked a while after what was asked before. */
  record Step(Duration later, Command command) {}

  /** What is asked of an allotment, from the first to the last. */
  record Days(NewAllotment allotment, List<Step> steps) {}

  private RandomDays() {}

  static Arbitrary<Days> any() {
    return Arbitraries.randomValue(RandomDays::days);
  }

  private static Days days(Random random) {
    var pool = random.nextBoolean() ? Integer.valueOf(3 + random.nextInt(6)) : null;
    var sessions =
        IntStream.range(0, pool == null ? 1 : 2).mapToObj(i -> session(i, random)).toList();
    var steps = new ArrayList<Step>();
    while (steps.size() < 80) {
      var minutes = random.nextInt(5) == 0 ? random.nextInt(500) : random.nextInt(30);
      steps.add(
          new Step(Duration.ofMinutes(minutes), command(random, steps.size(), sessions.size())));
    }
    return new Days(new NewAllotment("hall", pool, sessions), steps);
  }

  private static NewSession session(int i, Random random) {
    var start = OPENS.plus(Duration.ofHours(random.nextInt(24) - 16));
    return new NewSession(
        "s" + i, start, start.plus(Duration.ofHours(3)), 2 + random.nextInt(5), policy(random));
  }

  private static Policy policy(Random random) {
    return new Policy(
        random.nextBoolean() ? WaitlistRule.FIRST_COME : WaitlistRule.FIRST_THAT_FITS,
        1 + random.nextInt(6),
        1 + random.nextInt(12),
        random.nextInt(4) == 0);
  }

  private static Command command(Random random, int step, int sessions) {
    var session = "s" + (random.nextInt(30) == 0 ? 2 : random.nextInt(sessions));
    var one = "r" + random.nextInt(8);
    return switch (random.nextInt(20)) {
      case 0, 1, 12 -> new Command.Leave(session, one, any(random, Command.Leave.By.values()));
      case 2 ->
          new Command.ChangeParty(session, one, key(random, step), people(random), people(random));
      case 3, 4 -> new Command.AcceptOffer(session, one);
      case 5, 14 -> new Command.DeclineOffer(session, one);
      case 6, 7 -> {
        var until = START.plus(Duration.ofHours(random.nextInt(96)));
        yield new Command.Hold(session, party(one, random), "all-dates", until);
      }
      case 8 -> new Command.ConfirmHold(session, one);
      case 9 -> new Command.ReleaseHold(session, one);
      case 10, 13 -> change(random, session);
      case 11 -> new Command.Sweep();
      default -> new Command.Join(session, party(one, random), any(random, Entrance.values()));
    };
  }

  private static <T> T any(Random random, T[] of) {
    return of[random.nextInt(of.length)];
  }

  private static String key(Random random, int step) {
    return random.nextInt(3) == 0 ? "key-" + random.nextInt(3) : "key-at-" + step;
  }

  private static Command change(Random random, String session) {
    return switch (random.nextInt(12)) {
      case 0 ->
          random.nextInt(3) == 0
              ? new Command.CancelSession(session)
              : new Command.RemoveParticipant("p" + random.nextInt(24));
      case 1, 2 -> new Command.RemoveParticipant("p" + random.nextInt(24));
      case 3, 4, 5 -> new Command.ChangeCapacity(session, 1 + random.nextInt(7));
      case 6, 7 -> new Command.ChangePool(1 + random.nextInt(9));
      case 8, 9 -> new Command.ChangePolicy(session, policy(random));
      case 10 -> new Command.AddSession(session(random.nextInt(3), random));
      default -> {
        var start = OPENS.plus(Duration.ofHours(random.nextInt(60) - 60));
        yield new Command.MoveSession(session, start, start.plus(Duration.ofHours(2)));
      }
    };
  }

  /** The same registration usually comes with the same people. */
  private static Party party(String registration, Random random) {
    var usual = random.nextInt(8) == 0 ? random : new Random(registration.hashCode());
    return new Party(registration, "account-of-" + registration, people(usual));
  }

  private static List<String> people(Random random) {
    return random.ints(1 + random.nextInt(3), 0, 24).distinct().mapToObj(i -> "p" + i).toList();
  }
}
