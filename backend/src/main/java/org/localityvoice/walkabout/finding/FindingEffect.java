package org.localityvoice.walkabout.finding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.report.Report;

/** What follows from findings, as effects. They name ids, and nothing that anybody wrote. Pure. */
final class FindingEffect {
  /** A finding is to become a report; the payload is its id. */
  static final String REPORT = "walkabout.finding.report";

  /** Its report is to hear that somebody has seen it put right. */
  static final String SEEN_DONE = "walkabout.finding.verified";

  /** People noted different things of it. */
  static final String DIFFER = "finding.differ";

  /** Edits of it came, and it did not. */
  static final String LOST = "finding.lost";

  private static final String CODE = "report.seen-on-walkabout";

  /** So many hexadecimal digits are a number that is not negative. */
  private static final int DIGITS = 15;

  private FindingEffect() {}

  private record ToReport(String finding) {}

  /**
   * Which verification it is.
   *
   * @param edition that it made
   */
  record SeenDone(String finding, long edition) {}

  static Outgoing toReport(String finding) {
    return new Outgoing(
        DerivedId.of("finding-report", finding), REPORT, Json.text(new ToReport(finding)));
  }

  static Outgoing seenDone(String finding, long edition) {
    return new Outgoing(
        DerivedId.of(SEEN_DONE, finding, String.valueOf(edition)),
        SEEN_DONE,
        Json.text(new SeenDone(finding, edition)));
  }

  static SeenDone seenDone(Outgoing effect) {
    return Json.value(effect.payload(), SeenDone.class);
  }

  static String finding(Outgoing effect) {
    return Json.value(effect.payload(), ToReport.class).finding();
  }

  /**
   * Tells the managers that they have to look at a finding.
   *
   * @param code {@link #DIFFER} or {@link #LOST}
   */
  static Outgoing toManagers(String code, Finding finding, Instant now) {
    var sequence = finding.version() + 1;
    var happening = new About.Happening("finding", finding.id(), Map.of("en", ""), "");
    return Notice.toManagers(About.happening(sequence, code, finding.localityId(), now, happening))
        .outgoing(DerivedId.of(code, finding.id(), String.valueOf(sequence)));
  }

  /** Tells the one who reported it first that it was seen on a walkabout. */
  static Outgoing seen(String finding, Report report, String reporter, Instant now) {
    var id = DerivedId.of("finding-seen", finding, report.id());
    var about =
        new About(
            report.id(),
            Long.parseLong(id.substring(0, DIGITS), 16),
            CODE,
            report.locality(),
            report.category(),
            report.standing().state().slug(),
            now);
    return Notice.toPeople(about, List.of(reporter)).outgoing(id);
  }
}
