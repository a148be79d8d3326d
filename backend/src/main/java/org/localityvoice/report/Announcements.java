package org.localityvoice.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.notice.About;
import org.localityvoice.notice.News;
import org.localityvoice.notice.Notice;

/**
 * What the package notify is to tell whom about a change, as payloads of effects. They say what has
 * happened to which report, never what anybody wrote and never a name. Pure; who is told of which
 * entry stands in {@link Tellings}.
 */
final class Announcements {
  private Announcements() {}

  /**
   * A notice to be carried out of the outbox.
   *
   * @param kind of the effect
   * @param payload as JSON text; never what somebody wrote
   */
  record Announcement(String kind, String payload) {}

  /**
   * What to tell whom.
   *
   * @param report after the change
   * @param added the entries that the change added
   */
  static List<Announcement> of(Report report, List<ReportEvent> added) {
    var actor = actor(report, added).orElse(null);
    var announcements = new ArrayList<Announcement>();
    for (var event : added) {
      for (var telling : Tellings.of(report, event, added)) {
        notice(report, event, telling, actor).ifPresent(announcements::add);
      }
      Tellings.news(report, event, added)
          .ifPresent(code -> announcements.add(news(report, event, code, actor)));
    }
    return List.copyOf(announcements);
  }

  private static Optional<Announcement> notice(
      Report report, ReportEvent event, Tellings.Telling telling, @Nullable String actor) {
    var people = telling.people().stream().filter(uid -> !uid.equals(actor)).toList();
    if (people.isEmpty() && telling.organisations().isEmpty() && !telling.managers()) {
      return Optional.empty();
    }
    var notice =
        new Notice(
            about(report, event, telling.code()),
            people,
            telling.organisations(),
            telling.managers(),
            telling.question(),
            actor);
    return Optional.of(new Announcement(Notice.KIND, notice.payload()));
  }

  private static Announcement news(
      Report report, ReportEvent event, String code, @Nullable String actor) {
    var seen = report.publication();
    var news =
        new News(
            about(report, event, code), report.boxes(), seen.latitude(), seen.longitude(), actor);
    return new Announcement(News.KIND, news.payload());
  }

  private static About about(Report report, ReportEvent event, String code) {
    return new About(
        report.id(),
        event.sequence(),
        code,
        report.locality(),
        report.category(),
        report.standing().state().slug(),
        event.at());
  }

  /** Who is behind a change, which is one act of one person, as far as it is known. */
  private static Optional<String> actor(Report report, List<ReportEvent> added) {
    return added.stream().flatMap(event -> uid(report, event)).filter(Objects::nonNull).findFirst();
  }

  private static Stream<String> uid(Report report, ReportEvent event) {
    if (event instanceof PublicEvent.Submitted) {
      return report.affected().stream().filter(Affected::reporter).map(Affected::uid);
    } else if (event instanceof PublicEvent.Moved moved) {
      return Stream.ofNullable(moved.by().uid());
    } else if (event instanceof PublicEvent.Assigned assigned) {
      return Stream.ofNullable(assigned.by().uid());
    } else if (event instanceof PublicEvent.Commented commented) {
      return Stream.ofNullable(commented.by().uid());
    } else if (event instanceof InternalEvent.Prioritised prioritised) {
      return Stream.ofNullable(prioritised.by().uid());
    } else if (event instanceof InternalEvent.Answered answered) {
      return report.person(answered.affected()).map(Affected::uid).stream();
    } else if (event instanceof InternalEvent.Wrote wrote) {
      return report.person(wrote.affected()).map(Affected::uid).stream();
    }
    return Stream.empty();
  }
}
