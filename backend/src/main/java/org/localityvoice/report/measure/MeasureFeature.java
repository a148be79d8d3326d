package org.localityvoice.report.measure;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
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
            new ReportStatementStore(mongo, compareAndSet), measures, clock, software);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new MeasureOperations(measures, messages).addTo(api);
    new ReportStatementOperations(statements).addTo(api);
  }

  /** Has the effects of statements carried out. */
  public void connect(Relay relay) {
    relay.watch(ReportStatementStore.COLLECTION);
  }
}
