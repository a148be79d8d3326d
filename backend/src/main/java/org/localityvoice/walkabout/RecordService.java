package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Shows what was noted, and settles where graders differ. */
final class RecordService {
  private static final int MOST_REWALKS = 50;

  private final WalkaboutStore store;
  private final InstantSource clock;

  RecordService(WalkaboutStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A walkabout of a locality in which the caller walks. */
  Future<Walkabout> walked(String id, Caller caller) {
    return store
        .find(id)
        .map(
            found -> {
              var walkabout = found.orElseThrow(Problem::notFound);
              WalkaboutAccess.mustWalk(caller, walkabout.localityId());
              return walkabout;
            });
  }

  /** One whose grades the caller may see: nobody should know them who is to grade blindly. */
  Future<Walkabout> seen(String id, Caller caller) {
    return walked(id, caller)
        .compose(
            walkabout ->
                WalkaboutAccess.manages(caller, walkabout.localityId())
                    ? Future.succeededFuture(walkabout)
                    : store
                        .rewalkOutlines(List.of(id), MOST_REWALKS)
                        .map(rewalks -> unlessOpen(walkabout, rewalks)));
  }

  private Walkabout unlessOpen(Walkabout walkabout, List<Walkabout> rewalks) {
    var now = clock.instant();
    var open =
        rewalks.stream()
            .map(one -> one.state(now))
            .anyMatch(state -> state == WalkaboutState.PLANNED || state == WalkaboutState.UNDERWAY);
    if (open) {
      throw Problem.conflict("blind-rewalk-open");
    }
    return walkabout;
  }

  /** Which grade counts. */
  record Chosen(String transect, String element, String grade) {}

  /** Decides it, for the lead and the manager. */
  Future<Walkabout> settle(String id, Chosen chosen, Caller caller) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return seen(id, caller)
        .compose(
            seen ->
                store.change(
                    id,
                    walkabout -> {
                      mustDecide(walkabout, caller);
                      if (walkabout.nameless()) {
                        throw Problem.conflict("walkabout-closed");
                      }
                      var settlement = settlement(walkabout, chosen, caller, now);
                      if (settlement.isEmpty()) {
                        return Decision.keep(walkabout);
                      }
                      var next =
                          walkabout.with(
                              walkabout.noted().with(settlement.get()), Optional.empty(), now);
                      return Decision.replace(next, next);
                    }));
  }

  private static void mustDecide(Walkabout walkabout, Caller caller) {
    WalkaboutAccess.mustPlan(caller, walkabout.localityId());
    if (!WalkaboutAccess.manages(caller, walkabout.localityId())
        && !walkabout.lead().equals(caller.uid())) {
      throw Problem.conflict("not-the-lead");
    }
  }

  /** The decision; empty where it has been taken already. */
  private static Optional<Settlement> settlement(
      Walkabout walkabout, Chosen chosen, Caller caller, Instant now) {
    var opinions =
        walkabout.noted().opinions(now).stream()
            .filter(one -> one.transect().equals(chosen.transect()))
            .filter(one -> one.element().equals(chosen.element()))
            .findFirst()
            .orElseThrow(() -> fault("/transect", "nothing-graded"));
    var among = opinions.standing().stream().map(TransectGrade::id).toList();
    if (!among.contains(chosen.grade())) {
      throw fault("/grade", "unknown-grade");
    }
    var before = opinions.settlement();
    return before.filter(one -> one.grade().equals(chosen.grade())).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Settlement(
                chosen.transect(),
                chosen.element(),
                chosen.grade(),
                among,
                caller.uid(),
                WalkaboutAccess.roleOf(caller),
                now));
  }

  private static Problem fault(String pointer, String code) {
    return Problem.invalid(List.of(Violation.at(pointer, code)));
  }

  /** How far a re-walk that has ended agrees with what it repeats. */
  Future<Agreement> agreement(String id, Caller caller) {
    return walked(id, caller)
        .compose(
            rewalk ->
                store
                    .find(rewalk.repeats().orElseThrow(Problem::notFound))
                    .map(
                        first -> {
                          var now = clock.instant();
                          if (rewalk.state(now) != WalkaboutState.ENDED) {
                            throw Problem.conflict("walkabout-not-ended");
                          }
                          return Agreement.of(first.orElseThrow(Problem::notFound), rewalk, now);
                        }));
  }
}
