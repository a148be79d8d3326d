package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Filters as the inherited matcher understands them. */
final class Filters {
  private static final Set<String> INSEPARABLE = Set.of("$regex", "$options", "$ref", "$id", "$db");

  private Filters() {}

  /**
   * Takes several operators on one field apart. In MongoDB two elements of an array may fulfil two
   * operators; the matcher asks one element to fulfil all that stand together.
   */
  static Document separated(Document filter) {
    Document result = new Document();
    List<Document> parts = new ArrayList<>();
    filter.forEach(
        (path, condition) -> {
          if (path.startsWith("$") && condition instanceof List<?> branches) {
            result.put(path, branches.stream().map(Filters::branch).toList());
          } else if (isSeveral(condition)) {
            ((Document) condition)
                .forEach((name, value) -> parts.add(new Document(path, new Document(name, value))));
          } else {
            result.put(path, condition);
          }
        });
    // The filter may have an $and of its own.
    return parts.isEmpty()
        ? result
        : new Document("$and", List.of(result, new Document("$and", parts)));
  }

  private static Object branch(Object branch) {
    return branch instanceof Document filter ? separated(filter) : branch;
  }

  private static boolean isSeveral(Object condition) {
    return condition instanceof Document operators
        && operators.size() > 1
        && operators.keySet().stream()
            .allMatch(name -> name.startsWith("$") && !INSEPARABLE.contains(name));
  }
}
