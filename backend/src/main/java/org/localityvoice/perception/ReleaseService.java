package org.localityvoice.perception;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.OddCharacters;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.perception.Release.Figures;
import org.localityvoice.perception.Release.State;
import org.localityvoice.problem.Problem;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.WaveState;
import org.localityvoice.survey.Waves;
import org.localityvoice.survey.Waves.Results;

/** Proposing the figures of a wave, and publishing them by a second person. */
final class ReleaseService {
  private static final Set<Role> ROLES =
      Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);
  private static final Signatory IMPORT = new Signatory("area-import", "area-import");

  private final Vertx vertx;
  private final ReleaseStore store;
  private final Waves waves;
  private final Comparing comparing;
  private final ReleaseGate gate;
  private final InstantSource clock;
  private final String software;
  private final Supplier<String> salts;

  /** A release that is to be: its id, who proposes it, and why there is a new revision. */
  private record Wish(String id, Signatory by, Optional<String> reason) {}

  ReleaseService(
      Vertx vertx,
      ReleaseStore store,
      ReleaseGate gate,
      Waves waves,
      InstantSource clock,
      String software,
      Supplier<String> salts) {
    this.vertx = vertx;
    this.store = store;
    this.gate = gate;
    this.waves = waves;
    comparing = new Comparing(store, waves);
    this.clock = clock;
    this.software = software;
    this.salts = salts;
  }

  /**
   * The figures of a closed wave as a proposal; the same one again for the same key.
   *
   * @param reason why there is a new revision
   */
  Future<Release> propose(
      String waveId, Caller caller, String idempotencyKey, Optional<String> reason) {
    var id = DerivedId.of("release", waveId, caller.uid(), idempotencyKey);
    return waves
        .results(waveId)
        .compose(
            results -> {
              caller.mustWorkIn(results.wave().locality());
              return store
                  .find(id)
                  .compose(
                      known ->
                          known.isPresent()
                              ? Future.succeededFuture(known.get())
                              : propose(new Wish(id, caller.signing(ROLES), reason), results));
            })
        .map(release -> release.madeOf(reason));
  }

  private Future<Release> propose(Wish wish, Results results) {
    wish.reason().ifPresent(text -> OddCharacters.refuse(text, "/reason"));
    if (results.wave().state() != WaveState.CLOSED) {
      return Future.failedFuture(Problem.conflict("wave-not-closed"));
    }
    return Future.all(store.of(results.wave().id()), comparing.with(results))
        .compose(found -> next(wish, results, found.resultAt(0), found.resultAt(1)))
        .compose(
            proposal ->
                store
                    .add(proposal)
                    .compose(
                        added ->
                            added
                                ? Future.succeededFuture(proposal)
                                // Somebody was faster: it is our own retry, or another proposal.
                                : store
                                    .find(wish.id())
                                    .map(known -> known.orElseThrow(ReleaseService::taken))));
  }

  /** The next release of a wave, as the gate lets it be proposed. */
  private Future<Release> next(
      Wish wish, Results results, List<Release> earlier, Optional<Earlier> before) {
    for (var release : earlier) {
      if (release.state() == State.PROPOSED) {
        throw taken();
      }
    }
    if (earlier.size() >= ReleaseStore.MOST_OF_WAVE) {
      throw Problem.conflict("release-last", ReleaseStore.MOST_OF_WAVE);
    }
    var last =
        earlier.isEmpty()
            ? Optional.<Figures>empty()
            : Optional.of(earlier.get(earlier.size() - 1).figures());
    var wave = results.wave();
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    // Digests and raking take a moment, which is none of the event loop's.
    return vertx
        .executeBlocking(() -> figured(results, before, last), false)
        .compose(
            found ->
                gate.propose(
                    Release.proposed(
                        wish.id(),
                        wave.id(),
                        wave.locality(),
                        earlier.size() + 1,
                        found.figures(),
                        wish.by(),
                        now,
                        wish.reason().orElse(null)),
                    results,
                    found.weighed()));
  }

  private Figured figured(Results results, Optional<Earlier> before, Optional<Figures> last) {
    if (last.filter(figures -> figures.areOf(results.cells())).isPresent()) {
      throw Problem.conflict("release-unchanged");
    }
    var merges = last.map(Figures::collapsed).orElse(List.of());
    return Figuring.of(results, before, salts.get(), merges);
  }

  private static Problem taken() {
    return Problem.conflict("release-already-proposed");
  }

  /** Publishes a proposal; a published one stays as it is. */
  Future<Release> approve(String id, Caller caller) {
    return release(id, caller)
        .compose(
            seen ->
                waves
                    .results(seen.wave())
                    .compose(results -> approve(seen, results, caller.signing(ROLES))));
  }

  private Future<Release> approve(Release seen, Results results, Signatory by) {
    return Future.all(
            cleared(seen, results, by),
            comparing.stillTold(seen),
            waves.nextExpected(results.wave()))
        .compose(
            found ->
                store.changeSlowly(
                    seen.id(),
                    release -> {
                      if (!waits(release, by)) {
                        return Decision.keep(release);
                      }
                      UnaryOperator<Release> told = found.resultAt(1);
                      var next =
                          published(
                              told.apply(release),
                              results,
                              found.resultAt(0),
                              found.resultAt(2),
                              by);
                      return Decision.replace(next, next);
                    }));
  }

  /**
   * The figures by group of what goes out now, none of what is out already. Only what this person
   * may publish is entered into the ledger as published.
   */
  private Future<List<GroupFigure>> cleared(Release seen, Results results, Signatory by) {
    return waits(seen, by)
        ? gate.release(seen, results, clock.instant().truncatedTo(ChronoUnit.SECONDS))
            .map(Ledger.Entry::figures)
        : Future.succeededFuture(List.of());
  }

  /** Whether a release waits to be published; fails where this person may not. */
  private static boolean waits(Release release, Signatory by) {
    if (release.state() == State.PUBLISHED) {
      return false;
    }
    by.mustBeSecondTo(release.proposer());
    return true;
  }

  private Release published(
      Release release,
      Results results,
      List<GroupFigure> groups,
      Optional<LocalDate> nextExpected,
      Signatory by) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var statement = StatementPayload.of(release, results, groups, nextExpected, by, now, software);
    var told = new Outgoing("released-" + release.id(), "wave.released", release.wave());
    return release.published(by, List.of(statement, told), now);
  }

  /** Publishes the made-up figures of a synthetic wave, in which there is nothing to judge. */
  Future<Void> publishSynthetic(Outgoing effect) {
    return waves
        .results(effect.payload())
        .compose(
            results ->
                results.wave().synthetic()
                    ? comparing.with(results).compose(before -> synthetic(effect, results, before))
                    : Future.failedFuture(
                        new IllegalStateException("only made-up figures are published unseen")))
        .compose(store::add)
        .mapEmpty();
  }

  private Future<Release> synthetic(Outgoing effect, Results results, Optional<Earlier> before) {
    var wish = new Wish(DerivedId.of(effect.id()), IMPORT, Optional.empty());
    return next(wish, results, List.of(), before)
        .compose(
            kept ->
                Future.all(
                        gate.release(kept, results, kept.proposedAt()),
                        waves.nextExpected(results.wave()))
                    .map(
                        found ->
                            published(
                                kept,
                                results,
                                found.<Ledger.Entry>resultAt(0).figures(),
                                found.resultAt(1),
                                IMPORT)));
  }

  /** A release with what the ledger says of it, if anything. */
  Future<Optional<Ledger.Entry>> entry(String id, Caller caller) {
    return release(id, caller).compose(gate::entry);
  }

  Future<Release> release(String id, Caller caller) {
    return store
        .find(id)
        .map(
            found -> {
              var release = found.orElseThrow(Problem::notFound);
              caller.mustWorkIn(release.locality());
              return release;
            });
  }

  /** What was asked in a wave. */
  Future<Questionnaire> questionnaire(String waveId) {
    return waves.questionnaire(waveId);
  }

  Future<List<Release>> of(String waveId, Caller caller) {
    return waves
        .wave(waveId)
        .compose(
            wave -> {
              caller.mustWorkIn(wave.locality());
              return store.of(waveId);
            });
  }
}
