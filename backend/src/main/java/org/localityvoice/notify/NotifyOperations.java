package org.localityvoice.notify;

import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;

/** The operations on subscriptions and inboxes. */
final class NotifyOperations {
  private static final int USUAL_PAGE = 50;

  private final SubscriptionService subscriptions;
  private final InboxService inbox;
  private final Areas areas;
  private final Wording wording;

  NotifyOperations(
      SubscriptionService subscriptions, InboxService inbox, Areas areas, Wording wording) {
    this.subscriptions = subscriptions;
    this.inbox = inbox;
    this.areas = areas;
    this.wording = wording;
  }

  void addTo(Api api) {
    api.on("listSubscriptions", this::list)
        .on("follow", this::follow)
        .on("getSubscription", this::get)
        .on("unfollow", this::unfollow)
        .on("readInbox", this::inbox)
        .on("markEntryRead", this::markRead);
  }

  private Future<Reply> list(Call call) {
    return subscriptions
        .of(call.caller().uid())
        .map(
            all ->
                Reply.ok(
                    new NotifyViews.SubscriptionList(
                        all.stream().map(NotifyViews::subscription).toList())));
  }

  private Future<Reply> follow(Call call) {
    var id = call.path("subscriptionId");
    var interest = call.body(NotifyViews.NewSubscription.class).interest();
    return subscriptions
        .follow(call.caller().uid(), id, interest)
        .map(
            followed -> {
              var view = NotifyViews.subscription(followed.subscription());
              return followed.fresh()
                  ? Reply.created("/v1/subscriptions/" + id, view)
                  : Reply.ok(view);
            });
  }

  private Future<Reply> get(Call call) {
    return subscriptions
        .find(call.caller().uid(), call.path("subscriptionId"))
        .map(found -> Reply.ok(NotifyViews.subscription(found)));
  }

  private Future<Reply> unfollow(Call call) {
    return subscriptions
        .unfollow(call.caller().uid(), call.path("subscriptionId"))
        .map(done -> Reply.noContent());
  }

  private Future<Reply> inbox(Call call) {
    return inbox
        .page(call.caller(), call.query("after"), call.number("limit", USUAL_PAGE))
        .compose(page -> areas.area().map(area -> inbox(call, page, area)));
  }

  private Reply inbox(Call call, InboxService.Page page, Optional<Area> area) {
    var language = call.language(wording.languages());
    var uid = call.caller().uid();
    var entries =
        page.entries().stream().map(one -> wording.entry(one, uid, area, language)).toList();
    return Reply.ok(new NotifyViews.Inbox(entries, page.unread(), page.next()))
        .with("Content-Language", language)
        .with("Vary", "Accept-Language");
  }

  private Future<Reply> markRead(Call call) {
    return inbox.read(call.caller(), call.path("entryId")).map(done -> Reply.noContent());
  }
}
