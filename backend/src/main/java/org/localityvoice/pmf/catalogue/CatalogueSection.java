package org.localityvoice.pmf.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.AreaSection;
import org.localityvoice.locality.Fault;
import org.localityvoice.pmf.catalogue.CatalogueMeasure.Mark;

/**
 * The rules of the area file's part {@code measures}. A measure that names a part of the platform
 * as its source must be a figure that this part makes: nobody is to wait for a figure that never
 * comes.
 */
public final class CatalogueSection implements AreaSection {
  static final String PART = "measures";
  static final String BASELINES = "baselines";
  static final String TARGETS = "targets";
  private static final String QUESTIONNAIRES = "questionnaires";
  private static final String PERCEPTION = "perception";

  private final List<Offer> offers;
  private final Function<JsonNode, List<Offer>> inFile;

  /**
   * The section.
   *
   * @param offers the figures that the platform makes whatever the file says
   * @param inFile those that follow from other parts of the file, besides its questionnaires
   */
  public CatalogueSection(List<Offer> offers, Function<JsonNode, List<Offer>> inFile) {
    this.offers = List.copyOf(offers);
    this.inFile = inFile;
  }

  @Override
  public Set<String> parts() {
    return Set.of(PART, QUESTIONNAIRES);
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    var offered =
        Stream.of(offers, perceptions(whole), inFile.apply(whole)).flatMap(List::stream).toList();
    var measures = CatalogueReader.read(whole.path(PART));
    var faults = new ArrayList<Fault>();
    var ids = new HashSet<String>();
    for (var i = 0; i < measures.size(); i++) {
      var at = "/" + PART + "/" + i;
      var measure = measures.get(i);
      if (!ids.add(measure.id())) {
        faults.add(Fault.at(at + "/id", "is in the catalogue twice"));
      }
      if (area.theme(measure.theme()).isEmpty()) {
        faults.add(Fault.at(at + "/theme", "names no theme of this file"));
      }
      if (measure.inLens() && !measure.source().equals(PERCEPTION)) {
        faults.add(Fault.at(at + "/lens", "must not be true: only perceptions are felt"));
      }
      faults.addAll(source(measure, offered, at));
      faults.addAll(marks(measure, measure.baselines(), area, at + "/" + BASELINES));
      faults.addAll(marks(measure, measure.targets(), area, at + "/" + TARGETS));
    }
    return faults;
  }

  /** Every measure that a questionnaire of the file marks at a question or a row. */
  private static List<Offer> perceptions(JsonNode whole) {
    return whole.path(QUESTIONNAIRES).findValues("measure").stream()
        .map(
            node ->
                new Offer(
                    node.path("id").asText(),
                    PERCEPTION,
                    node.path("theme").asText(),
                    node.path("direction").asText(),
                    CatalogueMeasure.PERCENT))
        .toList();
  }

  private static List<Fault> source(CatalogueMeasure measure, List<Offer> offered, String at) {
    var known = offered.stream().filter(offer -> offer.id().equals(measure.id())).toList();
    if (measure.entered()) {
      return known.stream()
          .limit(1)
          .map(offer -> Fault.at(at + "/source", "must be " + offer.source() + ", which makes it"))
          .toList();
    }
    var ours = known.stream().filter(offer -> offer.source().equals(measure.source())).toList();
    if (ours.isEmpty()) {
      return List.of(Fault.at(at + "/source", "makes no figure " + measure.id()));
    }
    var faults = new ArrayList<Fault>();
    for (var offer : ours) {
      same(offer.theme(), measure.theme(), at + "/theme", faults);
      same(offer.direction(), measure.direction(), at + "/direction", faults);
      same(offer.unit(), measure.unit(), at + "/unit", faults);
    }
    return faults;
  }

  private static void same(String offered, String written, String at, List<Fault> faults) {
    if (!offered.equals(written)) {
      faults.add(Fault.at(at, "must be " + offered + ", as the figure is"));
    }
  }

  private static List<Fault> marks(
      CatalogueMeasure measure, List<Mark> marks, Area area, String at) {
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < marks.size(); i++) {
      var mark = marks.get(i);
      var locality = mark.locality();
      if (locality != null && area.locality(locality).isEmpty()) {
        faults.add(Fault.at(at + "/" + i + "/locality", "names no locality of the file"));
      }
      var place = at + "/" + i + "/value";
      UnitBounds.of(measure.unit())
          .broken(mark.value())
          .ifPresent(broken -> faults.add(Fault.at(place, sentence(broken, measure.unit()))));
    }
    return faults;
  }

  private static String sentence(UnitBounds.Broken broken, String unit) {
    return switch (broken.code()) {
      case "minimum" -> "must be at least " + broken.bound();
      case "maximum" ->
          "must be at most "
              + broken.bound()
              + (unit.equals(CatalogueMeasure.PERCENT) ? ", as a percentage" : " in " + unit);
      default -> "must have at most " + broken.bound() + " digits behind the decimal point";
    };
  }
}
