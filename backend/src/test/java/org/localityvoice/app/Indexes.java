package org.localityvoice.app;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Wait;

/** Compares what every index finds with a look at every document. */
final class Indexes {
  private static final int MOST_AT_ONCE = 500;

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
        var held =
            index.getBoolean("sparse", false)
                ? documents.stream()
                    .filter(one -> fields.stream().anyMatch(field -> value(one, field) != null))
                : documents.stream();
        if (((Number) entries.get(index.getString("name"))).longValue() != held.count()) {
          faults.add("entries of index " + index.getString("name") + " of " + name);
        }
        if (!sameByEquality(collection, fields, documents)) {
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

  /** Asks for every value there is: the leading fields by equality, the last by several values. */
  private static boolean sameByEquality(
      MongoCollection<Document> collection, List<String> fields, List<Document> documents) {
    var leading = fields.subList(0, fields.size() - 1);
    var last = fields.get(fields.size() - 1);
    var groups =
        documents.stream()
            .collect(
                Collectors.groupingBy(
                    one ->
                        Arrays.asList(leading.stream().map(field -> value(one, field)).toArray())));
    return groups.values().stream().allMatch(group -> sameByLast(collection, leading, last, group));
  }

  private static boolean sameByLast(
      MongoCollection<Document> collection,
      List<String> leading,
      String last,
      List<Document> group) {
    var byValue =
        group.stream()
            .filter(one -> value(one, last) != null)
            .collect(Collectors.groupingBy(one -> value(one, last)));
    var values = new ArrayList<>(byValue.keySet());
    for (var from = 0; from < values.size(); from += MOST_AT_ONCE) {
      var some = values.subList(from, Math.min(values.size(), from + MOST_AT_ONCE));
      List<Bson> query =
          leading.stream()
              .map(field -> eq(field, value(group.get(0), field)))
              .collect(Collectors.toList());
      query.add(in(last, some));
      var wanted = some.stream().flatMap(value -> byValue.get(value).stream()).toList();
      var found =
          Wait.forResult(Publishers.list(collection.find(and(query)).projection(include("_id"))));
      if (found.size() != wanted.size() || !ids(found).equals(ids(wanted))) {
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

  /** The value at a path such as {@code state.type}; null where there is none. */
  private static @Nullable Object value(Document document, String path) {
    return document.getEmbedded(List.of(path.split("\\.", -1)), Object.class);
  }

  private static SortedSet<String> ids(List<Document> documents) {
    return documents.stream()
        .map(one -> Objects.toString(one.get("_id")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
