package org.localityvoice.benchmark;

import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.localityvoice.app.Subject;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import reactor.core.publisher.Mono;

/**
 * Making a report from end to end (signed in, checked, stored for good), over HTTP against the
 * whole server, beside the bare driver writing the very same document to the same embedded store.
 */
final class ReportRows implements AutoCloseable {
  private static final int IN_FLIGHT = 32;
  private static final int EACH = 3_000;
  private static final int WARM_UP = 5;

  private final EmbeddedStore store;
  private final Subject server;
  private final BareDriver bare;
  private int people;

  ReportRows() throws Exception {
    store = EmbeddedStore.open(Files.createTempDirectory("benchmark"), EmbeddedOptions.defaults());
    server = new Subject(store.connectionString(), Files.createTempDirectory("benchmark"));
    bare = new BareDriver(store.connectionString(), "reports", "locality");
  }

  List<Result> measure(int rounds) throws IOException {
    var rows = new Rates("report: durable signed-in POST against a bare insertOne", 0.7);
    for (var round = 0; round < WARM_UP; round++) {
      report();
      bare.insert(copies(), IN_FLIGHT);
    }
    for (var round = 0; round < rounds; round++) {
      var documents = copies();
      rows.add(
          Rates.round(EACH, this::report),
          Rates.round(EACH, () -> bare.insert(documents, IN_FLIGHT)));
    }
    return List.of(rows.result());
  }

  private double report() throws IOException {
    var requests =
        IntStream.range(0, EACH)
            .mapToObj(
                i ->
                    HttpLoad.post(
                        "/v1/reports",
                        body(),
                        "Authorization",
                        "Bearer " + Subject.token("reporter-" + people++)))
            .toList();
    try (var load = new HttpLoad(server.port(), IN_FLIGHT, 201, (i, body) -> {})) {
      return load.run(EACH, requests::get).rate();
    }
  }

  private static String body() {
    return """
    {"id":"%s","category":"litter","point":{"latitude":54.575,"longitude":-1.25,"accuracyMetres":8},\
    "text":"Cans and paper all over the corner by the shop, and the bin is full again."}\
    """
        .formatted(UUID.randomUUID());
  }

  /** Documents like the one that the server has stored last, each with a key of its own. */
  private List<Document> copies() {
    try (var client = MongoClients.create(store.connectionString())) {
      var stored =
          Mono.from(client.getDatabase("locality-voice").getCollection("reports").find().first())
              .block();
      if (stored == null) {
        throw new IllegalStateException("no report was stored");
      }
      var copies = new ArrayList<Document>();
      for (var i = 0; i < EACH; i++) {
        var copy = new Document(stored);
        copy.put("_id", UUID.randomUUID().toString());
        copies.add(copy);
      }
      return copies;
    }
  }

  @Override
  public void close() {
    bare.close();
    server.close();
    store.close();
  }
}
