package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.done;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** With and without indexes a query has the same answer, which is also worked out by hand. */
@ParameterizedClass
@ArgumentsSource(Servers.class)
class IndexedQueriesTest {
  private static final int ROUNDS = 5;
  private static final int DOCUMENTS = 120;
  private static final int QUERIES = 40;

  @Parameter Server server;

  @Test
  void single_values() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      compare(seed, new RandomQueries(seed, false));
    }
  }

  @Test
  void arrays() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      compare(seed, new RandomQueries(1_000 + seed, true));
    }
  }

  private void compare(int seed, RandomQueries random) {
    MongoCollection<Document> plain = server.collection();
    MongoCollection<Document> indexed = server.collection();
    List<Document> documents = new ArrayList<>();
    for (int id = 0; id < DOCUMENTS; id++) {
      documents.add(random.document(id));
    }
    boolean first = random.chance();
    if (first) {
      createIndexes(random, indexed);
    }
    done(plain.insertMany(documents));
    done(indexed.insertMany(documents));
    if (!first) {
      createIndexes(random, indexed);
    }
    change(random, documents, plain, indexed);
    for (int i = 0; i < QUERIES; i++) {
      query(seed, random, documents, plain, indexed);
    }
  }

  private static void createIndexes(RandomQueries random, MongoCollection<Document> indexed) {
    Stream.generate(random::index)
        .distinct()
        .limit(3)
        .forEach(
            keys ->
                done(indexed.createIndex(keys, new IndexOptions().sparse(random.below(4) == 0))));
  }

  private static void change(
      RandomQueries random,
      List<Document> documents,
      MongoCollection<Document> plain,
      MongoCollection<Document> indexed) {
    for (int i = 0; i < DOCUMENTS / 4; i++) {
      int at = random.below(documents.size());
      Document changed = random.document(documents.get(at).getInteger("_id"));
      if (random.chance()) {
        documents.remove(at);
        done(plain.deleteOne(eq("_id", changed.get("_id"))));
        done(indexed.deleteOne(eq("_id", changed.get("_id"))));
      } else {
        documents.set(at, changed);
        done(plain.replaceOne(eq("_id", changed.get("_id")), changed));
        done(indexed.replaceOne(eq("_id", changed.get("_id")), changed));
      }
    }
  }

  private static void query(
      int seed,
      RandomQueries random,
      List<Document> documents,
      MongoCollection<Document> plain,
      MongoCollection<Document> indexed) {
    Document filter = random.filter();
    String what = "seed " + seed + ": " + filter;
    List<Document> expected = documents.stream().filter(d -> ByHand.matches(d, filter)).toList();
    assertThat(all(indexed.find(filter))).as(what).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(one(indexed.countDocuments(filter))).as(what).isEqualTo(expected.size());

    // The id makes the order complete where the order asked for leaves it open.
    Document order = random.order().append("_id", random.chance() ? 1 : -1);
    int limit = random.below(20);
    int skip = random.below(3);
    assertThat(all(indexed.find(filter).sort(order).skip(skip).limit(limit)))
        .as("%s sorted by %s, %d after %d", what, order, limit, skip)
        .containsExactlyElementsOf(all(plain.find(filter).sort(order).skip(skip).limit(limit)));

    Document coarse = random.order();
    assertThat(all(indexed.find(filter).sort(coarse)))
        .as("%s sorted by %s", what, coarse)
        .usingElementComparator(ByHand.order(coarse))
        .containsExactlyElementsOf(all(plain.find(filter).sort(coarse)));
  }
}
