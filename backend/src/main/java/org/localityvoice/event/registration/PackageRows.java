package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import org.localityvoice.event.people.Vault;
import org.localityvoice.event.registration.AllDates.Phase;
import org.localityvoice.event.registration.AllDates.Step;
import org.localityvoice.schedule.InTurn;

/** The rows of a package's dates. They belong to the package until it has arrived. */
class PackageRows {
  private final RegistrationStore store;
  private final Rows rows;
  private final Admission admission;
  private final Vault vault;
  private final InstantSource clock;

  PackageRows(
      RegistrationStore store, Rows rows, Admission admission, Vault vault, InstantSource clock) {
    this.store = store;
    this.rows = rows;
    this.admission = admission;
    this.vault = vault;
    this.clock = clock;
  }

  /** Adds the row of a date, if it is not there yet. */
  Future<Registration> add(AllDates one, Step step, Visit visit) {
    var asking = Asking.first(one.digest(), one.participants(), clock.instant());
    var row =
        RowDraft.first(
            step.registration(),
            one.account(),
            visit,
            one.participants(),
            asking.settled(one.participants()),
            one.id(),
            clock.instant());
    return store.add(row).map(row);
  }

  /** The first session that somebody of the party may not come to any more. */
  Future<Optional<String>> mayAll(AllDates one) {
    var all = Future.succeededFuture(Optional.<String>empty());
    for (var step : one.steps()) {
      all =
          all.compose(
              no ->
                  no.isPresent()
                      ? Future.succeededFuture(no)
                      : admission
                          .session(step.session())
                          .compose(
                              open ->
                                  admission.mayAll(
                                      open.event(), open.session(), one.participants()))
                          .map(may -> may ? no : Optional.of(step.session())));
    }
    return all;
  }

  /**
   * Brings all rows to where the package ends, which removes what was told of dates that are given
   * up before they begin. Of what was refused nothing is left.
   */
  Future<Void> bring(AllDates one, Phase last) {
    return InTurn.each(
        one.steps(),
        step ->
            store
                .find(step.registration())
                .compose(found -> found.map(row -> bring(row)).orElseGet(Future::succeededFuture))
                .compose(
                    done -> last == Phase.REFUSED ? forget(one, step) : Future.succeededFuture()));
  }

  /** Whether a date has not begun yet; what has is not given back with the rest. */
  Future<Boolean> isToCome(Step step) {
    return store
        .find(step.registration())
        .map(
            found ->
                found.filter(row -> !clock.instant().isBefore(row.visit().startsAt())).isEmpty());
  }

  private Future<Void> bring(Registration row) {
    return rows.catchUp(row)
        .compose(
            seen ->
                seen.row().state() == Stand.State.ASKED
                    // Its session was never asked.
                    ? store.remove(seen.row())
                    : Future.succeededFuture());
  }

  private Future<Void> forget(AllDates one, Step step) {
    return InTurn.each(
        one.participants(), who -> vault.remove(step.session(), who, step.registration()));
  }
}
