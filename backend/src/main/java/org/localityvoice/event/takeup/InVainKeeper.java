package org.localityvoice.event.takeup;

import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.event.PlacesReceiver;
import org.localityvoice.event.allocation.EndReason;
import org.localityvoice.event.allocation.PlacesEffect;
import org.localityvoice.event.allocation.Transition.HasEnded;

/** Counts those who waited in vain when it happens; who they were is forgotten soon after. */
final class InVainKeeper implements PlacesReceiver {
  private final InVainStore store;

  InVainKeeper(InVainStore store) {
    this.store = store;
  }

  @Override
  public Future<Void> receive(PlacesEffect effect) {
    var session = Optional.ofNullable(effect.session());
    if (session.isEmpty()
        || !(effect.what() instanceof HasEnded ended)
        || ended.reason() != EndReason.NOT_SERVED) {
      return Future.succeededFuture();
    }
    var first =
        new InVain(session.get(), 1, effect.number(), effect.participants().size(), effect.at());
    return store
        .add(first)
        .compose(
            added ->
                added
                    ? Future.succeededFuture()
                    : store.plus(first.id(), first.number(), first.participants()));
  }
}
