package org.localityvoice.app;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.pledge.Perceptions;
import org.localityvoice.pledge.PledgeFeature;
import org.localityvoice.pledge.ReportedFigures;
import org.localityvoice.pledge.VerifiedFindings;
import org.localityvoice.pmf.lens.LensFeature;
import org.localityvoice.report.measure.MeasureFeature;

/** What the feed “you said – we did – not clear yet” is made of; none of these knows another. */
final class FeedSources {
  private FeedSources() {}

  /** The feature that has the feed. */
  static PledgeFeature feature(
      Mongo mongo,
      Areas areas,
      LensFeature lenses,
      MeasureFeature measures,
      VerifiedFindings findings,
      Messages messages,
      InstantSource clock) {
    return new PledgeFeature(
        mongo, areas, new Released(lenses), new Open(measures), findings, messages, clock);
  }

  /** Perceptions, from the statements that were sent to the performance framework. */
  record Released(LensFeature lenses) implements Perceptions {
    @Override
    public Future<List<Perceived>> of(String localityId, String language, int periods) {
      return lenses
          .said(localityId, language, periods)
          .map(
              all ->
                  all.stream()
                      .map(
                          one ->
                              new Perceived(
                                  one.measure(),
                                  one.title(),
                                  one.theme(),
                                  one.wave(),
                                  one.period(),
                                  one.from(),
                                  one.to(),
                                  one.told(),
                                  one.withdrawn(),
                                  one.sentence(),
                                  one.when(),
                                  one.sequence()))
                      .toList());
    }
  }

  /** Reports, from the figures that are open to everybody. */
  record Open(MeasureFeature measures) implements ReportedFigures {
    @Override
    public Future<Optional<LocalDate>> countedFrom(String localityId) {
      return measures.countedFrom(localityId);
    }

    @Override
    public Future<Told> of(String localityId, String quarter) {
      return measures
          .openFigures(localityId, quarter)
          .map(open -> new Told(open.at(), open.total(), open.byCategory()));
    }
  }
}
