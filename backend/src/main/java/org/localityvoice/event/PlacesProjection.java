package org.localityvoice.event;

import io.vertx.core.Future;
import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.schedule.InTurn;

/** Keeps the bands of sessions in step with their allotments. */
final class PlacesProjection implements PlacesReceiver {
  private final SessionStore sessions;
  private final Allotments allotments;

  PlacesProjection(SessionStore sessions, Allotments allotments) {
    this.sessions = sessions;
    this.allotments = allotments;
  }

  @Override
  public Future<Void> receive(PlacesEffect effect) {
    return sessions
        .projectedSince(effect.allotment(), effect.version())
        .compose(known -> known ? Future.succeededFuture() : project(effect.allotment()));
  }

  /** Writes what the allotment says now for all its sessions. */
  Future<Void> project(String allotmentId) {
    return allotments
        .read(allotmentId)
        .compose(found -> found.map(this::write).orElseGet(Future::succeededFuture));
  }

  private Future<Void> write(Allotment allotment) {
    return InTurn.each(
        allotment.sessions(),
        session ->
            sessions.project(session.id(), PlacesBand.of(allotment, session), allotment.version()));
  }
}
