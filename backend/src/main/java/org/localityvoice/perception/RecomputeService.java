package org.localityvoice.perception;

import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.localityvoice.perception.Ledger.Entry;
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
    return Future.all(waves.results(release.wave()), earlier(basis), gate.entry(release))
        .map(
            found -> {
              Results results = found.resultAt(0);
              Optional<Earlier> before = found.resultAt(1);
              Optional<Entry> entry = found.resultAt(2);
              var now =
                  basis.isPresent()
                      ? again(results, before, release.figures().salt(), basis.get())
                      : Figuring.of(results, before, release.figures().salt(), List.of());
              return Recomputation.of(
                  release,
                  entry.map(Entry::figures).orElse(List.of()),
                  entry.map(one -> ReleaseGate.kept(one, now, results)).orElse(now),
                  // Where a release has no figures by group there is nothing to compare.
                  entry
                      .filter(one -> !one.figures().isEmpty())
                      .map(one -> groups(one, results, before, basis))
                      .orElse(List.of()));
            });
  }

  private static Release.Figures again(
      Results results, Optional<Earlier> before, String salt, Basis basis) {
    return Figuring.of(
        within(results, basis),
        before,
        salt,
        basis.collapsed(),
        List.copyOf(basis.margins()),
        basis.population(),
        basis.boundarySet());
  }

  private static Results within(Results results, Basis basis) {
    return results.within(
        basis.boundarySet(), Objects.requireNonNullElse(basis.languages(), List.of()));
  }

  private static List<GroupFigure> groups(
      Entry entry, Results results, Optional<Earlier> before, Optional<Basis> basis) {
    var weighed =
        basis
            .map(
                one ->
                    Figuring.weighed(within(results, one), before, one.collapsed(), one.margins()))
            .orElseGet(() -> Figuring.weighed(results, before, List.of()));
    return GroupFigures.again(entry, Entries.told(entry).pattern(), results, weighed);
  }

  private Future<Optional<Earlier>> earlier(Optional<Basis> basis) {
    return basis.map(comparing::of).orElse(Future.succeededFuture(Optional.empty()));
  }
}
