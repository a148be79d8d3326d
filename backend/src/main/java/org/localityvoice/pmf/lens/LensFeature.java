package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.pmf.Published;
import org.localityvoice.pmf.PublishedFigures;
import org.localityvoice.pmf.catalogue.Catalogue;

/** What people say, and how that compares with what they report and what wardens see. */
public final class LensFeature {
  private final PerceptionOperations perceptions;
  private final LensOperations lenses;
  private final PublishedFigures figures;
  private final Supplier<Future<Catalogue>> catalogue;
  private final Messages messages;

  /**
   * The feature.
   *
   * @param reports where reported problems are counted
   * @param walkabouts where walkabouts are
   */
  public LensFeature(
      Areas areas,
      PublishedFigures figures,
      Supplier<Future<Catalogue>> catalogue,
      ReportedProblems reports,
      WalkaboutIndex walkabouts,
      Messages messages,
      InstantSource clock) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.messages = messages;
    perceptions = new PerceptionOperations(areas, figures, catalogue, messages);
    lenses =
        new LensOperations(
            new LensService(areas, figures, catalogue, reports, walkabouts, clock), messages);
  }

  /**
   * Everything that people in a locality said, as it is published now: what is withheld or
   * withdrawn is among it, and says so.
   *
   * @param periods of so many of the latest quarters
   */
  public Future<List<SaidInWords>> said(String localityId, String language, int periods) {
    return Future.all(figures.of(localityId, periods), catalogue.get())
        .map(both -> said(both.resultAt(0), both.resultAt(1), language));
  }

  private List<SaidInWords> said(List<Published> published, Catalogue known, String language) {
    var words = new PerceptionWords(messages, language);
    var all = new ArrayList<SaidInWords>();
    for (var one : published) {
      for (var said : Said.of(one)) {
        known
            .measure(said.measure())
            .map(
                measure ->
                    new SaidInWords(
                        measure.id(),
                        measure.title(language),
                        measure.theme(),
                        said.wave(),
                        said.period(),
                        said.from(),
                        said.to(),
                        said.status(),
                        words.of(measure, said),
                        words.when(said),
                        one.sequence()))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    perceptions.addTo(api);
    lenses.addTo(api);
  }
}
