package org.localityvoice.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.AreaSection;
import org.localityvoice.locality.Boundary.Position;
import org.localityvoice.locality.Fault;
import org.localityvoice.locality.Locality;

/** The rules of the area file's parts {@code activities} and {@code venues}. */
public final class EventSection implements AreaSection {
  static final String ACTIVITIES = "activities";
  static final String VENUES = "venues";

  /** About five kilometres: a venue farther off its locality is a slip, such as a swap. */
  private static final double FAR_LATITUDE = 0.045;

  private static final double FAR_LONGITUDE = 0.09;

  @Override
  public Set<String> parts() {
    return Set.of(ACTIVITIES, VENUES);
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    var catalogue = EventCatalogueReader.read(whole);
    var faults = new ArrayList<Fault>();
    activities(catalogue.activities(), faults);
    venues(catalogue.venues(), area, faults);
    return faults;
  }

  private static void activities(List<Activity> activities, List<Fault> faults) {
    var ids = new HashSet<String>();
    for (var i = 0; i < activities.size(); i++) {
      var one = activities.get(i);
      var at = "/" + ACTIVITIES + "/" + i;
      once(ids, one.id(), at, faults);
      var broader = one.broader();
      if (broader != null && !isTop(broader, activities)) {
        faults.add(
            Fault.at(
                at + "/broader", "must name an activity of this file that has no broader one"));
      }
    }
  }

  private static boolean isTop(String id, List<Activity> activities) {
    return activities.stream().anyMatch(one -> one.id().equals(id) && one.broader() == null);
  }

  private static void venues(List<Venue> venues, Area area, List<Fault> faults) {
    var ids = new HashSet<String>();
    for (var i = 0; i < venues.size(); i++) {
      var venue = venues.get(i);
      var at = "/" + VENUES + "/" + i;
      once(ids, venue.id(), at, faults);
      area.locality(venue.localityId())
          .ifPresentOrElse(
              locality -> near(venue, locality, at, faults),
              () -> faults.add(Fault.at(at + "/locality", "names no locality of the file")));
      var spaces = new HashSet<String>();
      for (var j = 0; j < venue.spaces().size(); j++) {
        once(spaces, venue.spaces().get(j).id(), at + "/spaces/" + j, faults);
      }
    }
  }

  private static void once(Set<String> ids, String id, String at, List<Fault> faults) {
    if (!ids.add(id)) {
      faults.add(Fault.at(at + "/id", "must be unique, but an earlier entry has it too"));
    }
  }

  private static void near(Venue venue, Locality locality, String at, List<Fault> faults) {
    var near =
        locality.boundary().polygons().stream()
            .flatMap(polygon -> polygon.rings().get(0).positions().stream())
            .anyMatch(position -> near(venue, position));
    if (!near) {
      faults.add(
          Fault.at(
              at + "/point",
              "lies far from " + locality.id() + "; are latitude and longitude swapped?"));
    }
  }

  private static boolean near(Venue venue, Position position) {
    return Math.abs(venue.latitude() - position.latitude()) <= FAR_LATITUDE
        && Math.abs(venue.longitude() - position.longitude()) <= FAR_LONGITUDE;
  }
}
