package org.localityvoice.walkabout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.notice.About;
import org.localityvoice.notice.News;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;

/**
 * What followers and managers are told of walkabouts, as payloads of effects: which route and on
 * which day, and nothing that anybody has noted. Pure.
 */
final class WalkaboutNews {
  static final String PLANNED = "walkabout.planned";
  static final String CHANGED = "walkabout.changed";
  static final String CANCELLED = "walkabout.cancelled";
  static final String TO_SETTLE = "walkabout.to-settle";

  private WalkaboutNews() {}

  /**
   * For those who follow the locality.
   *
   * @param edition of the walkabout that it is about
   * @param actor uid of who did it, who is not told
   */
  static Outgoing news(
      String code, String id, long edition, Route route, LocalDate day, String actor, Instant now) {
    var about = about(code, id, edition, route, day, now);
    return new News(about, List.of(), null, null, actor)
        .outgoing(DerivedId.of("walkabout-news", id, String.valueOf(edition)));
  }

  /** For the lead and the managers: people differ, and somebody decides. At most one a day. */
  static Outgoing toSettle(Walkabout walkabout, Route route, ZoneId zone, Instant now) {
    var today = LocalDate.ofInstant(now, zone);
    var day = LocalDate.ofInstant(walkabout.plan().startsAt(), zone);
    var about = about(TO_SETTLE, walkabout.id(), today.toEpochDay(), route, day, now);
    return new Notice(about, List.of(walkabout.lead()), List.of(), true, null, null)
        .outgoing(
            DerivedId.of(
                "walkabout-to-settle", walkabout.id(), String.valueOf(walkabout.version())));
  }

  private static About about(
      String code, String id, long sequence, Route route, LocalDate day, Instant now) {
    var happening =
        new About.Happening("walkabout", id, route.title().byLanguage(), day.toString());
    return About.happening(sequence, code, route.localityId(), now, happening);
  }
}
