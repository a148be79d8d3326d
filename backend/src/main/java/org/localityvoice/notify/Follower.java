package org.localityvoice.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.notice.News;
import org.localityvoice.problem.Problem;

/**
 * A person with all that they follow.
 *
 * @param id their uid
 * @param keys those of all their subscriptions
 */
public record Follower(
    @BsonId String id, long version, List<Subscription> subscriptions, List<String> keys)
    implements Versioned {
  /** So many things one person may follow. */
  static final int MOST = 50;

  public Follower {
    subscriptions = List.copyOf(subscriptions);
    keys = List.copyOf(keys);
  }

  static Follower first(String uid, Subscription subscription) {
    return of(uid, 1, List.of(subscription));
  }

  private static Follower of(String uid, long version, List<Subscription> subscriptions) {
    var keys =
        subscriptions.stream().flatMap(one -> one.interest().keys().stream()).distinct().toList();
    return new Follower(uid, version, subscriptions, keys);
  }

  Optional<Subscription> subscription(String subscriptionId) {
    return subscriptions.stream().filter(one -> one.id().equals(subscriptionId)).findFirst();
  }

  /** With one more; the conflict {@code too-many-subscriptions} at the cap. */
  Follower with(Subscription subscription) {
    if (subscriptions.size() >= MOST) {
      throw Problem.conflict("too-many-subscriptions", MOST);
    }
    var all = new ArrayList<>(subscriptions);
    all.add(subscription);
    return of(id, version + 1, all);
  }

  /** Without one; the problem {@code not-found} when it is not there. */
  Follower without(String subscriptionId) {
    var gone = subscription(subscriptionId).orElseThrow(Problem::notFound);
    var rest = subscriptions.stream().filter(one -> !one.equals(gone)).toList();
    return of(id, version + 1, rest);
  }

  /** Whether something that they follow covers this news. */
  boolean wants(News news) {
    return !id.equals(news.actor())
        && subscriptions.stream().anyMatch(subscription -> subscription.covers(news));
  }

  /** Without who it is and what interests them. */
  @Override
  public String toString() {
    return "Follower";
  }
}
