package org.localityvoice.notify;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.notice.News;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries news to followers, a page at a time. Whoever is cut off leaves a note of how far it came;
 * a page that is done twice tells nobody twice, since an entry's id follows from news and person.
 */
final class FanOut {
  /** Followers told at once. */
  static final int PAGE = 200;

  private static final int MOST_ITEMS = 50;
  private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

  private final NewsStore news;
  private final FollowerStore followers;
  private final InboxStore inbox;
  private final InstantSource clock;

  FanOut(NewsStore news, FollowerStore followers, InboxStore inbox, InstantSource clock) {
    this.news = news;
    this.followers = followers;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Takes news in; what was taken in before changes nothing. */
  Future<Void> accept(String effect, News fresh) {
    return news.add(NewsItem.fresh(effect, fresh, clock.instant())).mapEmpty();
  }

  /** Carries on until nothing waits. */
  Future<Void> run() {
    return news.waiting(MOST_ITEMS)
        .compose(
            items -> {
              var all = Future.succeededFuture(true);
              for (var item : items) {
                all = all.compose(good -> whole(item).map(done -> good && done));
              }
              // What failed is tried again in the next period, not at once.
              return all.compose(
                  good -> items.isEmpty() || !good ? Future.<Void>succeededFuture() : run());
            });
  }

  private Future<Boolean> whole(NewsItem item) {
    return carry(item)
        .map(true)
        .recover(
            failure -> {
              // Not its message: the store may name a person in it.
              var kind = failure.getClass().getSimpleName();
              LOG.warn("news {} has not reached everybody yet: {}", item.id(), kind);
              return Future.succeededFuture(false);
            });
  }

  private Future<Void> carry(NewsItem item) {
    return item.done() ? news.remove(item.id()) : page(item).compose(this::carry);
  }

  /** Tells one page of followers, then notes it. */
  Future<NewsItem> page(NewsItem item) {
    return followers
        .by(item.key(), item.after(), PAGE)
        .compose(
            page -> {
              var next = item.past(page, page.size() == PAGE);
              return inbox
                  .add(entries(item.news(), page))
                  .compose(told -> news.progress(next))
                  .map(next);
            });
  }

  private static List<Entry> entries(News news, List<Follower> page) {
    return page.stream()
        .filter(follower -> follower.wants(news))
        .map(follower -> Entry.personal(news.about(), follower.id(), null))
        .toList();
  }
}
