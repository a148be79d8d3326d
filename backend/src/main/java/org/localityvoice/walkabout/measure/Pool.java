package org.localityvoice.walkabout.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.localityvoice.walkabout.grading.Grade;
import org.localityvoice.walkabout.grading.WalkaboutIndex;
import org.localityvoice.walkabout.grading.WalkaboutIndex.Visits;
import org.localityvoice.walkabout.grading.WalkaboutIndex.Withheld;

/**
 * The walkabouts of a period, taken together. The same in whatever order they come. Blind re-walks
 * are not among them: the walkabout that was planned as such counts, whichever of the two was
 * graded better, and its re-walk says how far graders agree.
 */
final class Pool {
  private final List<WalkTally> walks;
  private final int planned;
  private final Map<String, Figure> figures = new HashMap<>();

  private Pool(List<WalkTally> walks) {
    this.walks = walks;
    planned =
        walks.stream()
            .collect(Collectors.toMap(WalkTally::route, WalkTally::transects, (one, same) -> one))
            .values()
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
  }

  static Pool of(List<WalkTally> tallies) {
    return new Pool(tallies.stream().filter(one -> !one.rewalk()).toList());
  }

  /**
   * What is told of one element.
   *
   * @param gradings settled grades that it rests upon: a transect has one for each walkabout
   */
  record Figure(WalkaboutIndex index, int gradings) {}

  /** How many walkabouts there were. */
  int walkabouts() {
    return walks.size();
  }

  /** The last day on which one ended. */
  Optional<String> lastDay() {
    return walks.stream()
        .flatMap(one -> Optional.ofNullable(one.day()).stream())
        .max(String::compareTo);
  }

  /** Elements that were graded, by id. */
  List<String> graded() {
    return walks.stream()
        .flatMap(one -> one.elements().stream())
        .map(WalkTally.Graded::element)
        .distinct()
        .sorted()
        .toList();
  }

  /** The index of an element over all transects that were walked; worked out once. */
  Figure of(String element) {
    return figures.computeIfAbsent(element, this::figure);
  }

  private Figure figure(String element) {
    Map<String, List<String>> routes = new TreeMap<>();
    for (var walk : walks) {
      walk.elements().stream()
          .filter(one -> one.element().equals(element))
          .forEach(
              one ->
                  routes.computeIfAbsent(walk.route(), any -> new ArrayList<>()).add(one.marks()));
    }
    var visits = new ArrayList<Visits>();
    routes.values().forEach(marks -> add(marks, visits));
    return new Figure(
        WalkaboutIndex.pooled(visits, planned),
        (int) visits.stream().flatMap(one -> one.grades().stream()).filter(Grade::applies).count());
  }

  /** Every transect of a route that was walked, from the marks of its walkabouts. */
  private static void add(List<String> walked, List<Visits> visits) {
    var transects = walked.stream().mapToInt(String::length).max().orElse(0);
    for (var i = 0; i < transects; i++) {
      var grades = new ArrayList<Grade>();
      var unsettled = 0;
      for (var marks : walked) {
        var mark = i < marks.length() ? marks.charAt(i) : Marks.NONE;
        Marks.grade(mark).ifPresent(grades::add);
        unsettled += mark == Marks.UNSETTLED ? 1 : 0;
      }
      if (unsettled > 0 || !grades.isEmpty()) {
        visits.add(new Visits(grades, unsettled));
      }
    }
  }

  /**
   * All elements in one number: the mean of their indices, each with the same weight. There is none
   * unless at least half of them have an index, since months in which other things were graded
   * could not be compared.
   *
   * @param elements those that walkabouts are to grade
   */
  Optional<Double> overall(List<String> elements) {
    var values =
        elements.stream().flatMap(element -> of(element).index().value().stream()).toList();
    return values.isEmpty() || values.size() * 2 < elements.size()
        ? Optional.empty()
        : Optional.of(values.stream().mapToDouble(Double::doubleValue).sum() / values.size());
  }

  /** Why an element has no index, in one word of the contract; empty where it has. */
  Optional<String> withheld(Figure figure) {
    return figure.index().withheld().map(why -> walks.isEmpty() ? "no-walkabout" : slug(why));
  }

  private static String slug(Withheld why) {
    return switch (why) {
      case TOO_FEW_TRANSECTS -> "too-few-transects";
      case ROUTE_NOT_WALKED -> "route-not-walked";
    };
  }
}
