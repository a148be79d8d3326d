package org.localityvoice.event;

import io.vertx.core.Future;
import java.util.List;

/** Says whether an event may be published; asked before anybody sees it. */
public interface PublishGate {
  /**
   * Looks at what is about to be published.
   *
   * @param sessions drafts of the event
   * @return fails with the {@link org.localityvoice.problem.Problem} that the officer is told
   */
  Future<Void> check(Event event, List<Session> sessions);
}
