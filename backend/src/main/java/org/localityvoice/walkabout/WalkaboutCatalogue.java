package org.localityvoice.walkabout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.walkabout.grading.DueTimes;
import org.localityvoice.walkabout.grading.Element;

/**
 * What an area file brings for walkabouts.
 *
 * @param id always the same
 * @param noticeDays how long before a walkabout residents should know of it
 * @param elements in the order of the file, those that it has no more behind
 * @param dueTimes how soon what was found must be put right
 * @param routes every version that was ever imported
 */
public record WalkaboutCatalogue(
    @BsonId String id,
    int noticeDays,
    List<Element> elements,
    DueTimes dueTimes,
    List<Route> routes) {
  static final String ONLY = "walkabouts";
  static final int USUAL_NOTICE_DAYS = 14;

  public WalkaboutCatalogue {
    elements = List.copyOf(elements);
    routes = List.copyOf(routes);
  }

  static WalkaboutCatalogue of(
      int noticeDays, List<Element> elements, DueTimes dueTimes, List<Route> routes) {
    return new WalkaboutCatalogue(ONLY, noticeDays, elements, dueTimes, routes);
  }

  static WalkaboutCatalogue empty() {
    return of(USUAL_NOTICE_DAYS, List.of(), new DueTimes(List.of()), List.of());
  }

  /** The element of that id; also one that is retired. */
  public Optional<Element> element(String elementId) {
    return elements.stream().filter(one -> one.id().equals(elementId)).findFirst();
  }

  /** A version of a route. */
  public Optional<Route> route(String routeId, int version) {
    return routes.stream()
        .filter(one -> one.id().equals(routeId) && one.version() == version)
        .findFirst();
  }

  /** The newest versions of a locality's routes. */
  List<Route> newest(String localityId) {
    return routes.stream()
        .filter(one -> one.localityId().equals(localityId))
        .filter(one -> routes.stream().noneMatch(other -> isNewer(other, one)))
        .sorted(Comparator.comparing(Route::id))
        .toList();
  }

  private static boolean isNewer(Route other, Route one) {
    return other.id().equals(one.id()) && other.version() > one.version();
  }

  /** The next one: what this one had and the next has not is kept, and no route version changes. */
  WalkaboutCatalogue followedBy(WalkaboutCatalogue next) {
    var allElements = new ArrayList<>(next.elements);
    elements.stream()
        .filter(one -> next.element(one.id()).isEmpty())
        .map(Element::retire)
        .forEach(allElements::add);
    var allRoutes = new ArrayList<>(routes);
    next.routes.stream()
        .filter(one -> route(one.id(), one.version()).isEmpty())
        .forEach(allRoutes::add);
    return of(next.noticeDays, allElements, next.dueTimes, allRoutes);
  }
}
