package org.localityvoice.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Boxes;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;

/**
 * The next version of a report in the making: entries are added to the log, and everything that
 * follows from the log is worked out at the end. Pure; used once.
 */
final class Change {
  private static final int MOST_REMEMBERED = 1_000;

  private final Report seen;
  private final Instant now;
  private final List<ReportEvent> added = new ArrayList<>();
  private final List<Outgoing> effects = new ArrayList<>();
  private List<Affected> affected;
  private List<PhotoUse> photos;
  private List<Report.Applied> applied;
  private Standing standing;
  private Publication publication;
  private @Nullable Instant chaseAt;

  Change(Report seen, Instant now) {
    this.seen = seen;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
    affected = seen.affected();
    photos = seen.photos();
    applied = seen.applied();
    standing = seen.standing();
    publication = seen.publication();
    chaseAt = seen.chaseAt();
  }

  /** The first version of a report that was drafted, with what follows from its beginning. */
  static Report first(Report draft, Instant now) {
    var change = new Change(draft, now);
    change.added.addAll(draft.log());
    draft.photos().forEach(use -> PhotoService.publish(change, use));
    return change.next();
  }

  /** Adds an entry, made of its sequence and time. */
  Change add(BiFunction<Long, Instant, ReportEvent> entry) {
    var event = entry.apply((long) seen.log().size() + added.size() + 1, now);
    added.add(event);
    standing = standing.after(event);
    if (event instanceof PublicEvent.Promised promised) {
      chaseAt = promised.expectedBy();
    }
    return this;
  }

  /** When it happens. */
  Instant now() {
    return now;
  }

  /** The standing with what was added so far. */
  Standing standing() {
    return standing;
  }

  Change affected(List<Affected> next) {
    affected = next;
    return this;
  }

  Change photos(List<PhotoUse> next) {
    photos = next;
    return this;
  }

  Change publication(Publication next) {
    var again = next.listed() && !seen.publication().listed();
    publication = again ? next.listedSince(now) : next;
    return this;
  }

  /** When somebody is to be reminded next; null for never. */
  Change chaseAt(@Nullable Instant next) {
    chaseAt = next;
    return this;
  }

  /** Remembers the request, so that a retry of it changes nothing. */
  Change applied(Report.Applied request) {
    var all = new ArrayList<>(applied);
    all.add(request);
    applied = all.subList(Math.max(0, all.size() - MOST_REMEMBERED), all.size());
    return this;
  }

  /** Has an effect carried out after the write. */
  Change effect(String kind, String payload) {
    var id = DerivedId.of(seen.id(), String.valueOf(seen.version() + 1), "" + effects.size());
    effects.add(new Outgoing(id, kind, payload));
    return this;
  }

  /** The next version. */
  Report next() {
    var log = new ArrayList<>(seen.log());
    added.stream().filter(event -> event.sequence() > seen.log().size()).forEach(log::add);
    var draft = version(log);
    Merging.ripple(this, seen, draft, added);
    Announcements.of(draft, added).forEach(notice -> effect(notice.kind(), notice.payload()));
    return version(log);
  }

  private Report version(List<ReportEvent> log) {
    var outbox = new ArrayList<>(seen.outbox());
    outbox.addAll(effects);
    var unfinished = ReportState.UNFINISHED.contains(standing.state());
    var since = seen.outboxSince() == null && !effects.isEmpty() ? now : seen.outboxSince();
    return new Report(
        seen.id(),
        seen.version() + 1,
        seen.digest(),
        seen.locality(),
        seen.category(),
        seen.confidential(),
        seen.submission(),
        affected,
        photos,
        log,
        standing,
        publication,
        boxes(publication),
        chaseAt,
        unfinished ? chaseAt : null,
        seen.counted(),
        seen.uncountedSince() == null ? now : seen.uncountedSince(),
        applied,
        outbox,
        since);
  }

  /** The map squares of what is public; none for what is not. */
  static List<String> boxes(Publication publication) {
    var latitude = publication.latitude();
    var longitude = publication.longitude();
    return publication.listed() && latitude != null && longitude != null
        ? Boxes.of(latitude, longitude)
        : List.of();
  }
}
