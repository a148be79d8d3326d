package org.localityvoice.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.localityvoice.event.EventFeature;
import org.localityvoice.event.EventSection;
import org.localityvoice.event.people.PeopleFeature;
import org.localityvoice.event.people.RulesSection;
import org.localityvoice.locality.AreaFile;
import org.localityvoice.locality.AreaReading;
import org.localityvoice.locality.AreaSection;
import org.localityvoice.locality.Fault;
import org.localityvoice.locality.LocalitiesKept;
import org.localityvoice.locality.Replacement;
import org.localityvoice.pledge.PledgeFeature;
import org.localityvoice.pledge.PledgeSection;
import org.localityvoice.pmf.catalogue.CatalogueFeature;
import org.localityvoice.pmf.catalogue.CatalogueSection;
import org.localityvoice.pmf.catalogue.Offer;
import org.localityvoice.survey.SurveyImport;
import org.localityvoice.survey.SurveySection;
import org.localityvoice.walkabout.WalkaboutFeature;
import org.localityvoice.walkabout.WalkaboutSection;
import org.localityvoice.walkabout.measure.WalkaboutMeasureFeature;

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
    return Future.all(parts.areas.area(), parts.walks.walkabouts.section())
        .compose(
            both -> {
              var sections =
                  List.<AreaSection>of(
                      new LocalitiesKept(both.resultAt(0)),
                      new SurveySection(companions),
                      new CatalogueSection(parts.offers(), AreaImport::walked),
                      new EventSection(),
                      new RulesSection(),
                      new PledgeSection(),
                      both.<WalkaboutSection>resultAt(1));
              // A large file takes a while to read and check.
              return parts.vertx.executeBlocking(() -> new AreaFile(sections).read(file));
            })
        .compose(
            reading ->
                reading instanceof AreaReading.Good good
                    ? published(good, companions).compose(again -> write(again, companions))
                    : write(reading, companions));
  }

  /** The figures that walkabouts make of the elements of a file. */
  private static List<Offer> walked(JsonNode whole) {
    return WalkaboutMeasureFeature.stated(whole).stream()
        .map(one -> new Offer(one.id(), "walkabout", one.theme(), one.direction(), one.unit()))
        .toList();
  }

  /** The reading again, unless it contradicts questionnaires and waves that are out already. */
  private Future<AreaReading> published(
      AreaReading.Good good, Function<String, Optional<String>> companions) {
    return parts
        .surveys
        .surveyImport()
        .conflicts(good.whole(), companions)
        .map(
            conflicts ->
                conflicts.isEmpty() ? good : new AreaReading.Faulty(good.lines().apply(conflicts)));
  }

  private Future<Outcome> write(
      AreaReading reading, Function<String, Optional<String>> companions) {
    if (reading instanceof AreaReading.Faulty faulty) {
      return Future.succeededFuture(new Outcome(sentences(faulty.faults()), List.of(), false));
    }
    var good = (AreaReading.Good) reading;
    return parts
        .areas
        .replace(
            good.area(),
            List.of(
                SurveyImport.effect(good.whole(), companions),
                CatalogueFeature.effect(good.whole(), UUID.randomUUID().toString()),
                EventFeature.effect(good.whole(), UUID.randomUUID().toString()),
                PeopleFeature.effect(good.whole(), UUID.randomUUID().toString()),
                PledgeFeature.effect(good.whole(), UUID.randomUUID().toString()),
                WalkaboutFeature.effect(good.whole(), UUID.randomUUID().toString())))
        // Also when nothing was replaced: an earlier try may have been cut off right here.
        .compose(replacement -> parts.settle().map(settled -> replacement))
        .map(
            replacement ->
                new Outcome(
                    List.of(), sentences(good.warnings()), replacement == Replacement.REPLACED));
  }

  private static List<String> sentences(List<Fault> faults) {
    return faults.stream().map(Fault::sentence).toList();
  }
}
