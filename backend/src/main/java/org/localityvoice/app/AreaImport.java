package org.localityvoice.app;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.locality.AreaFile;
import org.localityvoice.locality.AreaReading;
import org.localityvoice.locality.Fault;
import org.localityvoice.survey.SurveyImport;
import org.localityvoice.survey.SurveySection;

/** Brings an area file into the store, whole or not at all. */
final class AreaImport {
  private final Parts parts;

  AreaImport(Parts parts) {
    this.parts = parts;
  }

  /**
   * What came of it.
   *
   * @param faults why nothing was changed; empty when the file is in the store
   * @param warnings what looks like a mistake
   * @param changed whether the store differs from before
   */
  record Outcome(List<String> faults, List<String> warnings, boolean changed) {
    Outcome {
      faults = List.copyOf(faults);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Imports a file.
   *
   * @param companions text of the files that lie beside it, by name
   */
  Future<Outcome> run(byte[] file, Function<String, Optional<String>> companions) {
    var reading = new AreaFile(List.of(new SurveySection(companions))).read(file);
    if (reading instanceof AreaReading.Faulty faulty) {
      return Future.succeededFuture(refused(faulty.faults()));
    }
    var good = (AreaReading.Good) reading;
    return conflicts(good)
        .compose(
            faults ->
                faults.isEmpty()
                    ? write(good, companions)
                    : Future.succeededFuture(refused(faults)));
  }

  private Future<List<Fault>> conflicts(AreaReading.Good good) {
    return Future.all(
            parts.areas().conflicts(good.area()),
            parts.surveys.surveyImport().conflicts(good.whole()))
        .map(
            done -> {
              var faults = new ArrayList<Fault>(done.<List<Fault>>resultAt(0));
              faults.addAll(done.<List<Fault>>resultAt(1));
              return good.located(faults);
            });
  }

  private Future<Outcome> write(
      AreaReading.Good good, Function<String, Optional<String>> companions) {
    return parts
        .areas()
        .replace(good.area(), List.of(SurveyImport.effect(good.whole(), companions)))
        .compose(changed -> parts.settle().map(settled -> changed))
        .map(
            changed ->
                new Outcome(
                    List.of(), good.warnings().stream().map(Fault::sentence).toList(), changed));
  }

  private static Outcome refused(List<Fault> faults) {
    return new Outcome(faults.stream().map(Fault::sentence).toList(), List.of(), false);
  }
}
