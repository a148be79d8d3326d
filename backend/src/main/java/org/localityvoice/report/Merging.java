package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * What reports that are the same problem owe each other. Each keeps its own history and people; the
 * older one goes on for both, so that merges can never run in a circle. They tell each other by
 * effects. Pure.
 */
final class Merging {
  /** A merged report tells its original how many people it brings; 0 when it leaves. */
  static final String PEOPLE = "report.people";

  /** An original has its merged reports ask their people. */
  static final String ASK = "report.ask";

  /** A merged report passes on what somebody answered about the original. */
  static final String VERDICT = "report.verdict";

  private Merging() {}

  /**
   * How many people a merged report brings.
   *
   * @param version of the merged report that says so; what an older one said is no news
   * @param since when it was merged, or left
   */
  record People(String original, String report, int people, long version, Instant since) {}

  /** Somebody is to ask their people. */
  record Ask(String report, String original, Occasion occasion) {}

  /**
   * What an answer comes to, wherever it was given.
   *
   * @param reasoned whether a reason was given; the reason itself stays in the merged report
   * @param at when it was given
   */
  record Said(Verdict verdict, boolean reasoned, Voice voice, Instant at) {
    boolean disputes() {
      return verdict == Verdict.NO && reasoned;
    }
  }

  /** An answer that is about the original. */
  record PassedOn(String original, String report, Said said) {}

  /** Refuses a merge that cannot be: into what is not there, is elsewhere, or is younger. */
  static void check(Report report, Optional<Report> original) {
    var into =
        original
            .filter(found -> found.locality().equals(report.locality()))
            .filter(found -> found.confidential() == report.confidential())
            .orElseThrow(() -> refused("unknown-report"));
    if (!older(into, report)) {
      throw refused("merge-into-younger");
    }
    if (into.standing().state() == ReportState.MERGED) {
      throw refused("merge-into-merged");
    }
  }

  private static Problem refused(String code) {
    return Problem.invalid(List.of(Violation.at("/into", code)));
  }

  private static boolean older(Report one, Report other) {
    var compared = one.standing().submittedAt().compareTo(other.standing().submittedAt());
    return compared < 0 || (compared == 0 && one.id().compareTo(other.id()) < 0);
  }

  /** Adds the effects on other reports that a change has. */
  static void ripple(Change change, Report before, Report after, List<ReportEvent> added) {
    tellOriginal(change, before, after);
    for (var event : added) {
      if (event instanceof InternalEvent.Asked asked && asked.occasion() != Occasion.MERGED) {
        after
            .standing()
            .absorbed()
            .keySet()
            .forEach(
                child ->
                    change.effect(ASK, Json.text(new Ask(child, after.id(), asked.occasion()))));
      }
    }
  }

  private static void tellOriginal(Change change, Report before, Report after) {
    var old = Optional.ofNullable(before.standing().into());
    var now = Optional.ofNullable(after.standing().into());
    old.filter(original -> !now.equals(Optional.of(original)))
        .ifPresent(original -> people(change, original, after, 0));
    now.filter(
            original -> !old.equals(now) || before.standing().people() != after.standing().people())
        .ifPresent(original -> people(change, original, after, after.standing().people()));
  }

  private static void people(Change change, String original, Report report, int people) {
    var since = report.standing().stateSince();
    change.effect(
        PEOPLE, Json.text(new People(original, report.id(), people, report.version(), since)));
  }

  /** Has the original hear what somebody said about it. The reason stays here. */
  static void passOn(Change change, Report merged, Said said) {
    Optional.ofNullable(merged.standing().into())
        .ifPresent(
            original ->
                change.effect(VERDICT, Json.text(new PassedOn(original, merged.id(), said))));
  }

  /** Reads the payload of an effect. */
  static <T> T read(Outgoing effect, Class<T> type) {
    return Json.value(effect.payload(), type);
  }

  /** Whether an original has nothing to learn from what a merged report says of its people. */
  static boolean known(Report original, People people) {
    return original.log().stream()
        .anyMatch(
            event ->
                event instanceof InternalEvent.Absorbed earlier
                    && earlier.report().equals(people.report())
                    && earlier.version() >= people.version());
  }

  /** An original hears of a merged report's people. */
  static void heard(Change change, Report original, People people) {
    var fresh = !original.standing().absorbed().containsKey(people.report());
    change.add(
        (sequence, at) ->
            new InternalEvent.Absorbed(
                sequence, at, people.report(), people.people(), people.version()));
    if (fresh && people.people() > 0) {
      // What was asked between the merge and now, its people have not been asked.
      missed(original, people.since())
          .ifPresent(
              occasion ->
                  change.effect(ASK, Json.text(new Ask(people.report(), original.id(), occasion))));
    }
  }

  private static Optional<Occasion> missed(Report original, Instant since) {
    var standing = original.standing();
    return original.log().stream()
        .filter(InternalEvent.Asked.class::isInstance)
        .map(InternalEvent.Asked.class::cast)
        .filter(asked -> asked.occasion() != Occasion.MERGED && !asked.at().isBefore(since))
        .reduce((earlier, later) -> later)
        .filter(
            asked ->
                !asked.at().isBefore(standing.stateSince())
                    || (asked.occasion() == Occasion.PROMISE_PASSED && standing.overdue()))
        .map(InternalEvent.Asked::occasion);
  }
}
