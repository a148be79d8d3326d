package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** What those affected do: join, say whether it has been dealt with, write. */
final class AffectedService {
  /** More people than this are counted by merging, not by one document growing without end. */
  static final int MOST_PEOPLE = 1_000;

  /**
   * More than this from one person is talk, and would fill the report's document. An answer to a
   * question that was put to them is not talk: there is always room for that.
   */
  static final int MOST_WORDS = 30;

  private final ReportStore store;
  private final Changes changes;
  private final Desks desks;
  private final InstantSource clock;
  private final Supplier<String> ids;

  AffectedService(
      ReportStore store, Changes changes, Desks desks, InstantSource clock, Supplier<String> ids) {
    this.store = store;
    this.changes = changes;
    this.desks = desks;
    this.clock = clock;
    this.ids = ids;
  }

  /** Says "me too"; whoever is affected already stays so. */
  Future<Report> join(String id, Credentials who) {
    if (who.name().isEmpty()) {
      throw Problem.of(ProblemType.NOT_SIGNED_IN, "secret-or-sign-in");
    }
    return changes.unless(
        id,
        report -> {
          Access.viewer(report, who);
          return Access.person(report, who).isPresent();
        },
        (report, change) -> {
          if (!report.publication().listed()) {
            throw Problem.notFound();
          }
          if (report.affected().size() >= MOST_PEOPLE) {
            throw Problem.conflict("too-many-affected", MOST_PEOPLE);
          }
          var person = person(who);
          var all = new ArrayList<>(report.affected());
          all.add(person);
          change
              .affected(all)
              .add((sequence, at) -> new InternalEvent.Joined(sequence, at, person.id()));
        });
  }

  private Affected person(Credentials who) {
    // Somebody who is signed in is known by that; the secret is for those who are not.
    var uid = who.caller().map(Caller::uid).orElse(null);
    var secret = uid == null ? who.secretHash().orElse(null) : null;
    return new Affected(ids.get(), false, uid, secret, clock.instant());
  }

  /** Answers whether it has been dealt with. */
  Future<Report> answer(
      String id, Credentials who, VerdictDecision.Given given, Changes.Request request) {
    return mine(id, who)
        .compose(
            seen -> {
              ownPhoto(seen, who, given);
              return desks.of(seen);
            })
        .compose(
            desk ->
                changes.once(
                    id,
                    request,
                    (report, change) ->
                        VerdictDecision.apply(
                            change,
                            report,
                            mustBeHeard(report, who, given),
                            Voice.of(who, report.locality()),
                            given,
                            desk,
                            now())));
  }

  private static void ownPhoto(Report report, Credentials who, VerdictDecision.Given given) {
    var person = mustBeAffected(report, who);
    given
        .photo()
        .filter(
            photo ->
                report.photos().stream()
                    .noneMatch(
                        use -> use.photo().equals(photo) && person.id().equals(use.affected())))
        .ifPresent(
            unknown -> {
              throw Problem.invalid(List.of(Violation.at("/photo", "photo-not-added")));
            });
  }

  /** Writes something for staff to read. */
  Future<Report> write(String id, Credentials who, String text, Changes.Request request) {
    return changes.once(
        id,
        request,
        (report, change) -> {
          var person = mustHaveRoom(report, who);
          change.add((sequence, at) -> new InternalEvent.Wrote(sequence, at, person.id(), text));
        });
  }

  /** What a person has reported or joined, newest first. */
  Future<List<Report>> of(Caller caller, Optional<ReportCursor> from, int limit) {
    return store.of(caller.uid(), from, limit);
  }

  private Future<Report> mine(String id, Credentials who) {
    return store
        .find(id)
        .map(
            found -> {
              var report = found.orElseThrow(Problem::notFound);
              mustBeAffected(report, who);
              return report;
            });
  }

  private static Affected mustBeAffected(Report report, Credentials who) {
    return Access.person(report, who).orElseThrow(Problem::notFound);
  }

  /** Somebody affected who answers what they were asked, or has not said all there is room for. */
  private static Affected mustBeHeard(Report report, Credentials who, VerdictDecision.Given given) {
    var person = mustBeAffected(report, who);
    return VerdictDecision.question(report, person, given).isPresent()
        ? person
        : mustHaveRoom(report, who);
  }

  /** Somebody affected who has not said all there is room for. */
  private static Affected mustHaveRoom(Report report, Credentials who) {
    var person = mustBeAffected(report, who);
    var said =
        report.log().stream()
            .filter(
                event ->
                    (event instanceof InternalEvent.Wrote wrote
                            && wrote.affected().equals(person.id()))
                        || (event instanceof InternalEvent.Answered answered
                            && answered.question() == FollowUps.UNASKED
                            && answered.affected().equals(person.id())))
            .count();
    if (said >= MOST_WORDS) {
      throw Problem.conflict("said-enough", MOST_WORDS);
    }
    return person;
  }

  private Instant now() {
    return clock.instant();
  }
}
