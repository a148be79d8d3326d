package org.localityvoice.perception;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.localityvoice.perception.Release.State;
import org.localityvoice.survey.Measure;
import org.localityvoice.survey.Questionnaire.Item;
import org.localityvoice.survey.Wave;
import org.localityvoice.survey.Waves;
import org.localityvoice.survey.Waves.Results;

/** Finds the published wave that a wave's changes are told from. */
final class Comparing {
  /** A series that has paused for longer is a new beginning. */
  private static final int MOST_WAVES = 8;

  private final ReleaseStore store;
  private final Waves waves;

  Comparing(ReleaseStore store, Waves waves) {
    this.store = store;
    this.waves = waves;
  }

  /**
   * The latest earlier wave of the locality with published figures of a series that the wave has
   * too. What residents said is never compared with answers that were made up, and a wave of which
   * nothing is told since few answered takes no trend away from those after it.
   */
  Future<Optional<Earlier>> with(Results results) {
    return waves
        .before(results.wave())
        .compose(
            all ->
                first(
                    results,
                    all.stream()
                        .filter(wave -> wave.synthetic() == results.wave().synthetic())
                        .limit(MOST_WAVES)
                        .toList()));
  }

  /** The wave that a release was compared with, and what of it was told by then. */
  Future<Optional<Earlier>> of(Basis basis) {
    var wave = basis.comparedWith();
    if (wave == null) {
      return Future.succeededFuture(Optional.empty());
    }
    var told = Optional.ofNullable(basis.comparedSeries());
    return published(wave)
        .compose(
            release ->
                waves.results(wave).map(results -> Optional.of(earlier(release, results, told))));
  }

  /** A proposal as it may go out: without changes from figures that do not count any more. */
  Future<UnaryOperator<Release>> stillTold(Release proposal) {
    return Optional.ofNullable(proposal.figures().basis())
        .flatMap(basis -> Optional.ofNullable(basis.comparedWith()))
        .map(
            wave ->
                published(wave)
                    .<UnaryOperator<Release>>map(
                        found -> {
                          var told = found.map(Release::told).orElse(List.of());
                          return release -> release.comparedWithin(told);
                        }))
        .orElse(Future.succeededFuture(UnaryOperator.identity()));
  }

  private Future<Optional<Earlier>> first(Results results, List<Wave> left) {
    if (left.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return published(left.get(0).id())
        .compose(
            release ->
                release.isEmpty()
                    ? Future.succeededFuture(Optional.<Earlier>empty())
                    : waves
                        .results(left.get(0).id())
                        .map(
                            found ->
                                comparable(
                                    results, earlier(release, found, release.map(Release::told)))))
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found)
                    : first(results, left.subList(1, left.size())));
  }

  private Future<Optional<Release>> published(String wave) {
    return store
        .of(wave)
        .map(
            all ->
                all.stream()
                    .filter(release -> release.state() == State.PUBLISHED)
                    .reduce((older, newer) -> newer));
  }

  private static Earlier earlier(
      Optional<Release> release, Results results, Optional<List<String>> told) {
    var basis = release.flatMap(found -> Optional.ofNullable(found.figures().basis()));
    return new Earlier(
        results,
        basis.map(Basis::boundarySet).orElse(results.boundarySet()),
        basis.map(Basis::collapsed).orElse(List.of()),
        told);
  }

  private static Optional<Earlier> comparable(Results results, Earlier earlier) {
    var series = series(results);
    return Optional.of(earlier)
        .filter(found -> !Estimator.fewIn(found.results().cells()))
        .filter(found -> series(found.results()).stream().anyMatch(series::contains));
  }

  private static java.util.Set<String> series(Results results) {
    return results.questionnaire().items().stream()
        .map(Item::measure)
        .flatMap(Optional::stream)
        .map(Measure::series)
        .collect(Collectors.toSet());
  }
}
