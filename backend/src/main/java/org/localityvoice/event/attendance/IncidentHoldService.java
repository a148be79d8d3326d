package org.localityvoice.event.attendance;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.localityvoice.event.people.HeldRecords;
import org.localityvoice.event.people.People;
import org.localityvoice.event.people.Vault;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.schedule.InTurn;

/**
 * Keeps what there is of those an incident is about: what the session was told, which would be
 * removed two weeks after it, that they were registered and came, and who has read it. Who asks for
 * it answers for it and says when to look again.
 */
final class IncidentHoldService {
  /** Nothing is kept for longer without anybody looking. */
  static final int LONGEST_DAYS = 366;

  private final IncidentService incidents;
  private final IncidentStore store;
  private final Vault vault;
  private final HeldRecords held;
  private final People people;

  IncidentHoldService(
      IncidentService incidents,
      IncidentStore store,
      Vault vault,
      HeldRecords held,
      People people) {
    this.incidents = incidents;
    this.store = store;
    this.vault = vault;
    this.held = held;
    this.people = people;
  }

  /** Begins to keep it, or goes on until another day. */
  Future<Incident.Hold> hold(Caller caller, String id, LocalDate reviewOn) {
    var today = people.today();
    if (!reviewOn.isAfter(today) || reviewOn.isAfter(today.plusDays(LONGEST_DAYS))) {
      throw Problem.invalid(List.of(Violation.at("/reviewOn", "hold-review", LONGEST_DAYS)));
    }
    var hold = new Incident.Hold(IncidentService.signing(caller), reviewOn, null);
    return incidents
        .find(caller, id)
        .compose(
            incident ->
                incidents
                    .opened(incident)
                    .compose(read -> store.hold(id, hold).map(read))
                    .compose(
                        read ->
                            InTurn.each(
                                read.about(),
                                one ->
                                    held.hold(incident.session(), one, hold.owner(), reviewOn)
                                        .compose(
                                            done ->
                                                vault.keep(
                                                    incident.session(),
                                                    one,
                                                    hold.owner(),
                                                    reviewOn))
                                        .mapEmpty())))
        .map(hold);
  }

  /** Keeps it no longer, unless another incident does; again changes nothing. */
  Future<Void> release(Caller caller, String id) {
    return incidents
        .find(caller, id)
        .compose(
            incident ->
                store
                    .hold(id, null)
                    .compose(gone -> incidents.opened(incident))
                    .compose(read -> others(read)));
  }

  private Future<Void> others(IncidentService.Read released) {
    var session = released.incident().session();
    return store
        .holding(session)
        .compose(
            holding -> {
              var opened = holding.stream().map(incidents::opened).toList();
              return Future.all(opened)
                  .map(
                      all -> {
                        var still = new HashSet<String>();
                        opened.forEach(one -> still.addAll(one.result().about()));
                        return still;
                      });
            })
        .compose(
            still ->
                InTurn.each(
                    released.about().stream().filter(one -> !still.contains(one)).toList(),
                    one ->
                        vault.release(session, one).compose(done -> held.release(session, one))));
  }
}
