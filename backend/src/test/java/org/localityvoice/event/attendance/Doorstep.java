package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Collected;
import org.localityvoice.event.Event;
import org.localityvoice.event.EventState;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.event.LinkTier;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Programme;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.http.Json;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/**
 * A town with holiday clubs of the landlord in Newport. Theo is its officer there, Rosa another
 * partner's, Nadia the manager, Sam the safeguarding lead.
 */
final class Doorstep implements AutoCloseable {
  static final Set<Collected> COLLECTS =
      EnumSet.of(
          Collected.DIETARY,
          Collected.MEDICAL,
          Collected.SEND,
          Collected.EMERGENCY_CONTACTS,
          Collected.COLLECTORS);

  final Town town;
  final Mongo mongo;
  final Allotments allotments;
  private final Vertx vertx = Vertx.vertx();
  private final Store store;

  Doorstep(Store store, Path folder) {
    this.store = store;
    town = Town.on(store, folder, Map.of("LOG_ACCESS", "true"));
    mongo = store.connect();
    var clock = town.clock();
    var jobs = new Jobs(vertx, new Leases(mongo, "tests", clock), clock, Duration.ofSeconds(30));
    var relay = new Relay(mongo, jobs, clock);
    allotments = new Allotments(vertx, mongo, relay, clock, new Random(3));
    Wait.forResult(mongo.ready());
  }

  Instant now() {
    return town.clock().instant();
  }

  /** A session of a new club that begins in a while and lasts two hours. */
  Session club(Duration in, int capacity, boolean checkOut) {
    var programme =
        new Programme(
            new Text(Map.of("en", "Holiday club")),
            new Text(Map.of("en", "Games and a hot meal.")),
            "holiday-club",
            new AgeRange(0, 99),
            true,
            Set.of(),
            COLLECTS,
            new GuardianRule(false, LinkTier.DECLARED, checkOut),
            false,
            null,
            null);
    var event =
        new Event(
            UUID.randomUUID().toString(),
            1,
            1,
            "newport",
            "thirteen",
            EventState.PUBLISHED,
            programme,
            List.of(),
            now(),
            List.of(),
            null);
    var session = MadeEvents.session(UUID.randomUUID().toString(), event, now().plus(in), capacity);
    MadeEvents.store(vertx, mongo, allotments, event, session);
    return session;
  }

  /** A child of somebody, by id. */
  String child(String guardian, String given, String family, int years) {
    var id = UUID.randomUUID().toString();
    var born = LocalDate.ofInstant(now(), ZoneId.of("Europe/London")).minusYears(years);
    var added =
        town.as(guardian)
            .posts(
                "/v1/participants",
                Town.body(
                    "id",
                    id,
                    "givenName",
                    given,
                    "familyName",
                    family,
                    "born",
                    born.minusMonths(2).toString(),
                    "homeLocality",
                    "newport",
                    "relationship",
                    "parent",
                    "declaration",
                    true));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return id;
  }

  /** Somebody new who has a profile of their own. */
  String mother() {
    var uid = "mother-" + UUID.randomUUID();
    var body =
        Town.body(
            "givenName", "Ola",
            "familyName", "Kowalczyk",
            "born", "1990-05-01",
            "homeLocality", "newport");
    var made =
        town.as(uid)
            .sends(
                "PUT",
                "/v1/me/participant",
                BodyPublishers.ofByteArray(Json.bytes(body)),
                "Content-Type",
                "application/json");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return uid;
  }

  /** Asks for places; gives back the id of the registration. */
  String registers(Session session, String account, String... participants) {
    var id = UUID.randomUUID().toString();
    registers(session, id, account, List.of(participants));
    return id;
  }

  /** Asks for places under an id. */
  void registers(Session session, String id, String account, List<String> participants) {
    var party = new Party(id, account, participants);
    Wait.forResult(
        allotments.apply(
            session.allotmentId(), new Command.Join(session.id(), party, Entrance.RESIDENT)));
  }

