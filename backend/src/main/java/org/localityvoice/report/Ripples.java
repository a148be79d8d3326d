package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.InstantSource;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Receives what reports have to tell each other; see {@link Merging}. */
final class Ripples {
  private final Changes changes;
  private final ReportStore store;
  private final Desks desks;
  private final InstantSource clock;

  Ripples(Changes changes, ReportStore store, Desks desks, InstantSource clock) {
    this.changes = changes;
    this.store = store;
    this.desks = desks;
    this.clock = clock;
  }

  void connect(Relay relay) {
    relay.deliver(Merging.PEOPLE, this::people);
    relay.deliver(Merging.ASK, this::ask);
    relay.deliver(Merging.VERDICT, this::verdict);
  }

  private Future<Void> people(Outgoing effect) {
    var people = Merging.read(effect, Merging.People.class);
    return unlessGone(
        changes.unless(
            people.original(),
            report -> Merging.known(report, people),
            (report, change) -> Merging.heard(change, report, people)));
  }

  private Future<Void> ask(Outgoing effect) {
    var ask = Merging.read(effect, Merging.Ask.class);
    return once(
        effect,
        ask.report(),
        (report, change) -> {
          // One that has left meanwhile is asked about itself.
          if (ask.original().equals(report.standing().into())) {
            Lifecycle.ask(change, report, ask.occasion());
          }
        });
  }

  private Future<Void> verdict(Outgoing effect) {
    var said = Merging.read(effect, Merging.PassedOn.class);
    return store
        .find(said.original())
        .compose(
            found ->
                found
                    .map(
                        original ->
                            desks
                                .of(original)
                                .compose(
                                    desk ->
                                        once(
                                            effect,
                                            said.original(),
                                            (report, change) ->
                                                VerdictDecision.heard(
                                                    change,
                                                    report,
                                                    said.said(),
                                                    desk,
                                                    clock.instant()))))
                    .orElseGet(Future::succeededFuture));
  }

  /** An effect's id is its key: the second time nothing happens. */
  private Future<Void> once(Outgoing effect, String report, Changes.Deciding deciding) {
    return unlessGone(changes.once(report, new Changes.Request(effect.id(), ""), deciding));
  }

  private static Future<Void> unlessGone(Future<Report> changed) {
    return changed
        .<Void>mapEmpty()
        .recover(
            failure ->
                failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }
}
