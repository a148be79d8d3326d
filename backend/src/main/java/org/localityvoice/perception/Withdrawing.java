package org.localityvoice.perception;

import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.perception.Release.State;

/** Takes note of published figures that were taken back, so that no change is told from them. */
final class Withdrawing {
  /** The kind of effect that says so. */
  static final String KIND = "release.withdrawn";

  private final ReleaseStore store;

  Withdrawing(ReleaseStore store) {
    this.store = store;
  }

  /**
   * What was taken back.
   *
   * @param revision the release of the wave that was out; a later one counts again
   */
  record TakenBack(String wave, int revision, List<String> measures) {}

  /** Notes it with the releases; doing so again changes nothing. */
  Future<Void> note(Outgoing effect) {
    var what = Json.value(effect.payload(), TakenBack.class);
    return store
        .of(what.wave())
        .compose(
            all ->
                Future.all(
                    all.stream()
                        .filter(one -> one.revision() <= what.revision())
                        .map(one -> store.change(one.id(), seen -> noted(seen, what)))
                        .toList()))
        .mapEmpty();
  }

  private static Decision<Release, Release> noted(Release seen, TakenBack what) {
    var next = seen.withdrawing(what.measures());
    return seen.state() != State.PUBLISHED || Objects.equals(next.withdrawn(), seen.withdrawn())
        ? Decision.keep(seen)
        : Decision.replace(next, next);
  }
}
