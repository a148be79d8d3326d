package org.localityvoice.walkabout.finding;

import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.report.Report;
import org.localityvoice.report.SystemReports;
import org.localityvoice.walkabout.grading.FindingMove;

/**
 * Tells the report that somebody has seen its finding put right, as the word of whoever saw it. A
 * warden's word is for what walkabouts came upon themselves: what residents reported nearby is for
 * them to confirm. What the report does not allow is left. Nothing of a report comes back from
 * here, so no effect answers another.
 */
final class Confirming {
  /** The role of people whom the report affects. */
  static final String RESIDENT = "resident";

  private static final String WARDEN = Role.WARDEN.slug();

  private final FindingStore store;
  private final SystemReports reports;

  Confirming(FindingStore store, SystemReports reports) {
    this.store = store;
    this.reports = reports;
  }

  /** What follows from a move for the report. */
  static List<Outgoing> effects(Finding before, Moved moved, Caller caller) {
    if (moved.move() != FindingMove.VERIFY || before.reported().isEmpty()) {
      return List.of();
    }
    var warden = moved.role().equals(WARDEN) && !before.reported().get().linked();
    var resident = moved.role().equals(RESIDENT) && !caller.staff();
    return warden || resident
        ? List.of(FindingEffect.seenDone(before.id(), moved.edition()))
        : List.of();
  }

  /** Carries the effect out, unless the finding has been opened again; again changes nothing. */
  Future<Void> carry(Outgoing effect) {
    var wanted = FindingEffect.seenDone(effect);
    return store
        .find(wanted.finding())
        .compose(
            found -> {
              var finding = found.filter(one -> one.shown() && one.edition() == wanted.edition());
              return finding.isEmpty()
                  ? Future.succeededFuture()
                  : confirm(finding.get(), effect.id());
            });
  }

  private Future<Void> confirm(Finding finding, String id) {
    var moved = finding.moves().get(finding.moves().size() - 1);
    var uid = Objects.requireNonNull(moved.by());
    var warden =
        moved.role().equals(WARDEN)
            ? Optional.of(new SystemReports.Warden(uid, Optional.ofNullable(moved.organisation())))
            : Optional.<SystemReports.Warden>empty();
    return reports
        .confirm(
            finding.reported().orElseThrow().id(),
            warden,
            moved.at(),
            new SystemReports.Once(id, id))
        .<Void>mapEmpty()
        .recover(
            failure ->
                failure instanceof Problem problem && left(problem.type())
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  private static boolean left(ProblemType type) {
    return type == ProblemType.CONFLICT || type == ProblemType.NOT_FOUND;
  }

  /** Where the report of a finding stands; empty where not everybody on a walk may know. */
  Future<Optional<String>> state(Finding finding) {
    return finding
        .reported()
        .map(
            one ->
                reports
                    .find(one.id())
                    .map(
                        found ->
                            found.filter(report -> !report.confidential()).map(Confirming::slug)))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private static String slug(Report report) {
    return report.standing().state().slug();
  }
}
