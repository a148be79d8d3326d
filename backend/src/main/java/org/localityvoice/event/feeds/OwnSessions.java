package org.localityvoice.event.feeds;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Whoever knows which sessions an account has to do with. */
@FunctionalInterface
public interface OwnSessions {
  /**
   * The sessions of an account's own participants: of itself and of those it may act for at this
   * moment. Those with places, those with places that are kept or offered, and those that were
   * cancelled while somebody had to do with them; not those that somebody only waits for.
   *
   * @param from when the first may start
   * @param to not in it any more
   * @return each session once or more often, by start; no more rows than the limit
   */
  Future<List<Own>> of(String uid, Instant from, Instant to, int limit);

  /**
   * A session that somebody has to do with.
   *
   * @param certain whether they have a place; otherwise one is kept or offered
   */
  record Own(String session, boolean certain) {}
}
