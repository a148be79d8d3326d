package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.slf4j.LoggerFactory;

/** What is left of an answer does not lead back to who gave it. */
@ExtendWith(StoreExtension.class)
class NothingLeadsBackTest {
  private static final String WAVE = "newport-2026-q4";
  private static final List<String> OPTIONS =
      List.of("very-safe", "fairly-safe", "neither", "fairly-unsafe", "very-unsafe");

  /** What everybody says, and what names no one answer. */
  private static final Set<String> EVERYDAY =
      Set.of(WAVE, "newport-2026-q3", "very-safe", "fairly-safe", "fairly-unsafe", "very-unsafe");

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final List<String> traces = new ArrayList<>(List.of("127.0.0.1"));

  @Test
  void no_person_address_or_fine_time_stays_with_the_answers(Store store, @TempDir Path folder) {
    listen(
        () -> {
          try (var town = Town.on(store, folder, Map.of("LOG_ACCESS", "true"))) {
            // Twelve people on one evening, each at a moment of their own: ten are counted at once.
            for (var i = 0; i < 12; i++) {
              answers(town, i);
              town.clock().advance(Duration.ofMinutes(7));
            }
            town.works();
            assertThat(joins(store, town)).isEmpty();
            town.as("nadia").posts("/v1/waves/" + WAVE + "/close");
            town.works();
            assertThat(town.responses(WAVE)).isEqualTo(12);
            assertThat(joins(store, town)).isEmpty();
            var documents = documents(store);
            assertThat(documents.get("participations")).hasSize(12);
            assertThat(documents.get("arrivals").stream().filter(NothingLeadsBackTest::here))
                .hasSize(12);
            // The control: single requests are logged, only not the ones with answers or codes.
            assertThat(logged()).anyMatch(l -> l.contains("takeBallot"));
            assertThat(logged()).noneMatch(l -> l.contains("operation=\"respond\""));
          }
        });
  }

  @Test
  void whoever_plants_a_join_is_found(Store store, @TempDir Path folder) {
    listen(
        () -> {
          try (var town = Town.on(store, folder, Map.of())) {
            for (var i = 0; i < 10; i++) {
              answers(town, i);
            }
            town.works();
            var text = new ArrayList<>(logged());
            var clean = documents(store);
            assertThat(Joins.in(clean, text, traces, EVERYDAY)).isEmpty();
            var answer =
                clean.get("responses").stream()
                    .filter(NothingLeadsBackTest::here)
                    .findFirst()
                    .get();
            var id = answer.getString("_id");

            for (var plant :
                Map.<String, Document>of(
                        "shares", new Document("_id", "p").append("answer", id),
                        "tells the time", new Document("_id", new ObjectId()),
                        "tells uid-of-resident-3", new Document("_id", "uid-of-resident-3"))
                    .entrySet()) {
              var planted = documents(store);
              planted.get("participations").add(plant.getValue());
              assertThat(Joins.in(planted, text, traces, EVERYDAY))
                  .as(plant.getKey())
                  .isNotEmpty()
                  .allMatch(join -> join.contains(plant.getKey()));
            }
            var fine = documents(store);
            fine.get("responses").add(new Document(answer).append("day", "2026-11-23T10:07:00Z"));
            assertThat(Joins.in(fine, text, traces, EVERYDAY)).hasSize(1);
            text.add("INFO answered " + id);
            assertThat(Joins.in(clean, text, traces, EVERYDAY))
                .containsExactly("a line names " + id);
          }
        });
  }

  private void answers(Town town, int i) {
    var uid = "uid-of-resident-" + i;
    var ballot = town.as(uid).takesBallot(WAVE);
    traces.addAll(List.of(uid, ballot, "phone-" + i, "request-of-" + i));
    var sheet = Person.sheet(ballot, WAVE, Map.of("SAFE_DAY", OPTIONS.get(i % OPTIONS.size())));
    var answer =
        town.nobody()
            .posts(
                "/v1/responses",
                sheet,
                "User-Agent",
                "phone-" + i,
                "X-Request-Id",
                "request-of-" + i);
    assertThat(answer.status()).isEqualTo(202);
  }

  private List<String> joins(Store store, Town town) {
    var text = new ArrayList<>(logged());
    text.addAll(town.management("/metrics").text().lines().toList());
    return Joins.in(documents(store), text, traces, EVERYDAY);
  }

  private List<String> logged() {
    return List.copyOf(lines.list).stream().map(NothingLeadsBackTest::line).toList();
  }

  private void listen(Runnable run) {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = (Logger) LoggerFactory.getLogger("org.localityvoice");
    lines.start();
    root.addAppender(lines);
    ours.setLevel(Level.TRACE);
    try {
      run.run();
    } finally {
      root.detachAppender(lines);
      ours.setLevel(null);
    }
  }

  private static String line(ILoggingEvent event) {
    return event.getFormattedMessage() + " " + event.getKeyValuePairs();
  }

  private static boolean here(Document document) {
    return WAVE.equals(document.getString("wave"));
  }

  private static Map<String, List<Document>> documents(Store store) {
    var documents = new HashMap<String, List<Document>>();
    try (var client = MongoClients.create(store.uri())) {
      var database =
          client.getDatabase(
              String.valueOf(new com.mongodb.ConnectionString(store.uri()).getDatabase()));
      for (var name : Wait.forResult(Publishers.list(database.listCollectionNames()))) {
        var found = database.getCollection(name, Document.class).find();
        documents.put(name, new ArrayList<>(Wait.forResult(Publishers.list(found))));
      }
    }
    return documents;
  }
}
