package org.localityvoice.schedule;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Work on much of something, a page at a time: never more than a page of it is in memory, and
 * whoever is cut off begins anew with what is left.
 */
public final class Pages {
  private Pages() {}

  /**
   * Takes page after page until one is not full.
   *
   * @param size of a full page
   * @param next the page after something, in a fixed order; the first one after nothing
   * @param work on a page; it may leave some of it where it is
   */
  public static <T> Future<Void> each(
      int size, Function<Optional<T>, Future<List<T>>> next, Function<List<T>, Future<Void>> work) {
    return each(size, Optional.empty(), next, work);
  }

  private static <T> Future<Void> each(
      int size,
      Optional<T> after,
      Function<Optional<T>, Future<List<T>>> next,
      Function<List<T>, Future<Void>> work) {
    return next.apply(after)
        .compose(
            page ->
                page.isEmpty()
                    ? Future.succeededFuture()
                    : work.apply(page)
                        .compose(
                            done ->
                                page.size() < size
                                    ? Future.succeededFuture()
                                    : each(
                                        size, Optional.of(page.get(page.size() - 1)), next, work)));
  }
}
