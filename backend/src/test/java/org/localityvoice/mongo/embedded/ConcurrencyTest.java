package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.done;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ConcurrencyTest {
  private static final int CLIENTS = 32;

  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 4);
  private Server server;

  @BeforeEach
  void open() {
    server = Server.embedded();
  }

  @AfterEach
  void close() throws Exception {
    threads.shutdown();
    server.close();
  }

  private <T> List<T> together(int howMany, Callable<T> work) throws Exception {
    List<Callable<T>> all = IntStream.range(0, howMany).mapToObj(i -> work).toList();
    List<T> results = new ArrayList<>();
    for (Future<T> each : threads.invokeAll(all)) {
      results.add(each.get());
    }
    return results;
  }

  @Test
  void compare_and_set_loses_no_increment() throws Exception {
    var shared = server.collection(new Document("_id", 1).append("version", 0).append("n", 0));
    together(
        CLIENTS,
        () -> {
          for (int i = 0; i < 20; i++) {
            while (!increment(shared)) {
              Thread.onSpinWait();
            }
          }
          return true;
        });
    assertThat(all(shared.find()))
        .containsExactly(
            new Document("_id", 1).append("version", CLIENTS * 20).append("n", CLIENTS * 20));
  }

  private static boolean increment(MongoCollection<Document> shared) {
    Document seen = one(shared.find(eq("_id", 1)).first());
    var next = new Document(seen);
    next.put("version", seen.getInteger("version") + 1);
    next.put("n", seen.getInteger("n") + 1);
    var guard = and(eq("_id", 1), eq("version", seen.getInteger("version")));
    return one(shared.replaceOne(guard, next)).getMatchedCount() == 1;
  }

  @Test
  void of_many_that_want_a_unique_key_exactly_one_gets_it() throws Exception {
    MongoCollection<Document> claims = server.collection();
    done(claims.createIndex(ascending("key"), new IndexOptions().unique(true)));
    for (int key = 0; key < 20; key++) {
      int wanted = key;
      var won = together(CLIENTS, () -> claims(claims, wanted));
      assertThat(won).filteredOn(each -> each).hasSize(1);
    }
    assertThat(one(claims.countDocuments())).isEqualTo(20);
  }

  private static boolean claims(MongoCollection<Document> claims, int key) {
    try {
      done(claims.insertOne(new Document("key", key)));
      return true;
    } catch (MongoWriteException taken) {
      assertThat(taken.getCode()).isEqualTo(11_000);
      return false;
    }
  }

  /** A document that moves between two states is in one of them whenever one looks at both. */
  @Test
  void readers_never_miss_a_document_that_is_being_changed() throws Exception {
    MongoCollection<Document> jobs = server.collection();
    done(jobs.createIndex(ascending("state", "n")));
    int howMany = 50;
    done(
        jobs.insertMany(
            IntStream.range(0, howMany)
                .mapToObj(
                    i -> new Document("_id", i).append("state", "a").append("n", i).append("t", 0))
                .toList()));
    AtomicBoolean stop = new AtomicBoolean();
    var readers = new ArrayList<Future<Integer>>();
    for (int reader = 0; reader < 8; reader++) {
      readers.add(threads.submit(() -> readWhile(jobs, stop, howMany)));
    }
    try {
      together(
          8,
          () -> {
            for (int i = 0; i < 300; i++) {
              String to = i % 2 == 0 ? "b" : "a";
              var moved = combine(set("state", to), inc("t", 1));
              Mono.from(jobs.findOneAndUpdate(eq("_id", i % howMany), moved)).block();
            }
            return true;
          });
    } finally {
      stop.set(true);
    }
    for (Future<Integer> reader : readers) {
      assertThat(reader.get()).isPositive();
    }
    assertThat(all(jobs.find()).stream().mapToInt(d -> d.getInteger("t")).sum()).isEqualTo(8 * 300);
  }

  private static int readWhile(MongoCollection<Document> jobs, AtomicBoolean stop, int howMany) {
    int reads = 0;
    while (!stop.get()) {
      assertThat(all(jobs.find(in("state", "a", "b")).sort(Sorts.ascending("n"))))
          .extracting(d -> d.getInteger("_id"))
          .containsExactlyElementsOf(IntStream.range(0, howMany).boxed().toList());
      assertThat(all(jobs.find(and(gte("n", 0), in("state", "b", "a"))).batchSize(7)))
          .hasSize(howMany);
      reads++;
    }
    return reads;
  }
}
