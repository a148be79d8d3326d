package org.localityvoice.benchmark;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reference: documents written one by one with the driver and nothing around it. */
final class BareDriver implements AutoCloseable {
  private final MongoClient client;
  private final MongoCollection<Document> collection;

  /**
   * Connects.
   *
   * @param index the fields of a secondary index; none for no index
   */
  BareDriver(String uri, String collection, String... index) {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    this.collection = client.getDatabase("bare").getCollection(collection);
    if (index.length > 0) {
      var keys = new Document();
      List.of(index).forEach(field -> keys.append(field, 1));
      Mono.from(this.collection.createIndex(keys)).block();
    }
  }

  /** Inserts ready documents with so many in flight; answers with how many a second. */
  double insert(List<Document> documents, int inFlight) {
    var begin = System.nanoTime();
    Flux.fromIterable(documents)
        .flatMap(document -> Mono.from(collection.insertOne(document)), inFlight)
        .then()
        .block();
    return documents.size() * 1e9 / (System.nanoTime() - begin);
  }

  @Override
  public void close() {
    client.close();
  }
}
