package org.localityvoice.app;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Wait;

/** Compares what every index finds with a look at every document. */
final class Indexes {
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_COMBINATIONS = 100;

  private static final Object NOTHING = new Object();

  private Indexes() {}

  /** What some index finds otherwise, over all collections. */
  static List<String> faults(MongoDatabase database) {
    var faults = new ArrayList<String>();
    for (var name : Wait.forResult(Publishers.list(database.listCollectionNames()))) {
      var collection = database.getCollection(name);
      var entries =
          Wait.forResult(Publishers.one(database.runCommand(new Document("validate", name))))
              .get("keysPerIndex", Document.class);
      for (var index : Wait.forResult(Publishers.list(collection.listIndexes()))) {
        var fields = List.copyOf(index.get("key", Document.class).keySet());
        var documents = documents(collection, fields);
        var sparse = index.getBoolean("sparse", false);
        var held =
            documents.stream()
                .map(one -> keys(one, fields))
                .filter(keys -> !sparse || keys.stream().anyMatch(Indexes::hasValue))
                .mapToLong(Set::size)
                .sum();
        if (((Number) entries.get(index.getString("name"))).longValue() != held) {
          faults.add("entries of index " + index.getString("name") + " of " + name);
        }
        if (!sameByEquality(collection, fields.subList(0, 1), documents)
            || !sameByEquality(collection, fields, documents)) {
          faults.add("equality by index " + index.getString("name") + " of " + name);
        }
        if (!sameInOrder(collection, index, documents)) {
          faults.add("order by index " + index.getString("name") + " of " + name);
        }
      }
    }
    return faults;
  }

  private static List<Document> documents(
      MongoCollection<Document> collection, List<String> fields) {
    return Wait.forResult(Publishers.list(collection.find().projection(include(fields))));
  }

  /**
   * Asks for every value of the last field, by several at once; the leading fields by equality, of
   * which some combinations must do, since there may be as many as documents.
   */
  private static boolean sameByEquality(
      MongoCollection<Document> collection, List<String> fields, List<Document> documents) {
    var leading = fields.size() - 1;
    var groups = new HashMap<List<Object>, Map<Object, SortedSet<String>>>();
    for (var document : documents) {
      for (var key : keys(document, fields)) {
        var last = key.get(leading);
        if (last != NOTHING && key.stream().noneMatch(List.of()::equals)) {
          groups
              .computeIfAbsent(key.subList(0, leading), any -> new HashMap<>())
              .computeIfAbsent(last, any -> new TreeSet<>())
              .add(id(document));
        }
      }
    }
    return groups.entrySet().stream()
        .limit(MOST_COMBINATIONS)
        .allMatch(group -> sameByLast(collection, fields, group.getKey(), group.getValue()));
  }

  private static boolean sameByLast(
      MongoCollection<Document> collection,
      List<String> fields,
      List<Object> leading,
      Map<Object, SortedSet<String>> byLast) {
    var values = List.copyOf(byLast.keySet());
    for (var from = 0; from < values.size(); from += MOST_AT_ONCE) {
      var some = values.subList(from, Math.min(values.size(), from + MOST_AT_ONCE));
      var query = new ArrayList<Bson>();
      for (var at = 0; at < leading.size(); at++) {
        query.add(eq(fields.get(at), leading.get(at) == NOTHING ? null : leading.get(at)));
      }
      query.add(in(fields.get(leading.size()), some));
      var wanted = new TreeSet<String>();
      some.forEach(value -> wanted.addAll(byLast.get(value)));
      var found =
          Wait.forResult(Publishers.list(collection.find(and(query)).projection(include("_id"))));
      if (found.size() != wanted.size() || !ids(found).equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameInOrder(
      MongoCollection<Document> collection, Document index, List<Document> documents) {
    var found =
        Wait.forResult(
            Publishers.list(
                collection
                    .find()
                    .sort(index.get("key", Document.class))
                    .projection(include("_id"))));
    return found.size() == documents.size() && ids(found).equals(ids(documents));
  }

  /** The entries that a document has in an index: one value for each field, arrays taken apart. */
  private static Set<List<Object>> keys(Document document, List<String> fields) {
    Set<List<Object>> keys = Set.of(List.of());
    for (var field : fields) {
      var longer = new LinkedHashSet<List<Object>>();
      for (var key : keys) {
        for (var value : values(document, List.of(field.split("\\.", -1)))) {
          longer.add(Stream.concat(key.stream(), Stream.of(value)).toList());
        }
      }
      keys = longer;
    }
    return keys;
  }

  private static boolean hasValue(List<Object> key) {
    return key.stream().anyMatch(value -> value != NOTHING);
  }

  /** The values at a path such as {@code affected.uid}; {@link #NOTHING} where there is none. */
  private static List<Object> values(@Nullable Object value, List<String> path) {
    if (value instanceof List<?> elements) {
      if (elements.isEmpty()) {
        return List.of(path.isEmpty() ? List.of() : NOTHING);
      }
      return elements.stream().flatMap(element -> values(element, path).stream()).toList();
    }
    if (path.isEmpty()) {
      return List.of(value == null ? NOTHING : value);
    }
    return value instanceof Document inner
        ? values(inner.get(path.get(0)), path.subList(1, path.size()))
        : List.of(NOTHING);
  }

  private static String id(Document document) {
    return Objects.toString(document.get("_id"));
  }

  private static SortedSet<String> ids(List<Document> documents) {
    return documents.stream().map(Indexes::id).collect(Collectors.toCollection(TreeSet::new));
  }
}
