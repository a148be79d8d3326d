package org.localityvoice.benchmark.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import org.localityvoice.mongo.embedded.StoreUnavailableException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store with its documents, and a driver to ask it. */
final class Contestant implements AutoCloseable {
  static final int WARDS = 20;

  private final Path folder;
  private final Runnable stop;
  private final MongoClient client;
  private final List<UUID> ids;
  final SplittableRandom random = new SplittableRandom(7);

  private Contestant(Path folder, String uri, Runnable stop, int documents) {
    this.folder = folder;
    this.stop = stop;
    this.client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    this.ids = IntStream.range(0, documents).mapToObj(i -> newId()).toList();
    load();
  }

  static Contestant ours(int documents) throws IOException, StoreUnavailableException {
    Path folder = Files.createTempDirectory("store-benchmark");
    EmbeddedStore store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
    return new Contestant(folder, store.connectionString(), store::close, documents);
  }

  static Contestant stock(int documents) throws IOException {
    Path folder = Files.createTempDirectory("store-benchmark");
    MongoServer server = new MongoServer(new H2Backend(folder.resolve("stock.mv").toString()));
    String uri = server.bindAndGetConnectionString() + "/?retryWrites=false";
    return new Contestant(folder, uri, server::shutdown, documents);
  }

  private void load() {
    var reports = reports();
    Mono.from(reports.createIndex(Indexes.ascending("owner"))).block();
    Mono.from(
            reports.createIndex(
                Indexes.compoundIndex(Indexes.ascending("ward"), Indexes.descending("at"))))
        .block();
    Mono.from(reports.createIndex(Indexes.ascending("token"), new IndexOptions().unique(true)))
        .block();
    Flux.fromIterable(ids)
        .map(this::report)
        .buffer(1_000)
        .concatMap(reports::insertMany)
        .then()
        .block();
  }

  MongoCollection<Document> reports() {
    return client.getDatabase("benchmark").getCollection("reports");
  }

  MongoCollection<Document> counters() {
    return client.getDatabase("benchmark").getCollection("counters");
  }

  UUID newId() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  UUID someId() {
    return ids.get(random.nextInt(ids.size()));
  }

  String someOwner() {
    return "owner " + random.nextInt(Math.max(1, ids.size() / 10));
  }

  /** About 300 bytes. */
  Document report(UUID id) {
    return new Document("_id", id)
        .append("owner", someOwner())
        .append("ward", "ward " + random.nextInt(WARDS))
        .append("at", random.nextLong(1L << 40))
        .append("token", id.toString())
        .append("version", 1)
        .append(
            "text", "A street light has been out for a week in front of the school. ".repeat(2));
  }

  @Override
  public void close() throws IOException {
    client.close();
    stop.run();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
