package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of single fields: for each path, conditions that every match fulfils. They
 * are necessary, not sufficient; the matcher has the last word on each candidate.
 */
final class Bounds {
  private final Map<String, List<List<Interval>>> conditions = new HashMap<>();

  static Bounds of(Document query) {
    Bounds bounds = new Bounds();
    bounds.addAll("", query);
    return bounds;
  }

  /**
   * The values an index must look at.
   *
   * @param single whether each document has one value at the path; an array may fulfil two
   *     conditions with two elements, so there only one condition can be used
   */
  Optional<List<Interval>> on(String path, boolean single) {
    List<List<Interval>> all = conditions.getOrDefault(path, List.of());
    return single
        ? all.stream().reduce(Interval::intersection)
        : all.stream().min((a, b) -> Boolean.compare(isRange(a), isRange(b)));
  }

  private static boolean isRange(List<Interval> intervals) {
    return !intervals.stream().allMatch(Interval::isPoint);
  }

  private void addAll(String prefix, Document query) {
    query.forEach((key, value) -> add(prefix, key, value));
  }

  private void add(String prefix, String key, @Nullable Object value) {
    if (key.equals("$and")) {
      branches(value).forEach(branch -> addAll(prefix, branch));
    } else if (key.equals("$or")) {
      addEither(prefix, branches(value));
    } else if (!key.startsWith("$")) {
      addField(prefix + key, value);
    }
  }

  private void addField(String path, @Nullable Object value) {
    if (!(value instanceof Document operators)) {
      points(Collections.singletonList(value)).ifPresent(found -> put(path, found));
      return;
    }
    operators.forEach(
        (operator, operand) -> {
          condition(operator, operand).ifPresent(found -> put(path, found));
          if (operator.equals("$elemMatch") && operand instanceof Document each) {
            addAll(path + ".", each);
          }
        });
  }

  private void put(String path, List<Interval> intervals) {
    conditions.computeIfAbsent(path, p -> new ArrayList<>()).add(intervals);
  }

  /** A path is bounded when each branch bounds it. */
  private void addEither(String prefix, List<Document> branches) {
    List<Bounds> each =
        branches.stream()
            .map(
                branch -> {
                  Bounds bounds = new Bounds();
                  bounds.addAll(prefix, branch);
                  return bounds;
                })
            .toList();
    if (each.isEmpty()) {
      return;
    }
    for (String path : each.get(0).conditions.keySet()) {
      if (each.stream().allMatch(bounds -> bounds.conditions.containsKey(path))) {
        put(
            path,
            Interval.union(
                each.stream()
                    .flatMap(bounds -> bounds.on(path, false).orElseThrow().stream())
                    .toList()));
      }
    }
  }

  private static Optional<List<Interval>> condition(String operator, @Nullable Object value) {
    return switch (operator) {
      case "$eq" -> points(Collections.singletonList(value));
      case "$in" -> value instanceof Collection<?> values ? points(values) : Optional.empty();
      case "$gt", "$gte" -> range(value, (bracket, bound) -> new Interval(bound, bracket.high()));
      case "$lt", "$lte" -> range(value, (bracket, bound) -> new Interval(bracket.low(), bound));
      default -> Optional.empty();
    };
  }

  private static Optional<List<Interval>> points(Collection<?> values) {
    if (values.stream().anyMatch(Bounds::isComplex)) {
      return Optional.empty();
    }
    return Optional.of(
        Interval.union(values.stream().map(value -> Interval.point(Keys.of(value))).toList()));
  }

  private static Optional<List<Interval>> range(
      @Nullable Object value, BiFunction<Interval, Key, Interval> side) {
    if (value == null || isComplex(value)) {
      return Optional.empty();
    }
    return Optional.of(List.of(side.apply(Keys.bracket(value), Keys.of(value))));
  }

  /** Values that match by other rules than being equal to what the index holds. */
  private static boolean isComplex(@Nullable Object value) {
    return value instanceof Collection
        || value instanceof BsonRegularExpression
        || !Keys.isOrdered(value);
  }

  private static List<Document> branches(@Nullable Object value) {
    List<Document> result = new ArrayList<>();
    if (value instanceof Collection<?> list) {
      for (Object each : list) {
        result.add(each instanceof Document document ? document : new Document());
      }
    }
    return result;
  }
}
