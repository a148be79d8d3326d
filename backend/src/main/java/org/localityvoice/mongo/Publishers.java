package org.localityvoice.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The only bridge from the driver's publishers to futures. Each future completes on the caller's
 * own Vert.x context, so that code after it never runs on a driver thread.
 */
public final class Publishers {
  private Publishers() {}

  /** The first element, if there is one. */
  public static <T> Future<Optional<T>> first(Publisher<T> publisher) {
    return here(Mono.from(publisher).map(Optional::of).defaultIfEmpty(Optional.empty()).toFuture());
  }

  /** The only element of a publisher that always has one, such as a write's result. */
  public static <T> Future<T> one(Publisher<T> publisher) {
    return here(Mono.from(publisher).single().toFuture());
  }

  /** All elements; for queries with a limit. */
  public static <T> Future<List<T>> list(Publisher<T> publisher) {
    return here(Flux.from(publisher).collectList().toFuture());
  }

  /** Completes when the publisher does; what it brings is of no interest. */
  public static Future<Void> done(Publisher<?> publisher) {
    return here(Mono.from(publisher).then().toFuture());
  }

  /** Whether a write went in: false when a unique key was taken, any other failure as it is. */
  public static Future<Boolean> unlessTaken(Publisher<?> write) {
    return done(write)
        .map(true)
        .recover(
            failure ->
                Mongo.isDuplicate(failure)
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(failure));
  }

  /** Hands over each element in turn, without keeping them; for results of any size. */
  public static <T> Future<Void> each(Publisher<T> publisher, Consumer<T> consumer) {
    return here(Flux.from(publisher).doOnNext(consumer).then().toFuture());
  }

  private static <T> Future<T> here(CompletableFuture<T> stage) {
    var context = Vertx.currentContext();
    var future =
        context == null
            ? Future.fromCompletionStage(stage)
            : Future.fromCompletionStage(stage, context);
    return future.recover(Publishers::plain);
  }

  /** A store that cannot be reached is no fault of the request; the same again may succeed. */
  private static <T> Future<T> plain(Throwable failure) {
    var gone =
        failure instanceof MongoTimeoutException
            || failure instanceof MongoSocketException
            || failure instanceof MongoNotPrimaryException
            || failure instanceof MongoNodeIsRecoveringException
            || failure instanceof MongoConnectionPoolClearedException
            || failure instanceof MongoWriteConcernException;
    return Future.failedFuture(
        gone ? Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1)) : failure);
  }
}
