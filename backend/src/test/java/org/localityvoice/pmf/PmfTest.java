package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.outbox.Relay;
import org.localityvoice.pmf.catalogue.Catalogue;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** The whole path with its own jobs: from an effect in a document to the statement's file. */
@ExtendWith(StoreExtension.class)
class PmfTest {
  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock(Instant.parse("2026-10-05T09:00:00Z"));

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  private Jobs instance(Mongo mongo, String holder, Path folder) {
    var jobs = new Jobs(vertx, new Leases(mongo, holder, clock), clock, Duration.ofSeconds(30));
    var relay = new Relay(mongo, jobs, clock).watch("releases");
    var changes = new CompareAndSet(vertx, new Random(2));
    var settings = PmfSettings.of("", "", "", "https://voice.example.org", folder);
    var catalogue = new Catalogue("catalogue", List.of());
    new Pmf(
        vertx,
        mongo,
        changes,
        relay,
        jobs,
        clock,
        new Random(2),
        settings,
        () -> Future.succeededFuture(catalogue));
    Wait.forResult(mongo.ready());
    return jobs;
  }

  @Test
  void a_release_becomes_a_file_that_fits_the_schema_while_two_instances_run(
      Store store, @TempDir Path folder) throws IOException {
    var mongo = store.connect();
    var both = List.of(instance(mongo, "ana", folder), instance(store.connect(), "ben", folder));
    both.forEach(Jobs::start);
    release(mongo);
    var file = folder.resolve("0000000001-pmf_1.json");

    Wait.until("the statement's file", () -> Files.exists(file));
    both.forEach(jobs -> Wait.forResult(jobs.stop()));

    var event = EventJson.read(Files.readString(file));
    assertThat(event.path("subject").asText()).isEqualTo("north-ormesby/2026-Q3");
    assertThat(schema().validate(event)).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(StatementSchemaTest.resource("pmf-statement-2.json"));
  }

  private static void release(Mongo mongo) {
    var data = StatementSchemaTest.resource("pmf-statement-1.example.json").get("data");
    var payload =
        EventJson.object()
            .put("id", "pmf_1")
            .put("subject", "north-ormesby/2026-q3")
            .put("locality", "north-ormesby")
            .put("wave", "2026-q3")
            .put("time", "2026-10-05T09:00:00Z")
            .set("data", data);
    var document =
        EventJson.object()
            .put("_id", "r1")
            .put("version", 1)
            .set("outbox", EventJson.read("[{\"id\":\"pmf_1\",\"kind\":\"pmf.statement\"}]"));
    var bson = BsonDocument.parse(EventJson.write(document));
    bson.getArray("outbox")
        .get(0)
        .asDocument()
        .put("payload", new BsonString(EventJson.write(payload)));
    bson.put("outboxSince", new BsonDateTime(0));
    Wait.forResult(
        Publishers.done(mongo.collection("releases", BsonDocument.class).insertOne(bson)));
  }
}
