package org.localityvoice.event.feeds;

import io.vertx.core.Future;
import java.time.Instant;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operations on people's own calendars. */
final class OwnFeedOperations {
  /** By the reader alone, and only to ask whether it has changed: a token may be taken back. */
  private static final String KEEPING = "private, no-cache";

  private final OwnCalendarService calendars;
  private final OwnFeedService feeds;
  private final FeedReplies replies;
  private final Site site;

  OwnFeedOperations(
      OwnCalendarService calendars, OwnFeedService feeds, FeedReplies replies, Site site) {
    this.calendars = calendars;
    this.feeds = feeds;
    this.replies = replies;
    this.site = site;
  }

  private record OpenedView(String address, Instant since) {}

  private record SinceView(Instant since) {}

  void addTo(Api api) {
    api.on("openOwnCalendar", this::open)
        .on("getOwnCalendar", this::since)
        .on("closeOwnCalendar", this::close)
        .on("readOwnCalendar", this::read);
  }

  private Future<Reply> open(Call call) {
    return calendars
        .open(call.caller().uid(), call.idempotencyKey())
        .map(
            shown ->
                Reply.json(
                    201,
                    new OpenedView(
                        site.at(
                                "/v1/calendars/"
                                    + shown.token()
                                    + ".ics?lang="
                                    + replies.language(call))
                            .toString(),
                        shown.since())));
  }

  private Future<Reply> since(Call call) {
    return calendars.since(call.caller().uid()).map(since -> Reply.ok(new SinceView(since)));
  }

  private Future<Reply> close(Call call) {
    return calendars.close(call.caller().uid()).map(done -> Reply.noContent());
  }

  private Future<Reply> read(Call call) {
    return replies.calendar(call, KEEPING, wording -> feeds.openedBy(call.path("token"), wording));
  }
}