  void leaves(Session session, String registration) {
    Wait.forResult(
        allotments.apply(
            session.allotmentId(),
            new Command.Leave(session.id(), registration, Command.Leave.By.RESIDENT)));
  }

  /** Tells the session what a child needs, and that Gran may collect it. */
  void tells(String guardian, Session session, String participant) {
    var needs =
        Town.body(
            "dietary", "no peanuts canary",
            "medical", "asthma canary",
            "send", "autism canary",
            "emergencyContacts", List.of(Town.body("name", "Aunt Canary", "phone", "07700 900123")),
            "collectors", List.of(Town.body("name", "Gran Nowak")));
    tells(guardian, session, participant, needs);
  }

  void tells(String guardian, Session session, String participant, Map<String, Object> needs) {
    var told =
        town.as(guardian)
            .sends(
                "PUT",
                "/v1/participants/" + participant + "/needs/" + session.id(),
                BodyPublishers.ofByteArray(Json.bytes(needs)),
                "Content-Type",
                "application/json");
    assertThat(told.status()).as(told.text()).isEqualTo(200);
  }

  /** The token of a new device at a session's door. */
  String device(Session session) {
    var made = makesDevice("theo", session, UUID.randomUUID().toString());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/token");
  }

  Answer makesDevice(String who, Session session, String key) {
    return town.as(who)
        .posts(
            "/v1/sessions/" + session.id() + "/device-tokens",
            Town.body("label", "side entrance"),
            "Idempotency-Key",
            key);
  }

  Answer roster(Session session, String token) {
    return town.nobody().gets("/v1/sessions/" + session.id() + "/roster", "Device-Token", token);
  }

  /** The line of the roster that has a name. */
  JsonNode line(Session session, String token, String name) {
    return StreamSupport.stream(roster(session, token).json().path("items").spliterator(), false)
        .filter(line -> line.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Answer tickets(String uid, String registration, Session session) {
    return town.as(uid)
        .gets("/v1/registrations/" + registration + "/tickets?session=" + session.id());
  }

  String ticket(String uid, String registration, Session session) {
    return tickets(uid, registration, session).at("/items/0/text");
  }

  Map<String, Object> scan(String act, String ticket, Object... more) {
    return item(act, "ticket", ticket, more);
  }

  Map<String, Object> item(String act, String by, String whom, Object... more) {
    var item = Town.body("id", UUID.randomUUID().toString(), "act", act, by, whom);
    item.put("at", now().toString());
    item.putAll(Town.body(more));
    return item;
  }

  Answer sends(Session session, String token, List<?> items) {
    return town.nobody()
        .posts(
            "/v1/sessions/" + session.id() + "/attendance",
            Town.body("items", items),
            "Device-Token",
            token);
  }

  /** The verdicts on a batch. */
  List<String> verdicts(Session session, String token, Object... items) {
    return verdicts(sends(session, token, List.of(items)));
  }

  static List<String> verdicts(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false)
        .map(item -> item.path("verdict").asText())
        .toList();
  }

  /** All documents of a collection. */
  List<Document> documents(String collection) {
    return look(one -> Wait.forResult(Publishers.list(one.getCollection(collection).find())));
  }

  /** Every document of every collection but some, as text. */
  String dump(String... but) {
    return look(
        all -> {
          var names = new ArrayList<>(Wait.forResult(Publishers.list(all.listCollectionNames())));
          names.removeAll(List.of(but));
          return names.stream()
              .flatMap(
                  name -> Wait.forResult(Publishers.list(all.getCollection(name).find())).stream())
              .map(Document::toJson)
              .collect(Collectors.joining("\n"));
        });
  }

  private <T> T look(Function<MongoDatabase, T> at) {
    try (var client = MongoClients.create(store.uri())) {
      return at.apply(client.getDatabase(new ConnectionString(store.uri()).getDatabase()));
    }
  }

  @Override
  public void close() throws IOException {
    town.close();
    Wait.forResult(vertx.close());
    store.close();
  }
}
