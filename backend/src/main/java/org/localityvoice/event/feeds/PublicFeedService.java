package org.localityvoice.event.feeds;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Events;
import org.localityvoice.event.Listing;
import org.localityvoice.event.Session;
import org.localityvoice.event.SessionMark;
import org.localityvoice.event.calendar.CalendarFeed;
import org.localityvoice.problem.Problem;

/** The calendars of localities and partners, which are for everybody. */
final class PublicFeedService {
  /** How long a reader should wait before it looks again. */
  static final Duration REFRESH = Duration.ofHours(1);

  private final Events events;
  private final Site site;
  private final InstantSource clock;
  private final int most;
  private final int batchSize;

  /**
   * The service.
   *
   * @param most sessions that a calendar has
   * @param batchSize how many of them are read at once
   */
  PublicFeedService(Events events, Site site, InstantSource clock, int most, int batchSize) {
    this.events = events;
    this.site = site;
    this.clock = clock;
    this.most = most;
    this.batchSize = batchSize;
  }

  /** Fails with not-found where there is no such locality. */
  Future<CalendarFeed> ofLocality(String id, Wording wording) {
    var name =
        wording
            .area()
            .flatMap(area -> area.locality(id))
            .map(one -> wording.name("calendar.locality", wording.said(one.name())));
    return feed(
        "localities", id, name.orElseThrow(Problem::notFound), Listing.ofLocality(id), wording);
  }

  /** Fails with not-found where there is no such partner. */
  Future<CalendarFeed> ofPartner(String id, Wording wording) {
    var name =
        wording
            .area()
            .flatMap(area -> area.partner(id))
            .map(one -> wording.name("calendar.partner", one.name()));
    return feed(
        "partners", id, name.orElseThrow(Problem::notFound), Listing.ofOrganiser(id), wording);
  }

  private Future<CalendarFeed> feed(
      String kind, String id, String name, Listing which, Wording wording) {
    var entries = new PublicEntries(wording, site);
    var path = "/v1/" + kind + '/' + id + "/events.ics?lang=" + wording.language();
    return sessions(which)
        .map(
            found ->
                new CalendarFeed(
                    site.uidOf(kind, id),
                    wording.language(),
                    name,
                    "",
                    Optional.of(site.at(path)),
                    REFRESH,
                    found.stream().map(entries::of).toList()));
  }

  private Future<List<Session>> sessions(Listing which) {
    var now = clock.instant();
    return read(which, Span.at(now), now, Optional.empty(), new ArrayList<>());
  }

  private Future<List<Session>> read(
      Listing which, Span span, Instant now, Optional<SessionMark> after, List<Session> found) {
    return events
        .listed(which, span.from(), span.to(), after, batchSize)
        .compose(
            batch -> {
              batch.stream()
                  .filter(session -> Events.isShown(session, now))
                  .limit(most - found.size())
                  .forEach(found::add);
              return batch.size() < batchSize || found.size() == most
                  ? Future.succeededFuture(found)
                  : read(
                      which,
                      span,
                      now,
                      Optional.of(SessionMark.of(batch.get(batchSize - 1))),
                      found);
            });
  }
}
