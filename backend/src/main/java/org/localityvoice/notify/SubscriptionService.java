package org.localityvoice.notify;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** What people follow. A person's ids are their own, so nobody meets anybody else's. */
final class SubscriptionService {
  private static final int MOST_TRIES = 5;

  private final FollowerStore store;
  private final Areas areas;
  private final InstantSource clock;

  SubscriptionService(FollowerStore store, Areas areas, InstantSource clock) {
    this.store = store;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * What came of following something.
   *
   * @param fresh whether it was not followed before
   */
  record Followed(Subscription subscription, boolean fresh) {}

  /** What a person follows, oldest first. */
  Future<List<Subscription>> of(String uid) {
    return store.find(uid).map(found -> found.map(Follower::subscriptions).orElse(List.of()));
  }

  Future<Subscription> find(String uid, String id) {
    return store
        .find(uid)
        .map(
            found ->
                found
                    .flatMap(follower -> follower.subscription(id))
                    .orElseThrow(Problem::notFound));
  }

  /** Follows something; again changes nothing, and other content under the same id is refused. */
  Future<Followed> follow(String uid, String id, Interest interest) {
    return areas
        .area()
        .compose(
            area -> {
              check(area, interest);
              var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
              return follow(uid, new Subscription(id, interest, now), 1);
            });
  }

  private Future<Followed> follow(String uid, Subscription wanted, int attempt) {
    return store
        .<Followed>change(
            uid,
            follower ->
                follower
                    .subscription(wanted.id())
                    .map(known -> Decision.<Follower, Followed>keep(same(known, wanted)))
                    .orElseGet(
                        () -> Decision.replace(follower.with(wanted), new Followed(wanted, true))))
        .recover(
            failure ->
                absent(failure) && attempt <= MOST_TRIES
                    ? first(uid, wanted, attempt)
                    : Future.failedFuture(failure));
  }

  private Future<Followed> first(String uid, Subscription wanted, int attempt) {
    return store
        .add(Follower.first(uid, wanted))
        .compose(
            added ->
                added
                    ? Future.succeededFuture(new Followed(wanted, true))
                    // Another request of the same person was first.
                    : follow(uid, wanted, attempt + 1));
  }

  private static Followed same(Subscription known, Subscription wanted) {
    if (!known.interest().equals(wanted.interest())) {
      throw Problem.conflict("subscription-differs");
    }
    return new Followed(known, false);
  }

  /** Follows something no longer. */
  Future<Void> unfollow(String uid, String id) {
    return store
        .<Boolean>change(
            uid,
            follower -> {
              var next = follower.without(id);
              return Decision.replace(next, next.subscriptions().isEmpty());
            })
        .compose(none -> none ? store.forget(uid) : Future.succeededFuture());
  }

  private static boolean absent(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND;
  }

  private static void check(Optional<Area> area, Interest interest) {
    var faults = new ArrayList<Violation>();
    if (interest instanceof Interest.OfLocality place) {
      locality(faults, area, place.locality(), "/locality");
    } else if (interest instanceof Interest.OfCategory wanted) {
      category(faults, area, wanted.category());
      if (wanted.locality() != null) {
        locality(faults, area, wanted.locality(), "/category/locality");
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private static void locality(
      List<Violation> faults, Optional<Area> area, String id, String pointer) {
    if (area.flatMap(found -> found.locality(id)).isEmpty()) {
      faults.add(Violation.at(pointer, "unknown-locality"));
    }
  }

  private static void category(List<Violation> faults, Optional<Area> area, String id) {
    var found = area.flatMap(known -> known.reporting().category(id));
    if (found.isEmpty()) {
      faults.add(Violation.at("/category/id", "unknown-category"));
    } else if (found.get().confidential()) {
      faults.add(Violation.at("/category/id", "confidential-category"));
    }
  }
}
