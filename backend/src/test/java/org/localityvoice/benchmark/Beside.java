package org.localityvoice.benchmark;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Files;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.localityvoice.app.Subject;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import reactor.core.publisher.Flux;

/** A server on a store of its own, and the bare driver on the same store. */
final class Beside implements AutoCloseable {
  private static final int BATCH = 500;

  final String uri;
  private final EmbeddedStore store;
  private final Subject server;
  private final MongoClient client;

  Beside() throws Exception {
    store = EmbeddedStore.open(Files.createTempDirectory("benchmark"), EmbeddedOptions.defaults());
    uri = store.connectionString();
    server = new Subject(uri, Files.createTempDirectory("benchmark"));
    client = MongoClients.create(uri);
  }

  /** Where the server answers. */
  String address(String path) {
    return "http://localhost:" + server.port() + path;
  }

  /** A collection for the reference, with an index. */
  MongoCollection<Document> bare(String collection, Bson index) {
    var bare = client.getDatabase("bare").getCollection(collection);
    Flux.from(bare.createIndex(index)).blockLast();
    return bare;
  }

  /** Gives the reference the very documents that the server has, in place of what it had. */
  void copy(String from, MongoCollection<Document> bare) {
    Flux.from(bare.deleteMany(new Document())).blockLast();
    var ours = client.getDatabase("locality-voice").getCollection(from);
    Flux.from(ours.find()).buffer(BATCH).concatMap(bare::insertMany).blockLast();
  }

  @Override
  public void close() {
    client.close();
    server.close();
    store.close();
  }
}
