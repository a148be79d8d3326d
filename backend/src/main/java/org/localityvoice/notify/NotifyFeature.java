package org.localityvoice.notify;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import org.localityvoice.http.Api;
import org.localityvoice.http.Json;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.notice.News;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/**
 * Puts the parts of this package together. Other features reach it by effects only: {@link Notice}
 * for certain people and organisations, {@link News} for whoever follows.
 */
public final class NotifyFeature {
  private static final String FAN_OUT = "notify.news";
  private static final String PURGE = "notify.purge";
  private static final Duration FAN_OUT_PERIOD = Duration.ofSeconds(5);
  private static final Duration PURGE_PERIOD = Duration.ofHours(6);

  private final InboxService inbox;
  private final FanOut fanOut;
  private final NotifyOperations operations;

  /** The feature; {@link #connect} brings it to work. */
  public NotifyFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Areas areas,
      Messages messages,
      InstantSource clock) {
    var entries = new InboxStore(mongo);
    var followers = new FollowerStore(mongo, compareAndSet);
    inbox = new InboxService(entries, clock);
    fanOut = new FanOut(new NewsStore(mongo), followers, entries, clock);
    operations =
        new NotifyOperations(
            new SubscriptionService(followers, areas, clock), inbox, areas, new Wording(messages));
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
  }

  /** Takes effects of others; tells followers and forgets old entries in the background. */
  public void connect(Relay relay, Jobs jobs) {
    relay.deliver(Notice.KIND, this::notice);
    relay.deliver(News.KIND, effect -> news(effect).onSuccess(taken -> jobs.wake(FAN_OUT)));
    jobs.every(FAN_OUT, FAN_OUT_PERIOD, fanOut::run);
    jobs.every(PURGE, PURGE_PERIOD, inbox::purge);
  }

  private Future<Void> notice(Outgoing effect) {
    return inbox.deliver(Json.value(effect.payload(), Notice.class));
  }

  private Future<Void> news(Outgoing effect) {
    return fanOut.accept(effect.id(), Json.value(effect.payload(), News.class));
  }
}
