package org.localityvoice.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Decides about moves: who may make which, what each must bring, and what follows. Pure. */
final class Lifecycle {
  /** Whoever promises for later than this promises nothing. */
  static final Duration LONGEST_PROMISE = Duration.ofDays(1_100);

  private Lifecycle() {}

  /**
   * A move that somebody wants to make.
   *
   * @param note for those affected to read
   * @param expectedBy a new promise
   * @param into in a merge the report that goes on
   */
  record Wanted(
      Move move,
      Optional<String> note,
      Optional<Instant> expectedBy,
      Optional<Refusal> refusal,
      Optional<String> into) {
    static Wanted plain(Move move, Optional<String> note) {
      return new Wanted(move, note, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** The moves this actor may make now. */
  static List<Move> allowed(Standing standing, Actor actor) {
    return Move.allowedTo(standing.state(), actor.kind()).stream()
        .filter(move -> move != Move.CONFIRM || !owns(standing, actor))
        .toList();
  }

  /** A warden of the owner's own organisation is no second pair of eyes. */
  private static boolean owns(Standing standing, Actor actor) {
    return standing.owner().equals(actor.organisation());
  }

  /**
   * Adds a move to a change, with the questions that follow from it.
   *
   * @throws Problem the conflict {@code move-not-allowed} with the moves that are, or what the move
   *     lacks
   */
  static Change apply(
      Change change, Report seen, Actor actor, Wanted wanted, Desk desk, Instant now) {
    var standing = change.standing();
    var allowed = allowed(standing, actor);
    if (!allowed.contains(wanted.move())) {
      throw Problem.conflict("move-not-allowed", wanted.move().slug(), standing.state().slug())
          .allowed(allowed.stream().map(Move::slug).toList());
    }
    lacks(seen, actor, wanted, now);
    var to =
        wanted.move() == Move.UNMERGE && standing.beforeMerge() != null
            ? standing.beforeMerge()
            : wanted.move().to();
    change.add(
        (sequence, at) ->
            new PublicEvent.Moved(
                sequence,
                at,
                actor,
                wanted.move(),
                standing.state(),
                to,
                wanted.note().orElse(null),
                wanted.refusal().orElse(null),
                wanted.into().orElse(null)));
    promise(standing, wanted, to, desk, now)
        .ifPresent(by -> change.add((sequence, at) -> new PublicEvent.Promised(sequence, at, by)));
    if (wanted.move() != Move.UNMERGE) {
      // Back at an ending its people were asked about it before.
      occasion(to).ifPresent(occasion -> ask(change, seen, occasion));
    }
    return change;
  }

  /** A dispute, and whatever comes back to life, starts a new clock. */
  private static Optional<Instant> promise(
      Standing before, Wanted wanted, ReportState to, Desk desk, Instant now) {
    var reopened =
        ReportState.UNFINISHED.contains(to) && !ReportState.UNFINISHED.contains(before.state());
    return wanted
        .expectedBy()
        .or(
            () ->
                reopened ? Optional.of(desk.expectedBy(now, before.priority())) : Optional.empty());
  }

  /** Asks everybody affected, this very moment. */
  static void ask(Change change, Report seen, Occasion occasion) {
    var people = seen.affected().stream().map(Affected::id).toList();
    change.add((sequence, at) -> new InternalEvent.Asked(sequence, at, occasion, people));
  }

  private static Optional<Occasion> occasion(ReportState to) {
    return switch (to) {
      case SAID_DONE -> Optional.of(Occasion.SAID_DONE);
      case REFUSED -> Optional.of(Occasion.REFUSED);
      case MERGED -> Optional.of(Occasion.MERGED);
      default -> Optional.empty();
    };
  }

  private static void lacks(Report seen, Actor actor, Wanted wanted, Instant now) {
    var faults = new ArrayList<Violation>();
    need(faults, wanted.move() == Move.REFUSE, wanted.refusal().isPresent(), "/refusal");
    need(faults, wanted.move() == Move.MERGE, wanted.into().isPresent(), "/into");
    if (wanted.move() == Move.DISPUTE && actor.staff() && wanted.note().isEmpty()) {
      faults.add(Violation.at("/note", "required"));
    }
    if (wanted.into().filter(seen.id()::equals).isPresent()) {
      faults.add(Violation.at("/into", "merge-into-itself"));
    }
    wanted
        .expectedBy()
        .ifPresent(
            by -> {
              if (!ReportState.IN_HAND.contains(wanted.move().to())
                  || wanted.move() == Move.UNMERGE) {
                faults.add(Violation.at("/expectedBy", "not-with-this-move"));
              } else if (!by.isAfter(now)) {
                faults.add(Violation.at("/expectedBy", "must-be-later"));
              } else if (by.isAfter(now.plus(LONGEST_PROMISE))) {
                faults.add(
                    Violation.at("/expectedBy", "promise-too-late", LONGEST_PROMISE.toDays()));
              }
            });
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private static void need(List<Violation> faults, boolean needed, boolean given, String place) {
    if (needed && !given) {
      faults.add(Violation.at(place, "required"));
    } else if (!needed && given) {
      faults.add(Violation.at(place, "not-with-this-move"));
    }
  }
}
