package org.localityvoice.event.feeds;

import io.vertx.core.Future;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operations on everybody's calendars. */
final class PublicFeedOperations {
  private static final String KEEPING = "public, max-age=300";

  private final PublicFeedService feeds;
  private final FeedReplies replies;

  PublicFeedOperations(PublicFeedService feeds, FeedReplies replies) {
    this.feeds = feeds;
    this.replies = replies;
  }

  void addTo(Api api) {
    api.on("getLocalityCalendar", this::locality).on("getPartnerCalendar", this::partner);
  }

  private Future<Reply> locality(Call call) {
    return replies.calendar(
        call, KEEPING, wording -> feeds.ofLocality(call.path("localityId"), wording));
  }

  private Future<Reply> partner(Call call) {
    return replies.calendar(
        call, KEEPING, wording -> feeds.ofPartner(call.path("partnerId"), wording));
  }
}
