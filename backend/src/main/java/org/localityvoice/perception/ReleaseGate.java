package org.localityvoice.perception;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.mongo.Decision;
import org.localityvoice.perception.Ledger.AuditResult;
import org.localityvoice.perception.Ledger.Entry;
import org.localityvoice.perception.Release.Figures;
import org.localityvoice.perception.disclosure.Pattern;
import org.localityvoice.perception.disclosure.Rules;
import org.localityvoice.perception.disclosure.Sequence;
import org.localityvoice.perception.disclosure.Suppression;
import org.localityvoice.perception.disclosure.Told;
import org.localityvoice.perception.disclosure.Treatment;
import org.localityvoice.problem.Problem;
import org.localityvoice.survey.Waves.Results;

/**
 * Nothing is proposed or published that could be subtracted from what is out already. A release is
 * entered into the wave's ledger before it is published; who is cut off in between has an entry too
 * many, never a figure too many.
 */
final class ReleaseGate {
  private static final Rules RULES = Rules.STANDARD;

  private final LedgerStore store;

  ReleaseGate(LedgerStore store) {
    this.store = store;
  }

  /**
   * Enters a proposal with its figures by group.
   *
   * @param weighed the cells with the weights of the proposal's figures
   * @return the proposal, without the figures that must not be told; fails with {@code conflict}
   *     where it is held
   */
  Future<Release> propose(Release proposal, Results results, Weighed weighed) {
    return store.change(
        proposal.wave(),
        ledger -> {
          var known = ledger.entry(proposal.id());
          var entry = known.orElseGet(() -> entered(proposal, results, weighed, ledger));
          var kept = proposal.with(withheld(proposal.figures(), results, entry));
          return known.isPresent()
              ? Decision.keep(kept)
              : Decision.replace(ledger.with(entry), kept);
        });
  }

  /**
   * Enters that a release goes out; what is out already stays. One that was proposed before there
   * was a ledger has no figures by group: those for everybody were not withheld to cover them.
   */
  Future<Entry> release(Release release, Results results, Instant now) {
    return release(
        release.wave(),
        release.id(),
        ledger -> {
          var weighed = Figuring.weighed(results, release.figures().collapsed());
          return entered(release, results, weighed, ledger).withoutGroups();
        },
        now);
  }

  /**
   * Enters that a release goes out, unless it could be subtracted from what is out by then.
   *
   * @param missing makes the entry of a release that was proposed before there was a ledger
   * @return the entry, as it is out
   */
  Future<Entry> release(String wave, String release, Function<Ledger, Entry> missing, Instant now) {
    return store.change(
        wave,
        ledger -> {
          var entry = ledger.entry(release).orElseGet(() -> missing.apply(ledger));
          if (entry.releasedAt() != null) {
            return Decision.keep(entry);
          }
          var out = entry.released(now, judged(Entries.told(entry), ledger));
          return Decision.replace(ledger.with(out), out);
        });
  }

  /** The entry of a release; those that were made before there was a ledger have none. */
  Future<Optional<Entry>> entry(Release release) {
    return store
        .find(release.wave())
        .map(found -> found.flatMap(ledger -> ledger.entry(release.id())));
  }

  /** Figures worked out anew, without those that were kept back from a release. */
  static Figures kept(Entry entry, Figures figures, Results results) {
    return figures.with(withheld(figures, results, entry));
  }

  private static Entry entered(Release release, Results results, Weighed weighed, Ledger ledger) {
    var breakdowns = Breakdowns.of(results);
    var groups = breakdowns.groups();
    var counted = breakdowns.counted(weighed, groups);
    var out = ledger.released(release.id());
    var before = out.isEmpty() ? Pattern.NONE : Entries.told(out.get(out.size() - 1)).pattern();
    var pattern = Suppression.of(groups, counted, Breakdowns.alike(weighed), before, RULES);
    var told = new Told(release.id(), results.boundarySet(), groups, counted, pattern);
    return Entries.entry(
        told, GroupFigures.of(told, results, breakdowns, weighed), judged(told, ledger));
  }

  private static AuditResult judged(Told told, Ledger ledger) {
    var out = ledger.released(told.id()).stream().map(Entries::told).toList();
    var outcome = Sequence.judge(told, out, RULES);
    outcome
        .refusal()
        .ifPresent(
            refusal -> {
              throw switch (refusal.reason()) {
                case OTHER_BOUNDARIES ->
                    Problem.conflict("release-other-boundaries", refusal.earlier());
                case OTHER_PLAN -> Problem.conflict("release-other-plan", refusal.earlier());
                case TOO_CLOSE ->
                    Problem.conflict(
                        "release-too-close",
                        refusal.group(),
                        refusal.question(),
                        refusal.earlier());
                case NARROWED ->
                    Problem.conflict(
                        "release-gives-away",
                        refusal.group(),
                        refusal.question(),
                        refusal.earlier());
              };
            });
    return new AuditResult(outcome.hidden(), outcome.narrowest());
  }

  /**
   * Without figures for everybody that cover others. That a figure is near nothing or everything by
   * itself, the estimator has seen to.
   */
  private static List<Observation> withheld(Figures figures, Results results, Entry entry) {
    var pattern = Entries.told(entry).pattern();
    var observations = new ArrayList<>(figures.observations());
    for (var item : results.questionnaire().items()) {
      if (pattern.of(item.key(), Breakdowns.ALL) != Treatment.SHOWN) {
        item.measure()
            .ifPresent(
                measure ->
                    observations.replaceAll(
                        seen ->
                            seen.measureId().equals(measure.id()) && seen.estimate() != null
                                ? Observation.of(
                                    measure,
                                    new Finding.Withheld("SUPPRESSED", "SMALL_NUMBERS"),
                                    seen.caveats())
                                : seen));
      }
    }
    return observations;
  }
}
