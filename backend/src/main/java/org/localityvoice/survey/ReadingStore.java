package org.localityvoice.survey;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * Who has read what people wrote. It is only ever added to, and this is its one writer; nothing in
 * the program reads, changes or deletes an entry.
 */
final class ReadingStore {
  static final String COLLECTION = "readings";

  private final MongoCollection<Reading> readings;

  ReadingStore(Mongo mongo) {
    readings = mongo.collection(COLLECTION, Reading.class);
  }

  /** Completes when the entry is durable. */
  Future<Void> add(Reading reading) {
    return Publishers.done(readings.insertOne(reading));
  }
}
