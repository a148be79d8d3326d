package org.localityvoice.report.measure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.operational.Statements;
import org.localityvoice.outbox.Relay;

/** Puts the parts of this package together. */
public final class MeasureFeature {
  private final MeasureService measures;
  private final ReportStatementService statements;
  private final Messages messages;

  /**
   * The feature.
   *
   * @param software name and version of the program, for the provenance of figures
   */
  public MeasureFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Areas areas,
      InstantSource clock,
      Messages messages,
      String software) {
    this.messages = messages;
    measures = new MeasureService(vertx, new MeasureStore(mongo), areas, clock);
    statements =
        new ReportStatementService(
            new Statements<>(
                mongo, compareAndSet, ReportStatement.COLLECTION, ReportStatement.class),
            measures,
            clock,
            software);
  }

  /**
   * A figure about reports that statements are made of.
   *
   * @param theme id of a theme
   * @param direction {@code higher-is-better} or {@code lower-is-better}
   */
  public record Stated(String id, String theme, String direction, String unit) {}

  /** Every figure that statements are made of. */
  public static List<Stated> stated() {
    return OperationalMeasure.all().stream()
        .map(one -> new Stated(one.id(), OperationalMeasure.THEME, one.direction(), one.unit()))
        .toList();
  }

  /**
   * How many problems were reported in a quarter that is over, as everybody may know; empty where
   * that is withheld.
   *
   * @param quarter {@code 2026-Q3}
   * @return fails with {@code not-found} for a locality that is none
   */
  public Future<Optional<Integer>> openProblems(String localityId, String quarter) {
    return measures
        .open(localityId, quarter, Grouping.NONE)
        .map(measured -> Numbers.shown(measured.total()).count("problems"));
  }

  /**
   * What everybody may know of a quarter that is over, as it was at the end of last month.
   *
   * @param quarter {@code 2026-Q3}
   * @return fails with {@code not-found} for a locality that is none, and with the conflict {@code
   *     period-not-over}
   */
  public Future<OpenFigures> openFigures(String localityId, String quarter) {
    return measures.open(localityId, quarter, Grouping.CATEGORY).map(OpenFigures::of);
  }

  /**
   * The first day from which problems of a locality are counted: reports could be made, or were
   * made elsewhere and brought along. Empty where that is not known.
   *
   * @return fails with {@code not-found} for a locality that is none
   */
  public Future<Optional<LocalDate>> countedFrom(String localityId) {
    return measures.countedFrom(localityId);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new MeasureOperations(measures, messages).addTo(api);
    new ReportStatementOperations(statements).addTo(api);
  }

  /** Has the effects of statements carried out. */
  public void connect(Relay relay) {
    relay.watch(ReportStatement.COLLECTION);
  }
}
