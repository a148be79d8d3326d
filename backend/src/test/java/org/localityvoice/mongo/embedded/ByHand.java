package org.localityvoice.mongo.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/** MongoDB's rules for the filters of {@link RandomQueries}, written down once more. */
final class ByHand {
  private ByHand() {}

  static boolean matches(Document document, Document filter) {
    return filter.entrySet().stream()
        .allMatch(
            entry ->
                switch (entry.getKey()) {
                  case "$and" ->
                      filters(entry.getValue()).stream().allMatch(f -> matches(document, f));
                  case "$or" ->
                      filters(entry.getValue()).stream().anyMatch(f -> matches(document, f));
                  default -> field(document, entry.getKey(), entry.getValue());
                });
  }

  @SuppressWarnings("unchecked")
  private static List<Document> filters(Object value) {
    return (List<Document>) value;
  }

  private static boolean field(Document document, String path, Object condition) {
    List<Object> values = values(document, List.of(path.split("\\.")));
    if (!(condition instanceof Document operators)) {
      return values.stream().anyMatch(value -> same(value, condition));
    }
    return operators.entrySet().stream()
        .allMatch(
            operator -> {
              Object operand = operator.getValue();
              return switch (operator.getKey()) {
                case "$in" ->
                    ((List<?>) operand)
                        .stream().anyMatch(o -> values.stream().anyMatch(v -> same(v, o)));
                case "$ne" -> values.stream().noneMatch(value -> same(value, operand));
                case "$eq" -> values.stream().anyMatch(value -> same(value, operand));
                case "$gt" ->
                    values.stream().anyMatch(v -> alike(v, operand) && order(v, operand) > 0);
                case "$gte" ->
                    values.stream().anyMatch(v -> alike(v, operand) && order(v, operand) >= 0);
                case "$lt" ->
                    values.stream().anyMatch(v -> alike(v, operand) && order(v, operand) < 0);
                case "$lte" ->
                    values.stream().anyMatch(v -> alike(v, operand) && order(v, operand) <= 0);
                default -> throw new IllegalArgumentException(operator.getKey());
              };
            });
  }

  /** What a condition on a path looks at; null stands for what is missing. */
  private static List<Object> values(Object at, List<String> path) {
    List<Object> result = new ArrayList<>();
    if (path.isEmpty()) {
      if (at instanceof List<?> elements) {
        result.addAll(elements);
      } else {
        result.add(at);
      }
    } else if (at instanceof List<?> elements) {
      elements.forEach(element -> result.addAll(values(element, path)));
    } else if (at instanceof Document document) {
      result.addAll(values(document.get(path.get(0)), path.subList(1, path.size())));
    } else {
      result.add(null);
    }
    return result;
  }

  private static boolean same(Object one, Object other) {
    return (one instanceof Number a && other instanceof Number b)
        ? a.doubleValue() == b.doubleValue()
        : Objects.equals(one, other);
  }

  private static boolean alike(Object one, Object other) {
    return one != null && rank(one) == rank(other);
  }

  private static int rank(Object value) {
    if (value == null) {
      return 1;
    } else if (value instanceof Number) {
      return 2;
    } else if (value instanceof String) {
      return 3;
    } else if (value instanceof UUID) {
      return 4;
    } else if (value instanceof Boolean) {
      return 5;
    }
    return value instanceof Date ? 6 : 7;
  }

  private static int order(Object one, Object other) {
    if (rank(one) != rank(other) || one == null) {
      return Integer.compare(rank(one), rank(other));
    } else if (one instanceof Number a && other instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    } else if (one instanceof UUID a && other instanceof UUID b) {
      return Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    } else if (one instanceof Boolean a && other instanceof Boolean b) {
      return Boolean.compare(a, b);
    } else if (one instanceof Date a && other instanceof Date b) {
      return a.toInstant().compareTo(b.toInstant());
    }
    return one.toString().compareTo(other.toString());
  }

  /** Zero for documents that may stand in either order. */
  static Comparator<Document> order(Document fields) {
    return (one, other) -> {
      for (var field : fields.entrySet()) {
        int sign = ((Number) field.getValue()).intValue();
        int result =
            sign
                * order(
                    extreme(one.get(field.getKey()), sign),
                    extreme(other.get(field.getKey()), sign));
        if (result != 0) {
          return result;
        }
      }
      return 0;
    };
  }

  /** An array stands where its least element does, or, downwards, its greatest. */
  private static Object extreme(Object value, int sign) {
    if (!(value instanceof List<?> elements)) {
      return value;
    } else if (elements.isEmpty()) {
      return "empty";
    }
    List<Object> sorted = new ArrayList<>(elements);
    sorted.sort((a, b) -> sign * order(a, b));
    return sorted.get(0);
  }
}
