package org.localityvoice.perception;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.localityvoice.perception.Ledger.Entry;
import org.localityvoice.perception.Release.Figures;
import org.localityvoice.survey.Waves;
import org.localityvoice.survey.Waves.Results;

/**
 * Works the figures of a release out again: from the cells of today, with the margins and the
 * earlier wave that the release names. Changes nothing.
 */
final class RecomputeService {
  private final Vertx vertx;
  private final ReleaseStore store;
  private final Waves waves;
  private final ReleaseGate gate;
  private final Comparing comparing;

  RecomputeService(Vertx vertx, ReleaseStore store, ReleaseGate gate, Waves waves) {
    this.vertx = vertx;
    this.store = store;
    this.gate = gate;
    this.waves = waves;
    comparing = new Comparing(store, waves);
  }

  /** For the command: by id, without asking who wants to know; empty for an id that is none. */
  Future<Optional<Recomputation>> byId(String id) {
    return store
        .find(id)
        .compose(
            found ->
                found.isPresent()
                    ? of(found.get()).map(Optional::of)
                    : Future.succeededFuture(Optional.empty()));
  }

  /** The figures of a release worked out again; on no event loop, since it rakes. */
  Future<Recomputation> of(Release release) {
    var basis = Optional.ofNullable(release.figures().basis());
    return Future.all(waves.results(release.wave()), earlier(basis), gate.entry(release))
        .compose(
            found ->
                vertx.executeBlocking(
                    () -> of(release, found.resultAt(0), found.resultAt(1), found.resultAt(2)),
                    false));
  }

  private static Recomputation of(
      Release release, Results results, Optional<Earlier> before, Optional<Entry> entry) {
    var now = again(results, before, release.figures());
    return Recomputation.of(
        release,
        entry.map(Entry::figures).orElse(List.of()),
        entry.map(one -> ReleaseGate.kept(one, now.figures(), results)).orElseGet(now::figures),
        // Where a release has no figures by group there is nothing to compare.
        entry
            .filter(one -> !one.figures().isEmpty())
            .map(one -> GroupFigures.again(one, results, now.weighed()))
            .orElse(List.of()));
  }

  private static Figured again(Results results, Optional<Earlier> before, Figures released) {
    var basis = released.basis();
    if (basis == null) {
      return Figuring.of(results, before, released.salt(), List.of());
    }
    var languages = Objects.requireNonNullElse(basis.languages(), List.<String>of());
    return Figuring.of(
        results.within(basis.boundarySet(), languages),
        before,
        released.salt(),
        basis.collapsed(),
        List.copyOf(basis.margins()),
        basis.population(),
        basis.boundarySet());
  }

  private Future<Optional<Earlier>> earlier(Optional<Basis> basis) {
    return basis.map(comparing::of).orElse(Future.succeededFuture(Optional.empty()));
  }
}
