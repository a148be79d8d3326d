package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.pmf.adverse.AdverseService;

/** Brings together what is stated of a locality and period, and lets it go as one statement. */
final class PeriodService {
  /** A movement needs two periods, and two in a row three. */
  private static final int LOOKED_BACK = 3;

  private final PeriodStore periods;
  private final StatementService statements;
  private final PublishedStore published;
  private final InstantSource clock;

  PeriodService(
      PeriodStore periods,
      StatementService statements,
      PublishedStore published,
      InstantSource clock) {
    this.periods = periods;
    this.statements = statements;
    this.published = published;
    this.clock = clock;
  }

  /** Takes in what a feature has to state, once: a second delivery of it does nothing. */
  Future<Void> contribute(Outgoing effect) {
    var fresh = Contribution.read(effect.payload());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return periods.change(
        fresh.locality(),
        fresh.period(),
        seen -> seen.has(fresh.id()) ? Optional.empty() : Optional.of(seen.with(fresh, now)));
  }

  /** Takes back what a withdrawal names, once. */
  Future<Void> withdraw(String effect, Withdrawal what) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var measures = Set.copyOf(what.measures());
    return periods.change(
        what.locality(),
        what.period(),
        seen ->
            seen.has(effect) || seen.parts().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    seen.without(effect, measures, "withdrawn: " + what.reason(), now, now)));
  }

  /** Makes a statement of what was put together, and has it count from now on. */
  Future<Void> state(Outgoing effect) {
    return statements
        .accept(effect)
        .compose(accepted -> statements.find(effect.id()))
        .compose(
            found ->
                published.put(
                    Published.of(
                        found.orElseThrow(
                            () -> new IllegalStateException("an accepted statement is lost")))));
  }

  /** Has what is stated of a locality and period looked through. */
  Future<Void> review(Outgoing effect, AdverseService adverse) {
    return periods
        .find(effect.payload())
        .compose(
            found ->
                found
                    .map(
                        now ->
                            periods
                                .upTo(now.locality(), now.period(), LOOKED_BACK)
                                .compose(
                                    all ->
                                        adverse.review(
                                            now.locality(),
                                            now.period(),
                                            all.get(0).revision(),
                                            PeriodFigures.inARow(all).stream()
                                                .map(Composition::observations)
                                                .toList())))
                    .orElseGet(Future::succeededFuture));
  }
}
