package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.AreaSection;
import org.localityvoice.locality.Distance;
import org.localityvoice.locality.Fault;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.Grade;

/**
 * The rules of the area file's part {@code walkabouts}.
 *
 * @param stored what earlier imports have brought; a version of a route never changes
 */
public record WalkaboutSection(WalkaboutCatalogue stored) implements AreaSection {
  static final String PART = "walkabouts";

  /** A transect is 50 m long; a hand-drawn one may be off by so much. */
  private static final double SHORTEST_METRES = 40;

  private static final double LONGEST_METRES = 60;

  /** For these something has to be promised. */
  private static final List<Grade> BAD = List.of(Grade.C, Grade.C_MINUS, Grade.D);

  /** Where nothing was imported before. */
  public static WalkaboutSection fresh() {
    return new WalkaboutSection(WalkaboutCatalogue.empty());
  }

  @Override
  public Set<String> parts() {
    return Set.of(PART);
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    var catalogue = WalkaboutCatalogueReader.read(whole);
    var faults = new ArrayList<Fault>();
    elements(catalogue.elements(), area, faults);
    rules(catalogue, faults);
    for (var i = 0; i < catalogue.routes().size(); i++) {
      route(catalogue, i, area, faults);
    }
    return faults;
  }

  private static void elements(List<Element> elements, Area area, List<Fault> faults) {
    var ids = new HashSet<String>();
    for (var i = 0; i < elements.size(); i++) {
      var one = elements.get(i);
      var at = "/" + PART + "/elements/" + i;
      if (!ids.add(one.id())) {
        faults.add(Fault.at(at + "/id", "must be unique, but an earlier element has it too"));
      }
      if (area.theme(one.theme()).isEmpty()) {
        faults.add(Fault.at(at + "/theme", "names no theme of the file"));
      }
      one.reportCategory()
          .filter(id -> area.reporting().category(id).filter(c -> !c.confidential()).isEmpty())
          .ifPresent(
              id ->
                  faults.add(
                      Fault.at(at + "/category", "names no category that everybody may see")));
    }
  }

  private static void rules(WalkaboutCatalogue catalogue, List<Fault> faults) {
    var rules = catalogue.dueTimes().rules();
    for (var i = 0; i < rules.size(); i++) {
      var element = rules.get(i).element();
      if (element != null && catalogue.element(element).isEmpty()) {
        faults.add(
            Fault.at("/" + PART + "/dueTimes/" + i + "/element", "names no element of the file"));
      }
    }
  }

  private void route(WalkaboutCatalogue catalogue, int index, Area area, List<Fault> faults) {
    var route = catalogue.routes().get(index);
    var at = "/" + PART + "/routes/" + index;
    if (catalogue.routes().subList(0, index).stream().anyMatch(route::isEditionOf)) {
      faults.add(Fault.at(at + "/version", "is there for this route twice"));
    }
    if (area.locality(route.localityId()).isEmpty()) {
      faults.add(Fault.at(at + "/locality", "names no locality of the file"));
    }
    stored
        .route(route.id(), route.version())
        .filter(before -> !sameWay(before, route))
        .ifPresent(
            before ->
                faults.add(
                    Fault.at(
                        at + "/version",
                        "was imported with other transects; give the changed route the next"
                            + " version")));
    var ids = new HashSet<String>();
    for (var i = 0; i < route.transects().size(); i++) {
      var transect = route.transects().get(i);
      var there = at + "/transects/" + i;
      if (!ids.add(transect.id())) {
        faults.add(Fault.at(there + "/id", "must be unique in its route"));
      }
      place(route, transect, there, area, faults);
      promised(catalogue, transect, there, faults);
    }
  }

  private static boolean sameWay(Route before, Route now) {
    return before.localityId().equals(now.localityId())
        && before.transects().equals(now.transects());
  }

  private static void place(
      Route route, Transect transect, String at, Area area, List<Fault> faults) {
    var from = transect.from();
    var to = transect.to();
    var metres = Distance.metres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    if (metres < SHORTEST_METRES || metres > LONGEST_METRES) {
      faults.add(
          Fault.at(
              at + "/to", "must end about 50 metres from where it begins, not " + round(metres)));
    }
    if (area.locality(route.localityId()).isPresent()
        && area.localityAt(from.latitude(), from.longitude())
            .filter(found -> found.id().equals(route.localityId()))
            .isEmpty()) {
      faults.add(Fault.at(at + "/from", "must lie in " + route.localityId()));
    }
  }

  private static String round(double metres) {
    return Math.round(metres) + " metres";
  }

  private static void promised(
      WalkaboutCatalogue catalogue, Transect transect, String at, List<Fault> faults) {
    for (var element : catalogue.elements()) {
      var without =
          BAD.stream()
              .filter(
                  grade -> catalogue.dueTimes().of(transect.zone(), element.id(), grade).isEmpty())
              .map(Grade::wire)
              .toList();
      if (!without.isEmpty()) {
        faults.add(
            Fault.at(
                at + "/zone",
                "has no due time for " + element.id() + " of grade " + String.join(", ", without)));
        return;
      }
    }
  }
}
