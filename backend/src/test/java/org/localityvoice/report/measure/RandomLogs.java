package org.localityvoice.report.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.localityvoice.locality.Priority;
import org.localityvoice.report.Actor;
import org.localityvoice.report.InternalEvent;
import org.localityvoice.report.Move;
import org.localityvoice.report.Occasion;
import org.localityvoice.report.PublicEvent;
import org.localityvoice.report.Refusal;
import org.localityvoice.report.ReportEvent;
import org.localityvoice.report.ReportState;
import org.localityvoice.report.Verdict;

/**
 * Logs as they might come about: a walk through the table of moves, with everything else that can
 * happen to a report in between, at random times.
 */
final class RandomLogs {
  static final Instant BEGIN = Instant.parse("2026-10-01T08:00:00Z");
  static final List<String> CATEGORIES = List.of("litter", "lighting", "fly-tipping");
  static final List<String> PARTNERS = List.of("council", "police", "thirteen");

  private final Random random;
  private final List<ReportEvent> log = new ArrayList<>();
  private final List<String> people = new ArrayList<>(List.of("reporter"));
  private final List<ReportState> beforeMerge = new ArrayList<>();
  private Instant now = BEGIN;
  private ReportState state = ReportState.OPEN;
  private String owner;

  private RandomLogs(Random random) {
    this.random = random;
    owner = any(PARTNERS);
    now = now.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
  }

  static List<ReportEvent> of(Random random) {
    return new RandomLogs(random).walk();
  }

  /** A date somewhere around the log, often just at one of its entries. */
  static Instant date(Random random, List<ReportEvent> log) {
    return random.nextBoolean()
        ? log.get(random.nextInt(log.size())).at()
        : BEGIN.plus(Duration.ofMinutes(random.nextInt(120 * 24 * 60)));
  }

  private List<ReportEvent> walk() {
    var answerBy = now.plus(hours(72));
    log.add(
        new PublicEvent.Submitted(
            1, now, Actor.AFFECTED, any(CATEGORIES), owner, Priority.NORMAL, answerBy));
    if (random.nextInt(10) > 0) {
      log.add(new PublicEvent.Promised(2, now, now.plus(hours(240))));
    }
    for (var steps = random.nextInt(25); steps > 0; steps--) {
      // Several entries of one change have the same time.
      now = random.nextInt(4) == 0 ? now : now.plus(hours(100));
      if (random.nextBoolean()) {
        move();
      } else {
        log.add(something(log.size() + 1));
      }
    }
    return List.copyOf(log);
  }

  private void move() {
    var kind = any(List.of(Actor.Kind.values()));
    var moves = Move.allowedTo(state, kind);
    if (moves.isEmpty()) {
      return;
    }
    var move = any(moves);
    var to = move.to();
    if (move == Move.UNMERGE) {
      to = beforeMerge.remove(beforeMerge.size() - 1);
    } else if (move == Move.MERGE) {
      beforeMerge.add(state);
    }
    log.add(
        new PublicEvent.Moved(
            log.size() + 1,
            now,
            new Actor(kind, null, null),
            move,
            state,
            to,
            null,
            move == Move.REFUSE
                ? new Refusal(Refusal.Reason.NOT_FOUND, "the area manager", "ask again")
                : null,
            move == Move.MERGE ? "original" : null));
    state = to;
  }

  private ReportEvent something(long sequence) {
    var staff = new Actor(any(List.of(Actor.Kind.OWNER, Actor.Kind.MANAGER)), "council", "uid");
    return switch (random.nextInt(10)) {
      case 0 -> new PublicEvent.Promised(sequence, now, now.plus(hours(240)));
      case 1 -> assigned(sequence, staff);
      case 2 -> new PublicEvent.Commented(sequence, now, staff, "We are on it.");
      case 3 -> new PublicEvent.Commented(sequence, now, Actor.AFFECTED, "Still there.");
      case 4 -> joined(sequence);
      case 5 -> new InternalEvent.Asked(sequence, now, any(List.of(Occasion.values())), people);
      case 6, 7 -> answered(sequence);
      case 8 -> new InternalEvent.Chased(sequence, now, 0, owner);
      default ->
          new InternalEvent.Absorbed(sequence, now, "other-" + random.nextInt(3), 2, sequence);
    };
  }

  private ReportEvent assigned(long sequence, Actor by) {
    var before = owner;
    owner = any(PARTNERS);
    return new PublicEvent.Assigned(sequence, now, by, owner, before, null);
  }

  private ReportEvent joined(long sequence) {
    people.add("person-" + sequence);
    return new InternalEvent.Joined(sequence, now, "person-" + sequence);
  }

  private ReportEvent answered(long sequence) {
    var question = open().map(ReportEvent::sequence).orElse(0L);
    var verdict = any(List.of(Verdict.values()));
    return new InternalEvent.Answered(sequence, now, question, any(people), verdict, null, null);
  }

  private Optional<ReportEvent> open() {
    var asked = log.stream().filter(InternalEvent.Asked.class::isInstance).toList();
    return asked.isEmpty() ? Optional.empty() : Optional.of(any(asked));
  }

  private Duration hours(int most) {
    return Duration.ofMinutes(random.nextInt(most * 60));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @Override
  public String toString() {
    return Arrays.toString(log.toArray());
  }
}
