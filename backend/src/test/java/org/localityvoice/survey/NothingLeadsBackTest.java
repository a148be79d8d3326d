package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
  private static final String UID = "uid-of-a-shy-resident";
  private static final Pattern FINE_TIME = Pattern.compile("T\\d\\d:\\d\\d");

  @Test
  void no_person_address_or_fine_time_stays_with_the_answers(Store store, @TempDir Path folder) {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = (Logger) LoggerFactory.getLogger("org.localityvoice");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    root.addAppender(lines);
    ours.setLevel(Level.TRACE);
    try (var town = Town.on(store, folder, Map.of())) {
      var ballot = town.as(UID).takesBallot(WAVE);
      var sheet = org.localityvoice.app.Person.sheet(ballot, WAVE, Map.of("SAFE_DAY", "neither"));
      var answer =
          town.nobody()
              .posts(
                  "/v1/responses",
                  sheet,
                  "User-Agent",
                  "shy-phone/1",
                  "X-Request-Id",
                  "shy-request-1");
      assertThat(answer.status()).isEqualTo(202);
      town.works();

      var everything = documents(store);
      assertThat(everything).isNotEmpty();
      var participations = named(everything, "participations");
      assertThat(participations).hasSize(1);
      for (var line : everything) {
        assertThat(line).doesNotContain(UID, "127.0.0.1", "shy-phone", "shy-request", ballot);
      }
      var response = named(everything, "responses").stream().filter(l -> l.contains(WAVE)).toList();
      assertThat(response).hasSize(1);
      assertThat(FINE_TIME.matcher(response.get(0)).find()).isFalse();
      assertThat(shared(participations.get(0), response.get(0))).isEmpty();

      assertThat(town.management("/metrics").text()).doesNotContain(UID, "127.0.0.1", "shy");
      var logged = lines.list.stream().map(NothingLeadsBackTest::line).toList();
      assertThat(logged)
          .noneMatch(l -> l.contains(UID) || l.contains("shy-") || l.contains(ballot));
      // The control: single requests are logged, only not the one with the answers.
      assertThat(logged).anyMatch(l -> l.contains("takeBallot"));
      assertThat(logged).noneMatch(l -> l.contains("operation=\"respond\""));
    } finally {
      root.detachAppender(lines);
      ours.setLevel(null);
    }
  }

  private static String line(ILoggingEvent event) {
    return event.getFormattedMessage() + " " + event.getKeyValuePairs();
  }

  /** Long values that both have, by which the two could be joined. */
  private static List<String> shared(String one, String other) {
    var values = new TreeSet<>(List.of(one.split("[^A-Za-z0-9_-]+", -1)));
    values.retainAll(List.of(other.split("[^A-Za-z0-9_-]+", -1)));
    values.remove(WAVE);
    return values.stream().filter(value -> value.length() > 8).toList();
  }

  private static List<String> named(List<String> lines, String collection) {
    return lines.stream().filter(line -> line.startsWith(collection + " ")).toList();
  }

  private static List<String> documents(Store store) {
    var lines = new ArrayList<String>();
    try (var client = MongoClients.create(store.uri())) {
      var database =
          client.getDatabase(
              String.valueOf(new com.mongodb.ConnectionString(store.uri()).getDatabase()));
      for (var name : Wait.forResult(Publishers.list(database.listCollectionNames()))) {
        var found = database.getCollection(name, Document.class).find();
        Wait.forResult(Publishers.list(found))
            .forEach(document -> lines.add(name + " " + document.toJson()));
      }
    }
    return lines;
  }
}
