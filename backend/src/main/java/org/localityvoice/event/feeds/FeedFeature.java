package org.localityvoice.event.feeds;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import org.localityvoice.event.Events;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;

/** Events as calendars to subscribe to. */
public final class FeedFeature {
  private static final int MOST_SESSIONS = 1_000;
  private static final int BATCH = 250;

  private final PublicFeedOperations everybody;

  /**
   * The feature.
   *
   * @param publicUrl where residents reach this service, without a slash at the end
   */
  public FeedFeature(
      Vertx vertx,
      Events events,
      Areas areas,
      Messages messages,
      URI publicUrl,
      InstantSource clock) {
    var site = new Site(publicUrl);
    var replies = new FeedReplies(vertx, events, areas, messages);
    everybody =
        new PublicFeedOperations(
            new PublicFeedService(events, site, clock, MOST_SESSIONS, BATCH), replies);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    everybody.addTo(api);
  }
}
