package org.localityvoice.perception;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.survey.Waves;
import org.localityvoice.survey.Waves.Results;

/**
 * Works the figures of a release out again: from the cells of today, with the margins and the
 * earlier wave that the release names. Changes nothing.
 */
final class RecomputeService {
  private final ReleaseStore store;
  private final Waves waves;
  private final ReleaseGate gate;
  private final Comparing comparing;

  RecomputeService(ReleaseStore store, ReleaseGate gate, Waves waves) {
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

  Future<Recomputation> of(Release release) {
    var basis = Optional.ofNullable(release.figures().basis());
    return Future.all(waves.results(release.wave()), earlier(basis))
        .compose(
            found -> {
              Results results = found.resultAt(0);
              Optional<Earlier> before = found.resultAt(1);
              var now =
                  basis.isPresent()
                      ? again(results, before, release.figures().salt(), basis.get())
                      : Figuring.of(results, before, release.figures().salt(), List.of());
              return gate.kept(release, now, results).map(kept -> Recomputation.of(release, kept));
            });
  }

  private static Release.Figures again(
      Results results, Optional<Earlier> before, String salt, Basis basis) {
    return Figuring.of(
        results.within(basis.boundarySet()),
        before,
        salt,
        basis.collapsed(),
        List.copyOf(basis.margins()),
        basis.population(),
        basis.boundarySet());
  }

  private Future<Optional<Earlier>> earlier(Optional<Basis> basis) {
    return basis
        .flatMap(found -> Optional.ofNullable(found.comparedWith()))
        .map(comparing::of)
        .orElse(Future.succeededFuture(Optional.empty()));
  }
}
