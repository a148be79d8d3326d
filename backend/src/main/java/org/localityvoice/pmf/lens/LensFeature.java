package org.localityvoice.pmf.lens;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.pmf.PublishedFigures;
import org.localityvoice.pmf.catalogue.Catalogue;

/** What people say, and how that compares with what they report and what wardens see. */
public final class LensFeature {
  private final PerceptionOperations perceptions;
  private final LensOperations lenses;

  /**
   * The feature.
   *
   * @param reports where reported problems are counted
   * @param walkabouts where walkabouts are; {@link WalkaboutIndex#NOT_YET} while there are none
   */
  public LensFeature(
      Areas areas,
      PublishedFigures figures,
      Supplier<Future<Catalogue>> catalogue,
      ReportedProblems reports,
      WalkaboutIndex walkabouts,
      Messages messages,
      InstantSource clock) {
    perceptions = new PerceptionOperations(areas, figures, catalogue, messages);
    lenses =
        new LensOperations(
            new LensService(areas, figures, catalogue, reports, walkabouts, clock), messages);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    perceptions.addTo(api);
    lenses.addTo(api);
  }
}
