package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Town.body;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.ReportTowns.moves;
import static org.localityvoice.report.ReportTowns.says;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.slf4j.LoggerFactory;

/**
 * What comes into inboxes of real reports: Ana reports, Bilal joins, Gita follows the locality.
 * Rosa works for the owner, Nadia manages Newport, Omar is the police.
 */
@ExtendWith({StoreExtension.class, TownExtension.class})
class WhoIsToldTest {
  private static final String CANARY = "zxq-by-the-blue-door";
  private static final List<String> EVERYBODY =
      List.of("ana", "bilal", "gita", "rosa", "nadia", "omar", "wyn", "nora", "pat", "sam", "ada");

  private static List<JsonNode> items(Person person) {
    var items = person.gets("/v1/inbox?limit=200").json().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  /** What somebody was told, oldest first, without what does not matter to who is told. */
  private static List<String> told(Town town, String uid) {
    town.works();
    var codes = new ArrayList<String>();
    items(town.as(uid))
        .forEach(
            item ->
                codes.add(
                    0,
                    item.path("code").asText().substring(7) + (item.has("question") ? "?" : "")));
    return codes;
  }

  private static void follows(Person person, Object what) {
    var answer =
        person.sends(
            "PUT",
            "/v1/subscriptions/s1",
            BodyPublishers.ofByteArray(Json.bytes(what)),
            "Content-Type",
            "application/json");
    assertThat(answer.status()).isEqualTo(201);
  }

  private static Map<String, Object> reports(Town town, Map<String, Object> report) {
    good(town.as("ana").posts("/v1/reports", report));
    return report;
  }

  private static Map<String, Object> confidential() {
    var report = Problems.of("police-information", "There is a van at night.");
    report.put("stops", body("in-danger", false, "just-happened", false));
    report.put("answers", body("about", List.of("drugs")));
    return report;
  }

  private static void joins(Town town, String uid, Map<String, Object> report) {
    good(town.as(uid).posts(path(report) + "/affected"));
  }

  private static Answer comments(Person person, Map<String, Object> report, Object what) {
    return person.posts(path(report) + "/comments", what, "Idempotency-Key", Person.key());
  }

  private static void good(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
  }

  @Test
  void everybody_hears_what_concerns_them_once_and_nothing_else(Town town) {
    follows(town.as("gita"), body("locality", "newport"));
    follows(town.as("bilal"), body("category", body("id", "litter")));
    var report = reports(town, Problems.litter());
    assertThat(told(town, "rosa")).containsExactly("new");
    assertThat(told(town, "gita")).containsExactly("new");
    assertThat(told(town, "bilal")).containsExactly("new");
    assertThat(told(town, "ana")).isEmpty();

    joins(town, "bilal", report);
    town.passes(Duration.ofMinutes(1));
    good(moves(town.as("rosa"), report, Map.of("move", "say-done")));
    assertThat(told(town, "ana")).containsExactly("said-done?");
    // He follows it and is affected: one entry, the one that asks him.
    assertThat(told(town, "bilal")).containsExactly("new", "said-done?");
    assertThat(told(town, "gita")).containsExactly("new", "said-done");

    town.passes(Duration.ofMinutes(1));
    good(says(town.as("ana"), report, "no", "It is still there."));
    assertThat(told(town, "ana")).containsExactly("said-done?");
    assertThat(told(town, "bilal")).containsExactly("new", "said-done?", "disputed");
    assertThat(told(town, "rosa")).containsExactly("new", "disputed");
    assertThat(told(town, "nadia")).containsExactly("disputed");

    town.passes(Duration.ofMinutes(1));
    good(comments(town.as("ana"), report, body("text", "Please look again.")));
    town.passes(Duration.ofMinutes(1));
    good(comments(town.as("nadia"), report, body("text", "We will.", "visibility", "public")));
    good(comments(town.as("nadia"), report, body("text", "Hm.", "visibility", "internal")));
    assertThat(told(town, "rosa")).containsExactly("new", "disputed", "resident-wrote");
    assertThat(told(town, "ana")).containsExactly("said-done?", "commented");

    town.passes(Duration.ofMinutes(1));
    good(
        town.as("nadia")
            .posts(
                path(report) + "/assignments",
                body("owner", "cleveland-police"),
                "Idempotency-Key",
                Person.key()));
    assertThat(told(town, "rosa"))
        .containsExactly("new", "disputed", "resident-wrote", "assigned-away");
    assertThat(told(town, "omar")).containsExactly("assigned");
    assertThat(told(town, "ana")).containsExactly("said-done?", "commented", "new-owner");
    assertThat(told(town, "gita"))
        .containsExactly("new", "said-done", "disputed", "commented", "new-owner");
    for (var other : List.of("wyn", "nora", "pat", "sam", "ada")) {
      assertThat(told(town, other)).as(other).isEmpty();
    }
  }

  @Test
  void a_passed_promise_is_told_to_the_owner_then_to_the_manager_and_asks_those_affected(
      Town town) {
    reports(town, Problems.litter());
    town.passes(Duration.ofDays(60));
    assertThat(told(town, "rosa")).containsExactly("new", "overdue");
    assertThat(told(town, "ana")).containsExactly("asked-promise-passed?");
    assertThat(told(town, "nadia")).isEmpty();
    town.passes(Duration.ofDays(14));
    assertThat(told(town, "nadia")).containsExactly("overdue");
    assertThat(told(town, "nora")).isEmpty();
  }

  @Test
  void of_a_confidential_report_only_its_owner_hears(Town town) {
    follows(town.as("gita"), body("locality", "newport"));
    var report = reports(town, confidential());
    good(moves(town.as("omar"), report, Map.of("move", "investigate")));
    assertThat(told(town, "omar")).containsExactly("new");
    for (var other : List.of("ana", "gita", "bilal", "rosa", "nadia", "wyn", "nora", "sam")) {
      assertThat(told(town, other)).as(other).isEmpty();
    }
    // The control: of another report in the same place Gita does hear.
    reports(town, Problems.litter());
    assertThat(told(town, "gita")).containsExactly("new");
  }

  @Test
  void nothing_that_anybody_writes_gets_into_inboxes_or_logs(Store store, Town town) {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = (Logger) LoggerFactory.getLogger("org.localityvoice");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    root.addAppender(lines);
    ours.setLevel(Level.TRACE);
    try {
      follows(town.as("gita"), body("locality", "newport"));
      var report = Problems.of("litter", CANARY);
      report.put("place", CANARY);
      report.put("contact", body("name", CANARY));
      good(town.as("ana").posts("/v1/reports", report));
      joins(town, "bilal", report);
      good(comments(town.as("bilal"), report, body("text", CANARY)));
      good(comments(town.as("rosa"), report, body("text", CANARY, "visibility", "public")));
      good(
          moves(
              town.as("rosa"),
              report,
              body(
                  "move",
                  "refuse",
                  "note",
                  CANARY,
                  "refusal",
                  body("reason", "no-further-action", "decidedBy", CANARY, "instead", CANARY))));
      good(says(town.as("ana"), report, "no", CANARY));
      town.works();

      for (var uid : EVERYBODY) {
        assertThat(town.as(uid).gets("/v1/inbox").text()).as(uid).doesNotContain(CANARY);
      }
      assertThat(told(town, "gita")).hasSizeGreaterThan(2);
      var stored = stored(store, Set.of("inbox", "news", "followers"));
      assertThat(stored).hasSizeGreaterThan(6).noneMatch(line -> line.contains(CANARY));
      // The control: the report itself does hold it.
      assertThat(stored(store, Set.of("reports"))).anyMatch(line -> line.contains(CANARY));
      var logged = lines.list.stream().map(WhoIsToldTest::line).toList();
      assertThat(logged).anyMatch(line -> line.contains("readInbox"));
      assertThat(logged)
          .noneMatch(line -> line.contains(CANARY))
          .noneMatch(line -> line.matches(".*\\b(ana|bilal|gita)\\b.*"));
    } finally {
      root.detachAppender(lines);
      ours.setLevel(null);
    }
  }

  private static String line(ILoggingEvent event) {
    return event.getFormattedMessage() + " " + event.getKeyValuePairs();
  }

  private static List<String> stored(Store store, Set<String> collections) {
    try (var client = MongoClients.create(store.uri())) {
      var name = String.valueOf(new ConnectionString(store.uri()).getDatabase());
      var database = client.getDatabase(name);
      return collections.stream()
          .flatMap(collection -> all(Publishers.list(database.getCollection(collection).find())))
          .toList();
    }
  }

  private static Stream<String> all(io.vertx.core.Future<List<Document>> documents) {
    return Wait.forResult(documents).stream().map(Document::toJson);
  }
}
