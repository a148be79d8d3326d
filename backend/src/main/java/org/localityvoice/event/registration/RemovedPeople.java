package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.people.ConsentListener;
import org.localityvoice.event.people.ConsentWithdrawn;
import org.localityvoice.event.people.HeldRecords;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.schedule.Pages;

/**
 * Takes somebody who was removed out of the rows and packages that they have ever been in. It comes
 * after {@link Withdrawals}, which has freed their places. What an incident holds stays, and goes
 * on its day.
 */
final class RemovedPeople implements ConsentListener {
  private static final int PAGE = 100;
  private static final Duration A_REQUEST = Duration.ofSeconds(5);

  private final RegistrationStore store;
  private final PackageStore packages;
  private final Rows rows;
  private final HeldRecords held;
  private final InstantSource clock;

  RemovedPeople(
      RegistrationStore store,
      PackageStore packages,
      Rows rows,
      HeldRecords held,
      InstantSource clock) {
    this.store = store;
    this.packages = packages;
    this.rows = rows;
    this.held = held;
    this.clock = clock;
  }

  /** Fails where a request about them is still under way: it is to be told again then. */
  @Override
  public Future<Void> withdrawn(ConsentWithdrawn what) {
    return what.purpose() == null ? all(what.participant()) : Future.succeededFuture();
  }

  private Future<Void> all(String participant) {
    // Those that have to wait for a request.
    var later = new HashSet<String>();
    return Pages.<Registration>each(
            PAGE,
            after -> store.ever(participant, after.map(Registration::mark), PAGE),
            page ->
                held.free(page, row -> row.visit().session(), row -> List.of(participant))
                    .compose(free -> all(free, participant, later)))
        .compose(
            done ->
                later.isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Problem.of(ProblemType.UNAVAILABLE).retryAfter(A_REQUEST)));
  }

  private Future<Void> all(List<Registration> page, String participant, Set<String> later) {
    var all = Future.<Void>succeededFuture();
    for (var row : page) {
      if (row.asking().pendingSince() != null) {
        later.add(row.id());
      } else {
        all = all.compose(before -> one(row, participant));
      }
    }
    return all;
  }

  /** As the allotment has it first, so that effects which are still on their way change nothing. */
  private Future<Void> one(Registration row, String participant) {
    return (row.state().live() ? rows.catchUp(row).map(Seen::row) : Future.succeededFuture(row))
        .compose(
            seen ->
                store.<Boolean>change(
                    seen.id(),
                    now -> {
                      var next = RowDraft.of(now).without(participant);
                      return next.decided(clock.instant(), true);
                    }))
        .compose(
            done ->
                Optional.ofNullable(row.packageId())
                    .map(of -> inPackage(of, participant))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> inPackage(String id, String participant) {
    return packages
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : packages
                        .<Boolean>change(
                            id,
                            seen ->
                                seen.phase().arrived() && seen.participants().contains(participant)
                                    ? Decision.replace(seen.without(participant), true)
                                    : Decision.keep(false))
                        .mapEmpty());
  }
}
