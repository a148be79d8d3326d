package org.localityvoice.event;

import io.vertx.core.Future;
import org.localityvoice.event.allocation.PlacesEffect;

/** Somebody who has to know what has happened to places. */
public interface PlacesReceiver {
  /**
   * Takes an effect: at least once, those of one allotment in order. What has been seen must change
   * nothing; see {@link PlacesEffect}.
   *
   * @return succeeds when it is durable; otherwise the effect comes again, to every receiver
   */
  Future<Void> receive(PlacesEffect effect);
}
