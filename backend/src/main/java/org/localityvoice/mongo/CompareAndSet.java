package org.localityvoice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Writes that depend on what was read: read, decide in a pure function, replace where the version
 * is still the one read, and start again when somebody was faster.
 */
public final class CompareAndSet {
  private static final int MOST_TRIES = 12;
  private static final int LONGEST_PAUSE_MILLIS = 40;

  private final Vertx vertx;
  private final RandomGenerator random;

  /**
   * The helper.
   *
   * @param random spreads the retries of those who collided
   */
  public CompareAndSet(Vertx vertx, RandomGenerator random) {
    this.vertx = vertx;
    this.random = random;
  }

  /**
   * Changes one document.
   *
   * @param decide pure; may throw a {@link Problem}, which refuses the change
   * @return what the decision answers; fails with {@code not-found} when there is no such document
   *     and with {@code unavailable} when the document is changed by others faster than we can
   */
  public <T extends Versioned, R> Future<R> change(
      MongoCollection<T> collection, String id, Function<T, Decision<T, R>> decide) {
    return attempt(collection, id, seen -> Future.succeededFuture(decide.apply(seen)), 1);
  }

  /** The same where deciding takes so long that it must not keep an event loop. */
  public <T extends Versioned, R> Future<R> changeSlowly(
      MongoCollection<T> collection, String id, Function<T, Decision<T, R>> decide) {
    return attempt(
        collection, id, seen -> vertx.executeBlocking(() -> decide.apply(seen), false), 1);
  }

  private <T extends Versioned, R> Future<R> attempt(
      MongoCollection<T> collection,
      String id,
      Function<T, Future<Decision<T, R>>> decide,
      int attempt) {
    return Publishers.first(collection.find(eq("_id", id)))
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            seen ->
                decide
                    .apply(seen)
                    .compose(
                        decision ->
                            decision instanceof Decision.Replace<T, R> replace
                                ? write(collection, seen, replace)
                                    .compose(
                                        won ->
                                            won
                                                ? Future.succeededFuture(replace.answer())
                                                : again(collection, id, decide, attempt))
                                : Future.succeededFuture(decision.answer())));
  }

  private static <T extends Versioned, R> Future<Boolean> write(
      MongoCollection<T> collection, T seen, Decision.Replace<T, R> replace) {
    if (replace.next().version() != seen.version() + 1) {
      return Future.failedFuture(
          new IllegalStateException("a replacement must carry the next version"));
    }
    return Publishers.one(
            collection.replaceOne(
                and(eq("_id", seen.id()), eq("version", seen.version())), replace.next()))
        .map(result -> result.getMatchedCount() == 1);
  }

  private <T extends Versioned, R> Future<R> again(
      MongoCollection<T> collection,
      String id,
      Function<T, Future<Decision<T, R>>> decide,
      int attempt) {
    if (attempt == MOST_TRIES) {
      return Future.failedFuture(
          Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1)));
    }
    Promise<R> promise = Promise.promise();
    vertx.setTimer(
        1L + random.nextInt(LONGEST_PAUSE_MILLIS),
        pause -> attempt(collection, id, decide, attempt + 1).onComplete(promise));
    return promise.future();
  }
}
