package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.people.Vault;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/**
 * Rows and what the allotments say. A row is there before the allotment is asked (see {@link
 * RowRequests}), so that whatever was told with it can be found and removed again. When the
 * allotment has answered, the row is brought up to the allotment itself: whoever looks next sees
 * what they were answered, although the effect of it may still be on its way.
 */
final class Rows {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final RegistrationStore store;
  private final Allotments allotments;
  private final Vault vault;
  private final InstantSource clock;

  Rows(RegistrationStore store, Allotments allotments, Vault vault, InstantSource clock) {
    this.store = store;
    this.allotments = allotments;
    this.vault = vault;
    this.clock = clock;
  }

  Future<Optional<Registration>> find(String id) {
    return store.find(id);
  }

  /** A row that was taken back in the meantime: the same request again begins anew. */
  static <T> Future<T> goneIsBusy(Throwable failure) {
    return Future.failedFuture(
        failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND
            ? busy()
            : failure);
  }

  static Problem busy() {
    return Problem.of(ProblemType.UNAVAILABLE).retryAfter(A_MOMENT);
  }

  /**
   * Takes back a row whose registration was refused, with what was told, unless another try of the
   * same request has begun since.
   */
  Future<Void> giveUp(Registration mine) {
    var now = clock.instant();
    return store
        .<Optional<Registration>>change(
            mine.id(),
            row -> {
              if (row.asking().request() != mine.asking().request()
                  || row.state() != Stand.State.ASKED) {
                return Decision.keep(Optional.empty());
              }
              var next = RowDraft.of(row).stand(Stand.GONE).next(now);
              return Decision.replace(next, Optional.of(next));
            })
        .recover(failure -> Rows.<Optional<Registration>>goneIsBusy(failure))
        .compose(gone -> gone.map(this::remove).orElseGet(Future::succeededFuture));
  }

  /** Removes what was told with a row that is being taken back, then the row. */
  Future<Void> remove(Registration gone) {
    return forget(gone, gone.asking().told()).compose(forgotten -> store.remove(gone));
  }

  /** Brings a row up to the allotment, and gives back where it is. */
  Future<Seen> catchUp(Registration row) {
    return allotments
        .read(row.visit().allotment())
        .compose(read -> write(row.id(), read, row.asking().request(), false))
        .compose(
            seen ->
                seen.row().state() == Stand.State.ENDED
                    ? forget(seen.row(), seen.row().toForget(clock.instant())).map(seen)
                    : Future.succeededFuture(seen));
  }

  /** The same at the end of a request, which then clears up behind itself. */
  Future<Seen> settle(Registration mine) {
    return allotments
        .read(mine.visit().allotment())
        .compose(
            read ->
                write(mine.id(), read, mine.asking().request(), true)
                    .compose(
                        seen ->
                            seen.row().asking().pendingSince() == null
                                    || seen.row().asking().request() != mine.asking().request()
                                ? Future.succeededFuture(seen)
                                : forget(seen.row(), seen.row().toForget(clock.instant()))
                                    .compose(forgotten -> trim(seen))));
  }

  private Future<Seen> write(String id, Optional<Allotment> read, long request, boolean ends) {
    var now = clock.instant();
    return store
        .<Registration>change(
            id,
            row -> {
              var draft = RowDraft.of(row);
              read.ifPresent(allotment -> Projection.take(draft, row, allotment));
              var next = draft.next(now);
              var over =
                  ends
                      && row.asking().pendingSince() != null
                      && row.asking().request() == request
                      && next.gone().isEmpty();
              if (over) {
                next = draft.asking(row.asking().settled(next.participants())).next(now);
              }
              return over || next.number() != row.number()
                  ? Decision.replace(next, next)
                  : Decision.keep(row);
            })
        .recover(failure -> Rows.<Registration>goneIsBusy(failure))
        .map(row -> new Seen(row, position(row, read)));
  }

  /** Notes that the request has been seen to its end. */
  private Future<Seen> trim(Seen seen) {
    var now = clock.instant();
    return store
        .<Registration>change(
            seen.row().id(),
            row -> {
              if (row.asking().request() != seen.row().asking().request()) {
                return Decision.keep(row);
              }
              var coming =
                  row.state() == Stand.State.ENDED ? List.<String>of() : row.participants();
              var next = RowDraft.of(row).asking(row.asking().settled(coming)).next(now);
              return Decision.replace(next, next);
            })
        .map(row -> new Seen(row, seen.position()));
  }

  /** Whether the allotment knows the registration. */
  Future<Boolean> known(Registration row) {
    return allotments
        .read(row.visit().allotment())
        .map(
            read ->
                read.filter(allotment -> Projection.take(RowDraft.of(row), row, allotment))
                    .isPresent());
  }

  /** A row as it is now, without writing. */
  Future<Seen> look(Registration row) {
    if (!row.state().live()) {
      return Future.succeededFuture(new Seen(row, 0));
    }
    return allotments
        .read(row.visit().allotment())
        .map(
            read -> {
              var draft = RowDraft.of(row);
              read.ifPresent(allotment -> Projection.take(draft, row, allotment));
              return new Seen(draft.next(clock.instant()), position(row, read));
            });
  }

  private static int position(Registration row, Optional<Allotment> read) {
    return read.flatMap(allotment -> allotment.session(row.visit().session()))
        .map(
            session -> {
              var waiting = session.waitlist();
              for (var i = 0; i < waiting.size(); i++) {
                if (waiting.get(i).registration().equals(row.id())) {
                  return i + 1;
                }
              }
              return 0;
            })
        .orElse(0);
  }

  private Future<Void> forget(Registration row, List<String> participants) {
    return Future.join(
            participants.stream()
                .map(one -> vault.remove(row.visit().session(), one, row.id()))
                .toList())
        .mapEmpty();
  }
}
