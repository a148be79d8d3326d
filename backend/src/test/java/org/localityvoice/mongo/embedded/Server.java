package org.localityvoice.mongo.embedded;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;

/** A server under test, with a database of its own: the embedded store or a real MongoDB. */
final class Server implements AutoCloseable {
  private final String name;
  private final Optional<EmbeddedStore> store;
  private final Optional<Path> folder;
  private final MongoClient client;
  private final MongoDatabase database;

  private Server(String name, Optional<EmbeddedStore> store, Optional<Path> folder, String uri) {
    this.name = name;
    this.store = store;
    this.folder = folder;
    this.client = Driver.connect(uri);
    this.database = client.getDatabase("conformance-" + UUID.randomUUID());
  }

  static Server embedded() {
    try {
      Path folder = Files.createTempDirectory("embedded-store");
      EmbeddedStore store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
      return new Server(
          "embedded store", Optional.of(store), Optional.of(folder), store.connectionString());
    } catch (IOException | StoreUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  static Server real(String uri) {
    return new Server("MongoDB", Optional.empty(), Optional.empty(), uri);
  }

  MongoDatabase database() {
    return database;
  }

  /** A collection that nobody else uses, with these documents in it. */
  MongoCollection<Document> collection(Document... documents) {
    MongoCollection<Document> collection =
        database.getCollection("c" + UUID.randomUUID().toString().replace("-", ""));
    if (documents.length > 0) {
      Driver.done(collection.insertMany(List.of(documents)));
    }
    return collection;
  }

  @Override
  public void close() throws IOException {
    Driver.done(database.drop());
    client.close();
    store.ifPresent(EmbeddedStore::close);
    if (folder.isPresent()) {
      try (Stream<Path> files = Files.walk(folder.get())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
