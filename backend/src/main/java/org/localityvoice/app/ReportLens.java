package org.localityvoice.app;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import org.localityvoice.pmf.lens.ReportedProblems;
import org.localityvoice.report.measure.MeasureFeature;

/** Reported problems for the lenses, from the figures about reports; neither knows the other. */
record ReportLens(MeasureFeature measures) implements ReportedProblems {
  @Override
  public Future<Optional<Integer>> in(String locality, String quarter) {
    return measures.openProblems(locality, quarter);
  }

  @Override
  public Future<Optional<LocalDate>> countedFrom(String locality) {
    return measures.countedFrom(locality);
  }
}
