package org.localityvoice.report.measure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numbers that are sums of one another. The first part is the whole; each further one is a part of
 * an earlier one. Everything that is published of a group is one of these, so that what can be
 * worked out from what is known before anything leaves.
 */
final class Sums {
  /** Problems by cell. A duplicate counts with its original, so it is no problem of its own. */
  static final Sums PROBLEMS =
      new Sums(
          List.of(
              new Part("problems", ""),
              cell(MeasureCell.CONFIRMED, "problems"),
              cell(MeasureCell.SAID_DONE, "problems"),
              cell(MeasureCell.REFUSED, "problems"),
              cell(MeasureCell.IN_HAND_IN_TIME, "problems"),
              new Part("not-dealt-with", "problems"),
              cell(MeasureCell.SAID_DONE_DISPUTED, "not-dealt-with"),
              cell(MeasureCell.REFUSED_DISPUTED, "not-dealt-with"),
              cell(MeasureCell.IN_HAND_OVERDUE, "not-dealt-with"),
              cell(MeasureCell.NO_REPLY, "not-dealt-with")));

  /** Questions by what was answered. */
  static final Sums QUESTIONS =
      new Sums(
          List.of(
              new Part("questions-asked", ""),
              new Part("questions-answered", "questions-asked"),
              new Part("answered-fixed", "questions-answered"),
              new Part("answered-partly", "questions-answered"),
              new Part("answered-no", "questions-answered"),
              new Part("answered-cannot-tell", "questions-answered"),
              new Part("questions-unanswered", "questions-asked")));

  private final List<Part> parts;
  private final Map<String, Part> byId = new HashMap<>();

  Sums(List<Part> parts) {
    this.parts = List.copyOf(parts);
    for (var part : parts) {
      var known = part.whole() ? byId.isEmpty() : byId.containsKey(part.of());
      if (!known || byId.putIfAbsent(part.id(), part) != null) {
        throw new IllegalArgumentException("no place for the part " + part.id());
      }
    }
  }

  /**
   * One of the numbers.
   *
   * @param of id of what it is a part of; empty for the whole
   */
  record Part(String id, String of) {
    boolean whole() {
      return of.isEmpty();
    }
  }

  private static Part cell(MeasureCell cell, String of) {
    return new Part(cell.slug(), of);
  }

  List<Part> parts() {
    return parts;
  }

  /** Whether nothing is a part of it. */
  boolean leaf(String id) {
    return parts.stream().noneMatch(part -> part.of().equals(id));
  }

  /** Every number, in order, from those that are sums of nothing; absent ones are 0. */
  Map<String, Integer> complete(Map<String, Integer> leaves) {
    var sums = new HashMap<String, Integer>();
    parts.stream()
        .filter(part -> leaf(part.id()))
        .forEach(
            part -> {
              var count = leaves.getOrDefault(part.id(), 0);
              upwards(part).forEach(above -> sums.merge(above.id(), count, Integer::sum));
            });
    var ordered = new LinkedHashMap<String, Integer>();
    parts.forEach(part -> ordered.put(part.id(), sums.getOrDefault(part.id(), 0)));
    return ordered;
  }

  private Stream<Part> upwards(Part from) {
    return Stream.iterate(
            Optional.of(from),
            Optional::isPresent,
            part -> part.flatMap(one -> Optional.ofNullable(byId.get(one.of()))))
        .flatMap(Optional::stream);
  }
}
