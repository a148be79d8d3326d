package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The process that is killed: it opens the store and writes from many threads until it dies. Each
 * line on its output is a write that the store has acknowledged.
 */
final class ChildWriter {
  static final int THREADS = 12;
  static final int COUNTERS = 8;
  static final List<IndexModel> INDEXES =
      List.of(
          new IndexModel(Indexes.ascending("key"), new IndexOptions().unique(true)),
          new IndexModel(
              Indexes.compoundIndex(Indexes.ascending("group"), Indexes.descending("n"))),
          new IndexModel(Indexes.ascending("tags")),
          new IndexModel(Indexes.ascending("late"), new IndexOptions().sparse(true)));

  private final MongoDatabase database;
  private final PrintStream acknowledged;
  private final String run = UUID.randomUUID().toString();

  private ChildWriter(MongoDatabase database, PrintStream acknowledged) {
    this.database = database;
    this.acknowledged = acknowledged;
  }

  /** Arguments: the folder, and when answers leave. */
  public static void main(String[] arguments) throws StoreUnavailableException {
    var answers = Writer.Answers.valueOf(arguments[1]);
    var store = EmbeddedStore.open(Path.of(arguments[0]), EmbeddedOptions.defaults(), answers);
    var client = Driver.connect(store.connectionString());
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var writer = new ChildWriter(client.getDatabase("crash"), out);
    Driver.done(writer.documents(0).createIndexes(INDEXES));
    Driver.done(writer.documents(1).createIndexes(INDEXES));
    out.println("ready");
    IntStream.range(0, THREADS).forEach(i -> new Thread(() -> writer.write(i)).start());
  }

  private MongoCollection<Document> documents(int number) {
    return database.getCollection("documents" + number % 2);
  }

  private void write(int thread) {
    for (int n = 0; ; n++) {
      switch (thread % 4) {
        case 0 -> insert(thread, n);
        case 1 -> insertSeveral(thread, n);
        case 2 -> insertAndChange(thread, n);
        default -> count(thread, n);
      }
    }
  }

  private Document document(String id, int n) {
    return new Document("_id", id)
        .append("key", "key " + id)
        .append("group", n % 7)
        .append("n", n)
        .append("version", 1)
        .append("tags", List.of("t" + n % 3, "u" + n % 5))
        .append("text", "x".repeat(n % 300));
  }

  private void acknowledge(String line) {
    acknowledged.println(line);
  }

  private void insert(int thread, int n) {
    String id = run + "/" + thread + "/" + n;
    Driver.done(documents(n).insertOne(document(id, n)));
    acknowledge("inserted " + n % 2 + " " + id);
  }

  private void insertSeveral(int thread, int n) {
    var several =
        IntStream.range(0, 20)
            .mapToObj(i -> document(run + "/" + thread + "/" + n + "/" + i, i))
            .toList();
    Driver.done(documents(n).insertMany(several));
    several.forEach(each -> acknowledge("inserted " + n % 2 + " " + each.getString("_id")));
  }

  private void insertAndChange(int thread, int n) {
    String id = run + "/" + thread + "/" + n;
    Driver.done(documents(n).insertOne(document(id, n)));
    var change =
        combine(inc("version", 1), inc("n", 1_000), set("key", "changed " + id), set("late", n));
    Driver.one(documents(n).findOneAndUpdate(eq("_id", id), change));
    acknowledge("changed " + n % 2 + " " + id);
    if (n > 0 && n % 3 == 0) {
      String previous = run + "/" + thread + "/" + (n - 1);
      acknowledge("deleting " + (n - 1) % 2 + " " + previous);
      Driver.done(documents(n - 1).deleteOne(eq("_id", previous)));
      acknowledge("deleted " + (n - 1) % 2 + " " + previous);
    }
    if (n % 50 == 0) {
      var fresh = database.getCollection("fresh" + run.substring(0, 8) + thread + "x" + n);
      Driver.done(fresh.insertOne(new Document("_id", 1)));
      Driver.done(fresh.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)));
      acknowledge("created 0 " + fresh.getNamespace().getCollectionName());
    }
  }

  private void count(int thread, int n) {
    String id = "counter " + (thread * 31 + n) % COUNTERS;
    Driver.done(
        database
            .getCollection("counters")
            .updateOne(eq("_id", id), inc("n", 1L), new UpdateOptions().upsert(true)));
    acknowledge("counted 0 " + id);
  }
}
