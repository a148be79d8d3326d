package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.done;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ParameterizedClass
@ArgumentsSource(Servers.class)
class IndexConformanceTest {
  private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
  private static final IndexOptions UNIQUE_SPARSE = new IndexOptions().unique(true).sparse(true);

  @Parameter Server server;

  private static Document doc(int id) {
    return new Document("_id", id);
  }

  private static void refused(Runnable write) {
    assertThatThrownBy(write::run)
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11_000));
  }

  @Test
  void indexes_are_listed_as_they_were_declared() {
    var things = server.collection(doc(1));
    done(
        things.createIndexes(
            List.of(
                new IndexModel(compoundIndex(ascending("ward"), descending("at"))),
                new IndexModel(ascending("token"), UNIQUE_SPARSE))));
    done(things.createIndexes(List.of(new IndexModel(ascending("token"), UNIQUE_SPARSE))));
    assertThat(all(things.listIndexes()))
        .extracting(index -> index.getString("name"))
        .containsExactlyInAnyOrder("_id_", "ward_1_at_-1", "token_1");
    assertThat(all(things.listIndexes()))
        .filteredOn(index -> index.getString("name").equals("token_1"))
        .singleElement()
        .satisfies(index -> assertThat(index.getBoolean("unique")).isTrue())
        .satisfies(index -> assertThat(index.getBoolean("sparse")).isTrue());
    assertThat(all(server.database().listCollectionNames()))
        .contains(things.getNamespace().getCollectionName());
  }

  @Test
  void one_name_means_one_index() {
    var things = server.collection(doc(1));
    done(things.createIndex(ascending("a"), new IndexOptions().name("n")));
    assertThatThrownBy(() -> done(things.createIndex(ascending("b"), new IndexOptions().name("n"))))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getErrorCode()).isEqualTo(86));
  }

  @Test
  void a_unique_index_refuses_the_second_on_insert_and_update() {
    var things = server.collection(doc(1).append("k", "x"), doc(2).append("k", "y"));
    done(things.createIndex(ascending("k"), UNIQUE));
    refused(() -> done(things.insertOne(doc(3).append("k", "x"))));
    refused(() -> done(things.updateOne(eq("_id", 2), set("k", "x"))));
    done(things.updateOne(eq("_id", 1), set("k", "z")));
    done(things.updateOne(eq("_id", 2), set("k", "x")));
    done(things.deleteOne(eq("_id", 2)));
    done(things.insertOne(doc(4).append("k", "x")));
    done(things.insertOne(doc(5)));
    refused(() -> done(things.insertOne(doc(6).append("k", null))));
    refused(() -> done(things.insertOne(doc(7).append("k", List.of("a", "z")))));
  }

  @Test
  void a_sparse_unique_index_lets_documents_lack_the_field() {
    var things = server.collection(doc(1), doc(2), doc(3).append("token", "t"));
    done(things.createIndex(ascending("token"), UNIQUE_SPARSE));
    done(things.insertOne(doc(4)));
    refused(() -> done(things.updateOne(eq("_id", 1), set("token", "t"))));
    done(things.updateOne(eq("_id", 3), unset("token")));
    done(things.updateOne(eq("_id", 1), set("token", "t")));
    assertThat(all(things.find(eq("token", null)).sort(Sorts.ascending("_id"))))
        .containsExactly(doc(2), doc(3), doc(4));
    assertThat(all(things.find().sort(Sorts.ascending("token")))).hasSize(4);
  }

  @Test
  void a_compound_unique_index_compares_all_fields() {
    var things = server.collection();
    done(things.createIndex(ascending("wave", "person"), UNIQUE));
    done(things.insertOne(doc(1).append("wave", 1).append("person", "ana")));
    done(things.insertOne(doc(2).append("wave", 2).append("person", "ana")));
    refused(() -> done(things.insertOne(doc(3).append("wave", 1.0).append("person", "ana"))));
  }

  @Test
  void a_unique_index_over_duplicates_is_not_made() {
    var things = server.collection(doc(1).append("k", 1), doc(2).append("k", 1));
    assertThatThrownBy(() -> done(things.createIndex(ascending("k"), UNIQUE)))
        .isInstanceOfSatisfying(
            MongoException.class, e -> assertThat(e.getCode()).isEqualTo(11_000));
    done(things.insertOne(doc(3).append("k", 1)));
    done(things.deleteMany(in("_id", 2, 3)));
    done(things.createIndex(ascending("k"), UNIQUE));
    refused(() -> done(things.insertOne(doc(4).append("k", 1))));
  }

  @Test
  void two_arrays_do_not_fit_into_one_index() {
    var things = server.collection();
    done(things.createIndex(ascending("a", "b")));
    assertThatThrownBy(
            () ->
                done(
                    things.insertOne(doc(1).append("a", List.of(1, 2)).append("b", List.of(3, 4)))))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(171));
    assertThat(one(things.countDocuments())).isZero();
  }

  @Test
  void pages_follow_each_other_by_a_key() {
    MongoCollection<Document> reports = server.collection();
    done(
        reports.insertMany(
            IntStream.range(0, 300)
                .mapToObj(i -> doc(i).append("ward", "w" + i % 2).append("at", (i * 7) % 50))
                .toList()));
    done(reports.createIndex(compoundIndex(ascending("ward"), descending("at", "_id"))));
    var order = Sorts.descending("at", "_id");
    var expected = all(reports.find(eq("ward", "w1")).sort(order));
    List<Document> paged = new ArrayList<>(all(first(reports).sort(order).limit(20)));
    while (paged.size() < expected.size()) {
      Document last = paged.get(paged.size() - 1);
      var after =
          or(
              lt("at", last.getInteger("at")),
              and(eq("at", last.getInteger("at")), lt("_id", last.getInteger("_id"))));
      paged.addAll(all(reports.find(and(eq("ward", "w1"), after)).sort(order).limit(20)));
    }
    assertThat(paged).containsExactlyElementsOf(expected).hasSize(150);
  }

  private static FindPublisher<Document> first(MongoCollection<Document> reports) {
    return reports.find(eq("ward", "w1"));
  }

  @Test
  void dropping_an_index_and_a_collection_leaves_nothing_behind() {
    var things = server.collection(doc(1).append("k", 1));
    done(things.createIndex(ascending("k"), UNIQUE));
    done(things.dropIndex("k_1"));
    done(things.insertOne(doc(2).append("k", 1)));
    assertThat(all(things.listIndexes())).hasSize(1);
    done(things.drop());
    assertThat(one(things.countDocuments())).isZero();
    done(things.insertMany(Arrays.asList(doc(1).append("k", 1), doc(2).append("k", 1))));
    done(things.createIndex(ascending("k")));
    assertThat(all(things.find(eq("k", 1)))).hasSize(2);
  }
}
