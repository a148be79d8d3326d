package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * Requests about rows, from where they begin. A request that is cut off is gone on with by its own
 * retry, or by {@link Unfinished}; the row says which request was the latest.
 */
final class RowRequests {
  private final RegistrationStore store;
  private final InstantSource clock;

  RowRequests(RegistrationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A row that a request has begun with, and whether it is its first. */
  record Begun(Registration row, boolean fresh) {}

  /** Begins with a row: adds it, or finds the one of an earlier try. */
  Future<Begun> begin(Registration wanted) {
    return store
        .add(wanted)
        .compose(
            added ->
                added
                    ? Future.succeededFuture(new Begun(wanted, true))
                    : again(wanted).map(row -> new Begun(row, false)));
  }

  private Future<Registration> again(Registration wanted) {
    var now = clock.instant();
    return store
        .<Registration>change(
            wanted.id(),
            row -> {
              same(row, wanted.asking().digest());
              if (row.state() == Stand.State.GONE) {
                throw Rows.busy();
              }
              return row.asking().pendingSince() == null ? Decision.keep(row) : begun(row, now);
            })
        .recover(Rows::goneIsBusy);
  }

  /** With a request of its own: whatever began earlier clears nothing up any more. */
  private static Decision<Registration, Registration> begun(Registration row, Instant now) {
    var draft = RowDraft.of(row);
    var next = draft.asking(row.asking().begun(draft.version(), now)).next(now);
    return Decision.replace(next, next);
  }

  /** Goes on with a request that was cut off; empty when it has ended in the meantime. */
  Future<Optional<Registration>> goOn(Registration cutOff) {
    var now = clock.instant();
    return store.<Optional<Registration>>change(
        cutOff.id(),
        row ->
            row.version() != cutOff.version()
                ? Decision.keep(Optional.empty())
                : goneOnWith(row, now));
  }

  private static Decision<Registration, Optional<Registration>> goneOnWith(
      Registration row, Instant now) {
    var draft = RowDraft.of(row);
    var asking = row.asking().withoutLatest().begun(draft.version(), now);
    var next = draft.asking(asking).next(now);
    return Decision.replace(next, Optional.of(next));
  }

  /** Remembers nothing of a change that was refused: the same again is a new try. */
  Future<Registration> forget(String id, Asking.Change change) {
    var now = clock.instant();
    return store.change(
        id,
        row -> {
          var next = RowDraft.of(row).asking(row.asking().without(change)).next(now);
          return row.asking().changes().contains(change)
              ? Decision.replace(next, next)
              : Decision.keep(row);
        });
  }

  /** Begins with another party. */
  Future<Registration> begin(String id, Asking.Change change, List<String> participants) {
    var now = clock.instant();
    return store.change(
        id,
        row -> {
          var known = row.asking().change(change.key());
          if (known.isPresent() && !known.get().equals(change)) {
            throw Problem.conflict("key-used-before");
          }
          var draft = RowDraft.of(row);
          var asking = row.asking().begun(change, participants, draft.version(), now);
          var next = draft.asking(asking).next(now);
          return Decision.replace(next, next);
        });
  }

  /** Refuses other content under the same id. */
  static void same(Registration row, String digest) {
    if (!row.asking().digest().equals(digest)) {
      throw Problem.conflict("registration-id-taken");
    }
  }
}
