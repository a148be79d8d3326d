package org.localityvoice.event.feeds;

import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.localityvoice.event.Events;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.schedule.Jobs;

/** Events as calendars to subscribe to: everybody's, and each person's own. */
public final class FeedFeature {
  private static final int MOST_SESSIONS = 1_000;
  private static final int BATCH = 250;
  private static final Duration PURGE = Duration.ofHours(6);

  private final PublicFeedOperations everybody;
  private final OwnFeedOperations own;
  private final OwnCalendarService calendars;

  /**
   * The feature.
   *
   * @param sessions who has to do with which sessions
   * @param publicUrl where residents reach this service, without a slash at the end
   * @param random makes addresses that nobody guesses
   */
  public FeedFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Events events,
      OwnSessions sessions,
      Areas areas,
      Messages messages,
      URI publicUrl,
      InstantSource clock,
      SecureRandom random) {
    var site = new Site(publicUrl);
    var replies = new FeedReplies(vertx, events, areas, messages);
    everybody =
        new PublicFeedOperations(
            new PublicFeedService(events, site, clock, MOST_SESSIONS, BATCH), replies);
    calendars =
        new OwnCalendarService(
            new OwnCalendarStore(mongo, compareAndSet), events.purges(), clock, random);
    own =
        new OwnFeedOperations(
            calendars, new OwnFeedService(calendars, sessions, events, site, clock), replies, site);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    everybody.addTo(api);
    own.addTo(api);
  }

  /** Forgets calendars that nobody reads. */
  public void connect(Jobs jobs) {
    jobs.every("event.feeds.purge", PURGE, calendars::purge);
  }
}
