package org.localityvoice.schedule;

import io.vertx.core.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on several things one after the other. */
public final class InTurn {
  private static final Logger LOG = LoggerFactory.getLogger(InTurn.class);

  private InTurn() {}

  /** Each in its turn; the first that fails is the last, and fails all of it. */
  public static <T> Future<Void> each(Iterable<T> all, Function<T, Future<Void>> work) {
    var done = Future.<Void>succeededFuture();
    for (var one : all) {
      done = done.compose(before -> work.apply(one));
    }
    return done;
  }

  /**
   * Each in its turn, for what comes again by itself: one that fails is noted by the kind of its
   * failure, and stops no other.
   *
   * @param what one of them is, for the log; nothing of whom
   * @return how many did not fail
   */
  public static <T> Future<Integer> eachByItself(
      String what, Iterable<T> all, Function<T, Future<Void>> work) {
    var done = Future.succeededFuture(0);
    for (var one : all) {
      done =
          done.compose(
              before ->
                  Future.<Void>succeededFuture()
                      .compose(go -> work.apply(one))
                      .map(before + 1)
                      .otherwise(
                          failure -> {
                            LOG.warn(
                                "{} waits for the next time: {}",
                                what,
                                failure.getClass().getSimpleName());
                            return before;
                          }));
    }
    return done;
  }
}
