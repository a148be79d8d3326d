package org.localityvoice.event;

import io.vertx.core.Future;

/** Somebody who has to know that a session is not as it was: its time, venue, title or status. */
public interface SessionReceiver {
  /**
   * Takes the session as it is now: at least once after every change, and perhaps several changes
   * at once. What has happened to places is told by {@link PlacesReceiver}.
   *
   * @return succeeds when it is durable; otherwise it comes again, to every receiver
   */
  Future<Void> changed(Session session);
}
