package org.localityvoice.walkabout.finding;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Category;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.report.Affected;
import org.localityvoice.report.NewReport;
import org.localityvoice.report.OpenReports;
import org.localityvoice.report.Origin;
import org.localityvoice.report.Report;
import org.localityvoice.report.Submission;
import org.localityvoice.report.SystemReports;
import org.localityvoice.walkabout.Walkabouts;
import org.localityvoice.walkabout.grading.FindingMove;
import org.localityvoice.walkabout.grading.FindingState;

/**
 * Makes findings reports: by the same routing as those of residents, and where an open report of
 * the category is near, that one instead of another. What was noted in words stays here: a report
 * says which element was seen, and no more.
 */
final class FindingReports {
  private static final String ENGLISH = "en";

  private final FindingStore store;
  private final Walkabouts walkabouts;
  private final Areas areas;
  private final SystemReports reports;
  private final OpenReports near;
  private final Messages messages;
  private final InstantSource clock;
  private final Object turn = new Object();
  private Future<Void> last = Future.succeededFuture();

  FindingReports(
      FindingStore store,
      Walkabouts walkabouts,
      Areas areas,
      SystemReports reports,
      OpenReports near,
      Messages messages,
      InstantSource clock) {
    this.store = store;
    this.walkabouts = walkabouts;
    this.areas = areas;
    this.reports = reports;
    this.near = near;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Carries the effect out; again changes nothing. One after the other: of two findings of the same
   * thing that came at once, the second is to meet the report of the first.
   */
  Future<Void> carry(Outgoing effect) {
    synchronized (turn) {
      last = last.otherwiseEmpty().compose(before -> carryOut(effect));
      return last;
    }
  }

  private Future<Void> carryOut(Outgoing effect) {
    return store
        .find(FindingEffect.finding(effect))
        .compose(
            found -> {
              var finding = found.filter(one -> one.shown() && one.report() == null);
              return finding.isEmpty() ? Future.succeededFuture() : report(finding.get());
            });
  }

  private Future<Void> report(Finding finding) {
    var seen = java.util.Objects.requireNonNull(finding.seen());
    return areas
        .area()
        .compose(
            area -> {
              var category =
                  area.flatMap(
                      found ->
                          Optional.ofNullable(seen.category())
                              .flatMap(id -> found.reporting().category(id)));
              return category.isEmpty()
                  ? Future.succeededFuture()
                  : report(finding, seen, category.get());
            });
  }

  private Future<Void> report(Finding finding, Seen seen, Category category) {
    var own = reportId(finding);
    return reports
        .find(own)
        .compose(
            made ->
                made.isPresent()
                    // An earlier try was cut off right after it.
                    ? settle(finding, made.get(), false)
                    : nearest(seen, category)
                        .compose(
                            open ->
                                open.isPresent()
                                    ? settle(finding, open.get(), true)
                                    : make(finding, seen, category, own)
                                        .compose(report -> settle(finding, report, false))));
  }

  /** The nearest open report of the category, if one is as near as its category says. */
  private Future<Optional<Report>> nearest(Seen seen, Category category) {
    // Where public points are blurred, none can be nearer than the blur lets it seem.
    var radius = Math.max(category.similar().metres(), category.blurMetres());
    return near.near(
            seen.point().latitude(), seen.point().longitude(), radius, List.of(category.id()), 1)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : reports.find(found.get(0).id()));
  }

  private Future<Report> make(Finding finding, Seen seen, Category category, String id) {
    return walkabouts
        .catalogue()
        .compose(
            catalogue -> {
              var element =
                  catalogue
                      .element(seen.element())
                      .map(one -> one.name().getOrDefault(ENGLISH, one.id()))
                      .orElse(seen.element());
              var text =
                  messages.text(ENGLISH, "walkabout.report", List.of(element, seen.grade().wire()));
              var report =
                  new NewReport(
                      id,
                      category.id(),
                      Optional.of(
                          new NewReport.Point(
                              seen.point().latitude(), seen.point().longitude(), Optional.empty())),
                      Optional.empty(),
                      Optional.of(finding.localityId()),
                      text,
                      Map.of(),
                      Map.of(),
                      List.of(),
                      Optional.of(ENGLISH),
                      Optional.empty(),
                      true,
                      Optional.empty(),
                      false,
                      Optional.empty());
              return reports.take(report, origin(), ENGLISH);
            });
  }

  private static Origin origin() {
    return new Origin(
        Optional.of(Submission.Source.WALKABOUT),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String reportId(Finding finding) {
    return UUID.nameUUIDFromBytes(
            ("finding/" + finding.walkabout() + "/" + finding.id())
                .getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private Future<Void> settle(Finding finding, Report report, boolean linked) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store
        .<Boolean>change(
            finding.id(),
            found -> {
              if (found.report() != null || !found.shown()) {
                return Decision.keep(false);
              }
              var before = report.submission().source() != Submission.Source.WALKABOUT;
              var told = linked ? told(found, report, now) : List.<Outgoing>of();
              var next =
                  assigned(found, report, now)
                      .orElse(found)
                      .with(new Reported(report.id(), linked, linked && before), told, now);
              return Decision.replace(once(found, next), true);
            })
        .mapEmpty();
  }

  /** Two steps in one write. */
  private static Finding once(Finding before, Finding next) {
    return next.atVersion(before.version() + 1);
  }

  /** To the partner who has the report, unless somebody has decided already. */
  private static Optional<Finding> assigned(Finding found, Report report, Instant now) {
    if (found.state() != FindingState.OPEN) {
      return Optional.empty();
    }
    var owner = report.standing().owner();
    var moved =
        new Moved(
            found.edition() + 1, FindingMove.ASSIGN, null, "routing", null, owner, null, null, now);
    return Optional.of(found.with(moved, owner, List.of()));
  }

  private static List<Outgoing> told(Finding found, Report report, Instant now) {
    return report.affected().stream()
        .filter(Affected::reporter)
        .flatMap(one -> Optional.ofNullable(one.uid()).stream())
        .map(uid -> FindingEffect.seen(found.id(), report, uid, now))
        .toList();
  }
}
