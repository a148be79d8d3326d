package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Priority;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What staff do with a report. */
final class ReportService {
  /** Comments end here; moves do not, since what happens to a report must always be said. */
  static final int MOST_ENTRIES = 2_000;

  private final ReportStore store;
  private final Changes changes;
  private final Desks desks;
  private final InstantSource clock;

  ReportService(ReportStore store, Changes changes, Desks desks, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.desks = desks;
    this.clock = clock;
  }

  /** The report, to somebody who may see it. */
  Future<Report> find(String id, Credentials who) {
    return store
        .find(id)
        .map(
            found -> {
              var report = found.orElseThrow(Problem::notFound);
              Access.viewer(report, who);
              return report;
            });
  }

  /** Makes a move. */
  Future<Report> move(String id, Caller caller, Lifecycle.Wanted wanted, Changes.Request request) {
    return mayRepeat(id, caller, request)
        .compose(
            seen ->
                desks
                    .of(seen)
                    .compose(desk -> mergeable(seen, caller, wanted, request).map(ok -> desk)))
        .compose(
            desk ->
                changes.once(
                    id,
                    request,
                    (report, change) ->
                        Lifecycle.apply(
                            change,
                            report,
                            Access.mustBeStaff(report, caller),
                            wanted,
                            desk,
                            clock.instant())));
  }

  private Future<Void> mergeable(
      Report seen, Caller caller, Lifecycle.Wanted wanted, Changes.Request request) {
    return wanted
        .into()
        .filter(into -> wanted.move() == Move.MERGE && !into.equals(seen.id()))
        .filter(into -> !Changes.sameAgain(seen, request))
        .map(
            into ->
                store
                    .find(into)
                    .<Void>map(
                        original -> {
                          Merging.check(
                              seen,
                              // Nobody finds out about a report by merging into it.
                              original.filter(
                                  one -> Access.seenBy(one, Credentials.of(caller)).isPresent()));
                          return null;
                        }))
        .orElseGet(Future::succeededFuture);
  }

  /**
   * Has somebody confirm what they saw elsewhere. Who disputed it after that has the last word.
   *
   * @param at when they saw it
   */
  Future<Report> confirm(String id, Actor actor, Instant at, Changes.Request request) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(desks::of)
        .compose(
            desk ->
                changes.once(
                    id,
                    request,
                    (report, change) -> {
                      var standing = report.standing();
                      if (actor.kind() == Actor.Kind.WARDEN && report.confidential()) {
                        throw Problem.notFound();
                      }
                      if (standing.state() == ReportState.DISPUTED
                          && at.isBefore(standing.stateSince())) {
                        throw Problem.conflict(
                            "move-not-allowed", Move.CONFIRM.slug(), standing.state().slug());
                      }
                      Lifecycle.apply(
                          change,
                          report,
                          actor,
                          Lifecycle.Wanted.plain(Move.CONFIRM, Optional.empty()),
                          desk,
                          clock.instant());
                    }));
  }

  /** Gives the report to another partner who works in the locality. */
  Future<Report> assign(
      String id, Caller caller, String owner, Optional<String> note, Changes.Request request) {
    return mayRepeat(id, caller, request)
        .compose(desks::of)
        .compose(
            desk ->
                changes.once(
                    id,
                    request,
                    (report, change) -> {
                      var actor = owning(report, caller);
                      worksHere(desk, report.locality(), owner);
                      var before = report.standing().owner();
                      if (!before.equals(owner)) {
                        change.add(
                            (sequence, at) ->
                                new PublicEvent.Assigned(
                                    sequence, at, actor, owner, before, note.orElse(null)));
                      }
                    }));
  }

  private static void worksHere(Desk desk, String locality, String owner) {
    if (desk.area().locality(locality).filter(at -> at.partners().contains(owner)).isEmpty()) {
      throw Problem.invalid(List.of(Violation.at("/owner", "unknown-partner")));
    }
  }

  /** Judges how pressing it is; while it is in hand the promise follows, from the submission on. */
  Future<Report> prioritise(String id, Caller caller, Priority priority) {
    return staffReport(id, caller)
        .compose(desks::of)
        .compose(
            desk ->
                changes.unless(
                    id,
                    report -> {
                      owning(report, caller);
                      return report.standing().priority() == priority;
                    },
                    (report, change) -> {
                      var actor = owning(report, caller);
                      change.add(
                          (sequence, at) ->
                              new InternalEvent.Prioritised(sequence, at, actor, priority));
                      if (ReportState.IN_HAND.contains(report.standing().state())) {
                        var start = report.standing().submittedAt();
                        var by = desk.expectedBy(start, priority);
                        change.add((sequence, at) -> new PublicEvent.Promised(sequence, at, by));
                      }
                    }));
  }

  /** Decides what of the report everybody may see. */
  Future<Report> moderate(String id, Caller caller, ModerationDecision.Wanted wanted) {
    return staffReport(id, caller)
        .compose(desks::of)
        .compose(
            desk ->
                changes.unless(
                    id,
                    report -> {
                      Access.mustBeStaff(report, caller);
                      return ModerationDecision.settled(report, wanted);
                    },
                    (report, change) ->
                        ModerationDecision.apply(
                            change,
                            report,
                            desk.category(),
                            Access.mustBeStaff(report, caller),
                            wanted)));
  }

  /** Whether whoever asks is staff of the report. */
  Future<Boolean> staff(String id, Credentials who) {
    return store
        .find(id)
        .map(
            found ->
                found
                    .flatMap(report -> who.caller().flatMap(one -> Access.staff(report, one)))
                    .isPresent());
  }

  /** A comment by staff, for everybody or among themselves. */
  Future<Report> comment(
      String id, Caller caller, String text, boolean open, Changes.Request request) {
    return changes.once(
        id,
        request,
        (report, change) -> {
          var actor = Access.mustBeStaff(report, caller);
          if (report.log().size() >= MOST_ENTRIES) {
            throw Problem.conflict("log-full", MOST_ENTRIES);
          }
          change.add(
              (sequence, at) ->
                  open
                      ? new PublicEvent.Commented(sequence, at, actor, text)
                      : new InternalEvent.Noted(sequence, at, actor, text));
        });
  }

  /** Owner or manager; a warden sees the report and is told that this is not theirs to do. */
  private static Actor owning(Report report, Caller caller) {
    var actor = Access.mustBeStaff(report, caller);
    if (actor.kind() == Actor.Kind.WARDEN) {
      throw Problem.notFound();
    }
    return actor;
  }

  /** The report, to its staff, and to whoever asks again for what took it out of their hands. */
  private Future<Report> mayRepeat(String id, Caller caller, Changes.Request request) {
    return store
        .find(id)
        .map(
            found -> {
              var report = found.orElseThrow(Problem::notFound);
              if (!Changes.sameAgain(report, request)) {
                Access.mustBeStaff(report, caller);
              }
              return report;
            });
  }

  private Future<Report> staffReport(String id, Caller caller) {
    return store
        .find(id)
        .map(
            found -> {
              var report = found.orElseThrow(Problem::notFound);
              Access.mustBeStaff(report, caller);
              return report;
            });
  }
}
