package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.event.Collected;
import org.localityvoice.event.EventTowns;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.slf4j.LoggerFactory;

/** What sessions are told of participants: from the phone to the store, and out of it again. */
@ExtendWith(StoreExtension.class)
class NeedsTest {
  private static final ListAppender<ILoggingEvent> LINES = new ListAppender<>();
  private static Families families;
  private static Store store;

  @BeforeAll
  static void open(Store opened, @TempDir Path folder) {
    store = opened;
    LINES.start();
    root().addAppender(LINES);
    ours().setLevel(Level.TRACE);
    families = new Families(opened, folder);
  }

  @AfterAll
  static void close() {
    families.close();
    root().detachAppender(LINES);
    ours().setLevel(null);
  }

  @Test
  void a_mother_tells_a_session_what_it_asks_and_nothing_else() {
    var session = session(Set.of(Collected.DIETARY, Collected.EMERGENCY_CONTACTS));
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    var path = path(child, session);
    assertThat(families.town.as(mother).gets(path).text()).isEqualTo("{}");
    var told = new HashMap<String, Object>(Town.body("dietary", "no peanuts"));
    told.put("emergencyContacts", List.of(Town.body("name", "Nan", "phone", "07700 900123")));
    assertThat(families.puts(mother, path, told).status()).isEqualTo(200);
    assertThat(families.town.as(mother).gets(path).json().at("/emergencyContacts/0/name").asText())
        .isEqualTo("Nan");
    var more = new HashMap<>(told);
    more.put("medical", "asthma");
    more.put("photo", true);
    var refused = families.puts(mother, path, more);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.places()).containsExactlyInAnyOrder("#/medical", "#/photo");
    assertThat(families.town.as(mother).gets(path).text()).doesNotContain("asthma");
    assertThat(families.puts(mother, path, Map.of()).text()).isEqualTo("{}");
  }

  @Test
  void what_is_too_long_blank_or_unknown_is_refused_with_its_place() {
    var session = session(Set.of(Collected.values()));
    var mother = families.adult("ola");
    var path = path(families.child(mother, "Staś", 7), session);
    var contact = Town.body("name", "Nan", "phone", "07700 900123");
    var wrong =
        Map.<String, Object>of(
            "#/dietary", Town.body("dietary", "x".repeat(501)),
            "#/medical", Town.body("medical", " \u200b"),
            "#/religion", Town.body("religion", "none of it"),
            "#/emergencyContacts",
                Town.body("emergencyContacts", List.of(contact, contact, contact)),
            "#/collectors/0/name", Town.body("collectors", List.of(Town.body("name", "\u2060"))));
    wrong.forEach(
        (place, body) -> {
          var refused = families.puts(mother, path, body);
          assertThat(refused.status()).isEqualTo(400);
          assertThat(refused.places()).containsExactly(place);
        });
    assertThat(families.town.as(mother).gets(path).text()).isEqualTo("{}");
  }

  @Test
  void nobody_else_reads_it_and_every_reading_is_noted() {
    var session = session(Set.of(Collected.MEDICAL));
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var path = path(profile, session);
    families.puts(lena, path, Town.body("medical", "epilepsy"));
    for (var uid : new String[] {families.adult("eve"), "omar", "nadia", "sam", "wyn"}) {
      assertThat(families.town.as(uid).gets(path).status()).isEqualTo(404);
      assertThat(families.puts(uid, path, Map.of()).status()).isEqualTo(404);
    }
    assertThat(families.puts(lena, path(profile, "no-such"), Map.of()).status()).isEqualTo(404);
    var before = notes(profile);
    assertThat(families.town.as(lena).gets(path).at("/medical")).isEqualTo("epilepsy");
    assertThat(notes(profile)).hasSize(before.size() + 1);
    assertThat(notes(profile).get(before.size()))
        .containsEntry("reader", lena)
        .containsEntry("role", "self")
        .containsEntry("session", session);
    assertThat(notes(profile).toString()).doesNotContain("epilepsy");
  }

  @Test
  void two_weeks_after_the_session_it_is_gone() {
    var session = session(Set.of(Collected.MEDICAL));
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    var path = path(child, session);
    families.puts(mother, path, Town.body("medical", "asthma"));
    families.town.passes(Duration.ofDays(2));
    assertThat(families.puts(mother, path, Map.of()).problem()).isEqualTo("session-over");
    families.town.passes(Duration.ofDays(12));
    assertThat(families.town.as(mother).gets(path).at("/medical")).isEqualTo("asthma");
    families.town.passes(Duration.ofDays(1).plusHours(4).minusSeconds(1));
    assertThat(families.town.as(mother).gets(path).at("/medical")).isEqualTo("asthma");
    families.town.passes(Duration.ofSeconds(1));
    assertThat(families.town.as(mother).gets(path).text()).isEqualTo("{}");
    assertThat(documents(CollectedStore.COLLECTION))
        .noneMatch(row -> child.equals(row.getString("participant")));
    assertThat(documents(AuditStore.PURGES)).isNotEmpty().allMatch(note -> note.size() == 4);
  }

  @Test
  void a_session_that_moves_takes_the_day_of_removal_with_it() {
    var town = families.town;
    var event = EventTowns.drafted(town, "collects", List.of("medical"));
    var session = EventTowns.planned(town, event, "2027-05-01T10:00");
    EventTowns.published(town, event);
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    var path = path(child, session);
    assertThat(families.puts(mother, path, Town.body("medical", "asthma")).status()).isEqualTo(200);
    var theo = town.as("theo");
    var later = EventTowns.session(event, "2027-05-22T10:00");
    var moved = EventTowns.edits(theo, "/v1/sessions/" + session, later, 2);
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    town.works();
    town.passes(between("2027-06-05T10:59:59Z"));
    assertThat(town.as(mother).gets(path).at("/medical")).isEqualTo("asthma");
    town.passes(between("2027-06-05T11:00:00Z"));
    assertThat(town.as(mother).gets(path).text()).isEqualTo("{}");
  }

  private static Duration between(String moment) {
    return Duration.between(families.town.clock().instant(), java.time.Instant.parse(moment));
  }

  @Test
  void nothing_of_it_is_in_the_store_in_plain_in_lines_or_in_metrics() {
    var session = session(Set.of(Collected.values()));
    var mother = Families.uid("mother");
    families.putsOwn(mother, "Canaria", families.aged(40));
    var child = families.child(mother, "Canarinho", 7);
    var needs = new HashMap<String, Object>();
    for (var kind : List.of("dietary", "medical", "send", "access")) {
      needs.put(kind, "canary-" + kind);
    }
    needs.put("emergencyContacts", List.of(Town.body("name", "canary-nan", "phone", "0191 4960")));
    needs.put("collectors", List.of(Town.body("name", "canary-uncle")));
    assertThat(families.puts(mother, path(child, session), needs).status()).isEqualTo(200);
    families.town.as(mother).gets(path(child, session));
    families.town.as(mother).gets("/v1/participants/" + child);
    families.puts(mother, path(child, session), Town.body("dietary", "x".repeat(600)));
    families.putsOwn(Families.uid("refused"), "Canaria", families.aged(3));
    families.deletes(mother, "/v1/participants/" + child);
    families.town.works();

    var everything = new StringBuilder();
    for (var name : names()) {
      // Profiles hold names; nothing else does.
      if (!name.equals(ParticipantStore.COLLECTION)) {
        everything.append(documents(name));
      }
    }
    LINES.list.forEach(
        line -> everything.append(line.getFormattedMessage()).append(line.getKeyValuePairs()));
    everything.append(families.town.management("/metrics").text());
    // The control: requests are logged and counted, by the names of their operations.
    assertThat(everything.toString()).contains("putNeeds", "getParticipant");
    assertThat(everything.toString())
        .doesNotContain("canary-", "Canaria", "Canarinho", "0191 4960", "Kowalczyk");
    var text =
        LINES.list.stream()
            .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
            .toList()
            .toString();
    assertThat(text).doesNotContain(mother, child, session);
  }

  @Test
  void a_server_whose_master_key_does_not_fit_does_not_start(@TempDir Path folder) {
    var other = store.another();
    var key = "A".repeat(43) + "=";
    try (var town = Town.on(other, folder, Map.of("SEAL_KEY", key))) {
      var mother = "mother";
      var self = Families.own("Ola", java.time.LocalDate.parse("1990-01-01"));
      var put = java.net.http.HttpRequest.BodyPublishers.ofByteArray(Json.bytes(self));
      var made =
          town.as(mother)
              .sends("PUT", "/v1/me/participant", put, "Content-Type", "application/json");
      var session =
          Programmes.session(
              other, town.clock().instant().plus(Duration.ofDays(1)), Set.of(Collected.DIETARY));
      var told = java.net.http.HttpRequest.BodyPublishers.ofString("{\"dietary\":\"none\"}");
      var path = path(made.at("/id"), session);
      assertThat(
              town.as(mother).sends("PUT", path, told, "Content-Type", "application/json").status())
          .isEqualTo(200);
    }
    for (var wrong : List.of(Map.<String, String>of(), Map.of("SEAL_KEY", "B".repeat(43) + "="))) {
      assertThatThrownBy(() -> Town.on(other, folder, wrong).close())
          .hasMessageContaining("seal.key");
    }
    Town.on(other, folder, Map.of("SEAL_KEY", key)).close();
  }

  private static String path(String participant, String session) {
    return "/v1/participants/" + participant + "/needs/" + session;
  }

  /** A published session of an event that collects that, tomorrow. */
  private static String session(Set<Collected> collects) {
    return Programmes.session(
        store, families.town.clock().instant().plus(Duration.ofDays(1)), collects);
  }

  private static List<Document> notes(String participant) {
    return documents(AuditStore.READS).stream()
        .filter(note -> participant.equals(note.getString("participant")))
        .toList();
  }

  private static List<Document> documents(String collection) {
    try (var client = MongoClients.create(store.uri())) {
      var found = client.getDatabase(database()).getCollection(collection).find();
      return Wait.forResult(Publishers.list(found));
    }
  }

  private static List<String> names() {
    try (var client = MongoClients.create(store.uri())) {
      var names = client.getDatabase(database()).listCollectionNames();
      return Wait.forResult(Publishers.list(names));
    }
  }

  private static String database() {
    return String.valueOf(new com.mongodb.ConnectionString(store.uri()).getDatabase());
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static Logger ours() {
    return (Logger) LoggerFactory.getLogger("org.localityvoice");
  }
}
