package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ParameterizedClass
@ArgumentsSource(Servers.class)
class QueryConformanceTest {
  @Parameter Server server;

  private static Document doc(int id) {
    return new Document("_id", id);
  }

  private MongoCollection<Document> people() {
    return server.collection(
        doc(1).append("ward", "Newport").append("age", 30).append("tags", asList("a", "b")),
        doc(2).append("ward", "Newport").append("age", 41L).append("tags", List.of()),
        doc(3).append("ward", "North Ormesby").append("age", 41.0).append("tags", "a"),
        doc(4).append("ward", null).append("age", 7),
        doc(5).append("age", "unknown"));
  }

  private static List<Integer> ids(MongoCollection<Document> collection, Bson filter) {
    return Driver.all(collection.find(filter).sort(ascending("_id"))).stream()
        .map(document -> document.getInteger("_id"))
        .toList();
  }

  @Test
  void equality_ignores_the_type_of_number() {
    assertThat(ids(people(), eq("age", 41))).containsExactly(2, 3);
  }

  @Test
  void null_matches_what_is_null_and_what_is_missing() {
    assertThat(ids(people(), eq("ward", null))).containsExactly(4, 5);
    assertThat(ids(people(), ne("ward", null))).containsExactly(1, 2, 3);
    assertThat(ids(people(), exists("ward"))).containsExactly(1, 2, 3, 4);
    assertThat(ids(people(), in("ward", asList(null, "Newport")))).containsExactly(1, 2, 4, 5);
  }

  @Test
  void ranges_keep_to_their_type() {
    assertThat(ids(people(), gt("age", 7))).containsExactly(1, 2, 3);
    assertThat(ids(people(), lt("age", "z"))).containsExactly(5);
    assertThat(ids(people(), and(gte("age", 7), lt("age", 41)))).containsExactly(1, 4);
  }

  @Test
  void arrays_match_by_their_elements() {
    assertThat(ids(people(), eq("tags", "a"))).containsExactly(1, 3);
    assertThat(ids(people(), all("tags", "a", "b"))).containsExactly(1);
    assertThat(ids(people(), size("tags", 0))).containsExactly(2);
    assertThat(ids(people(), nin("tags", "a", "x"))).containsExactly(2, 4, 5);
    assertThat(ids(people(), eq("tags", asList("a", "b")))).containsExactly(1);
  }

  @Test
  void two_elements_may_fulfil_two_conditions_but_only_one_an_element_match() {
    var readings = server.collection(doc(1).append("n", asList(1, 10)), doc(2).append("n", 4));
    Bson between = new Document("n", new Document("$gt", 3).append("$lt", 5));
    assertThat(ids(readings, between)).containsExactly(1, 2);
    assertThat(ids(readings, elemMatch("n", new Document("$gt", 3).append("$lt", 5)))).isEmpty();
  }

  @Test
  void dotted_paths_look_into_documents_and_arrays_of_documents() {
    var reports =
        server.collection(
            doc(1).append("outbox", List.of(new Document("id", "x").append("kind", "mail"))),
            doc(2)
                .append(
                    "outbox",
                    List.of(
                        new Document("id", "y").append("kind", "mail"),
                        new Document("id", "z").append("kind", "push"))),
            doc(3).append("outbox", List.of()),
            doc(4).append("place", new Document("ward", "Newport")));
    assertThat(ids(reports, eq("outbox.id", "z"))).containsExactly(2);
    assertThat(ids(reports, and(eq("outbox.id", "y"), eq("outbox.kind", "push"))))
        .containsExactly(2);
    assertThat(ids(reports, elemMatch("outbox", and(eq("id", "y"), eq("kind", "push"))))).isEmpty();
    assertThat(ids(reports, exists("outbox.0"))).containsExactly(1, 2);
    assertThat(ids(reports, eq("place.ward", "Newport"))).containsExactly(4);
    assertThat(ids(reports, eq("place", new Document("ward", "Newport")))).containsExactly(4);
  }

  @Test
  void alternatives_and_patterns() {
    assertThat(ids(people(), or(eq("_id", 1), eq("age", 7)))).containsExactly(1, 4);
    assertThat(ids(people(), regex("ward", "^new", "i"))).containsExactly(1, 2);
  }

  @Test
  void sorting_ranks_types_then_values() {
    assertThat(Driver.all(people().find().sort(orderBy(ascending("age"), descending("_id")))))
        .extracting(document -> document.getInteger("_id"))
        .containsExactly(4, 1, 3, 2, 5);
    assertThat(Driver.all(people().find().sort(descending("ward")).skip(1).limit(2)))
        .extracting(document -> document.getString("ward"))
        .containsExactly("Newport", "Newport");
  }

  @Test
  void projections_keep_or_leave_out_fields() {
    var found = people().find(eq("_id", 1));
    assertThat(one(found.projection(Projections.include("age")).first()))
        .isEqualTo(doc(1).append("age", 30));
    assertThat(
            one(people().find(eq("_id", 1)).projection(Projections.exclude("age", "tags")).first()))
        .isEqualTo(doc(1).append("ward", "Newport"));
  }

  @Test
  void counts_and_distinct_values() {
    assertThat(one(people().countDocuments())).isEqualTo(5);
    assertThat(one(people().countDocuments(eq("ward", "Newport")))).isEqualTo(2);
    assertThat(one(people().estimatedDocumentCount())).isEqualTo(5);
    assertThat(Driver.all(people().distinct("ward", String.class)))
        .contains("Newport", "North Ormesby");
    assertThat(Driver.all(people().distinct("tags", eq("_id", 1), String.class)))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void simple_aggregations() {
    var totals =
        people()
            .aggregate(
                List.of(
                    Aggregates.match(exists("ward")),
                    Aggregates.group("$ward", Accumulators.sum("people", 1)),
                    Aggregates.sort(descending("people", "_id")),
                    Aggregates.limit(2)));
    assertThat(Driver.all(totals))
        .containsExactly(
            new Document("_id", "Newport").append("people", 2),
            new Document("_id", "North Ormesby").append("people", 1));
  }
}
