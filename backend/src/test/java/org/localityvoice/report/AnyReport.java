package org.localityvoice.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.localityvoice.locality.Anonymity;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.CategoryGroup;
import org.localityvoice.locality.Escalation;
import org.localityvoice.locality.Moderation;
import org.localityvoice.locality.Priority;
import org.localityvoice.locality.Promise;
import org.localityvoice.locality.Reporting;
import org.localityvoice.locality.Routing;
import org.localityvoice.locality.Similar;
import org.localityvoice.locality.Text;
import org.localityvoice.locality.WorkingCalendar;

/** A report and its desk, for tests of the pure parts. */
final class AnyReport {
  static final String OWNER = "environment";
  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private AnyReport() {}

  static Desk desk() {
    var words = new Text(Map.of("en", "Litter"));
    var category =
        new Category(
            "litter",
            words,
            words,
            new CategoryGroup("street", words),
            List.of(),
            false,
            Anonymity.ALLOWED,
            Moderation.BEFORE_PUBLICATION,
            Moderation.BEFORE_PUBLICATION,
            0,
            Priority.NORMAL,
            Similar.USUAL,
            List.of(),
            List.of(),
            new Routing(OWNER, Map.of()),
            List.of(new Promise(Priority.NORMAL, 10, 0, 2)),
            new Escalation(2, List.of("housing", Escalation.MANAGER)));
    var area =
        new Area(
            "area", "Area", "Europe/London", List.of(), List.of(), List.of(), Reporting.none());
    return new Desk(
        area,
        category,
        new WorkingCalendar(Reporting.none().workingTime(), ZoneId.of("Europe/London")));
  }

  /** A fresh report with one person affected besides the reporter. */
  static Report report() {
    var priority = Priority.NORMAL;
    var desk = desk();
    var log =
        List.<ReportEvent>of(
            new PublicEvent.Submitted(
                1,
                START,
                Actor.AFFECTED,
                "litter",
                OWNER,
                priority,
                desk.answerBy(START, priority)),
            new PublicEvent.Promised(2, START, desk.expectedBy(START, priority)));
    var publication = new Publication(true, Publication.Moderated.WAITING, null, 54.575, -1.25);
    var standing = Standing.of(log);
    return new Report(
        UUID.nameUUIDFromBytes(new byte[] {1}).toString(),
        1,
        "digest",
        "newport",
        "litter",
        false,
        new Submission(
            new Place(54.575, -1.25, null, null),
            "Cans",
            Map.of(),
            "en",
            Submission.Source.APP,
            null,
            false,
            null,
            null,
            null,
            null),
        List.of(
            new Affected("one", true, "ana", null, START),
            new Affected("two", false, "bilal", null, START)),
        List.of(),
        log,
        standing,
        publication,
        Change.boxes(publication),
        standing.expectedBy(),
        standing.expectedBy(),
        null,
        START,
        List.of(),
        List.of(),
        null);
  }

  /** What a move needs to be complete. */
  static Lifecycle.Wanted complete(Move move) {
    return new Lifecycle.Wanted(
        move,
        move == Move.DISPUTE ? Optional.of("Still there") : Optional.empty(),
        Optional.empty(),
        move == Move.REFUSE
            ? Optional.of(new Refusal(Refusal.Reason.REFERRED, "Head of Streets", "The landlord"))
            : Optional.empty(),
        move == Move.MERGE
            ? Optional.of("00000000-0000-4000-8000-000000000000")
            : Optional.empty());
  }
}
