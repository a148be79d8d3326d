package org.localityvoice.mongo.embedded;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The real driver, waited for. */
final class Driver {
  private static final Duration LONG = Duration.ofSeconds(30);

  private Driver() {}

  static MongoClient connect(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .build());
  }

  /** The only element of what always has one. */
  static <T> T one(Publisher<T> publisher) {
    return Mono.from(publisher).blockOptional(LONG).orElseThrow();
  }

  static <T> List<T> all(Publisher<T> publisher) {
    return Flux.from(publisher).collectList().blockOptional(LONG).orElseThrow();
  }

  static void done(Publisher<?> publisher) {
    Mono.from(publisher).then().block(LONG);
  }
}
