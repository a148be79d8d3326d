package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.Event;
import org.localityvoice.event.Events;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Answer.Refused;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.event.people.Participant;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** A town with events and families in it, which register. */
public final class Bookings implements AutoCloseable {
  static final LocalDate EIGHT = LocalDate.parse("2018-05-04");
  static final Instant MONDAY = Instant.parse("2026-12-21T13:00:00Z");

  public final Town town;
  private final Vertx vertx = Vertx.vertx();
  private final Mongo mongo;
  private final Events events;

  public Bookings(Store store, Path folder) {
    town = Town.on(store, folder, Map.of());
    mongo = store.connect();
    events = MadeEvents.beside(vertx, mongo, town.clock());
  }

  /** The id of a new event for children of 6 to 10, with sessions on so many days. */
  public List<String> days(int days, int capacity) {
    return days(MadeEvents.event(id()), MONDAY, days, capacity);
  }

  List<String> days(Event event, Instant first, int days, int capacity) {
    var sessions = new ArrayList<Session>();
    for (var day = 0; day < days; day++) {
      // Ids do not sort as the days do.
      var id = event.id() + "-" + (days - day);
      sessions.add(MadeEvents.session(id, event, first.plus(Duration.ofDays(day)), capacity));
    }
    MadeEvents.store(vertx, mongo, events, event, sessions.toArray(Session[]::new));
    return sessions.stream().map(Session::id).toList();
  }

  static String event(String session) {
    return session.substring(0, session.lastIndexOf('-'));
  }

  /** The id of a new child of eight, with consent to the event of that session. */
  public String child(String guardian, String session) {
    return child(guardian, session, EIGHT);
  }

  /** The same of one who was born on a day. */
  public String child(String guardian, String session, LocalDate born) {
    return add(MadePeople.child(id(), born, guardian, event(session)));
  }

  String add(Participant one) {
    MadePeople.store(vertx, mongo, one);
    return one.id();
  }

  void addAll(List<Participant> all) {
    MadePeople.store(vertx, mongo, all.toArray(Participant[]::new));
  }

  /** The ids of the registrations that somebody sees. */
  List<String> list(String uid) {
    return town.as(uid).gets("/v1/registrations").json().findValuesAsText("id");
  }

  /** Has an organiser, or time, do something to the places of a session. */
  public void places(String session, Command command) {
    var of = Wait.forResult(events.session(session)).orElseThrow();
    var answer = Wait.forResult(events.allotments().apply(of.allotmentId(), command));
    assertThat(answer).isNotInstanceOf(Refused.class);
  }

  /** How many have places, or are offered or kept some. */
  int taken(String session) {
    var of = Wait.forResult(events.session(session)).orElseThrow();
    return Wait.forResult(events.allotments().read(of.allotmentId()))
        .orElseThrow()
        .session(session)
        .orElseThrow()
        .taken();
  }

  /** So many rows about somebody in a session, of which no allotment knows. */
  void rows(String session, String participant, Stand stand, int times) {
    var visit = Visit.of(Wait.forResult(events.session(session)).orElseThrow());
    var now = town.clock().instant();
    var rows = new RegistrationStore(mongo, new CompareAndSet(vertx, new Random(7)));
    for (var i = 0; i < times; i++) {
      var row = RowDraft.first(id(), "ana", visit, List.of(participant), Asking.none(), null, now);
      var there = RowDraft.of(row).stand(stand).next(now);
      assertThat(Wait.forResult(rows.add(there))).isTrue();
    }
  }

  /** The documents of a collection that something is in, as text. */
  List<String> with(String what, String collection) {
    var all = mongo.collection(collection, BsonDocument.class);
    return Wait.forResult(Publishers.list(all.find())).stream()
        .map(BsonDocument::toJson)
        .filter(text -> text.contains(what))
        .toList();
  }

  /** What lies in the collections of events and of messages, as text. */
  String dump() {
    return List.of("registrations", "packages", "allotments", "collected", "inbox", "sessions")
        .stream()
        .map(name -> mongo.collection(name, BsonDocument.class))
        .flatMap(all -> Wait.forResult(Publishers.list(all.find())).stream())
        .map(BsonDocument::toJson)
        .collect(Collectors.joining("\n"));
  }

  static String id() {
    return UUID.randomUUID().toString();
  }

  static Map<String, Object> member(String participant) {
    return Town.body("id", participant, "needs", needs());
  }

  static Map<String, Object> needs() {
    return Town.body(
        "dietary",
        "No nuts, canary-7713.",
        "emergencyContacts",
        List.of(Town.body("name", "Ana Petrescu", "phone", "01632 960123")));
  }

  static Map<String, Object> party(String id, String... participants) {
    return Town.body(
        "id", id, "participants", List.of(participants).stream().map(Bookings::member).toList());
  }

  Answer registers(String uid, String session, Map<String, Object> party) {
    return town.as(uid).posts("/v1/sessions/" + session + "/registrations", party);
  }

  /** The id of a registration that has been made. */
  public String registered(String uid, String session, String... participants) {
    var id = id();
    var answer = registers(uid, session, party(id, participants));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return id;
  }

  Answer books(String uid, String event, Map<String, Object> party) {
    return town.as(uid).posts("/v1/events/" + event + "/packages", party);
  }

  Answer sees(String uid, String registration) {
    return town.as(uid).gets("/v1/registrations/" + registration);
  }

  public Answer does(String uid, String registration, String what) {
    return town.as(uid)
        .sends("POST", "/v1/registrations/" + registration + "/" + what, BodyPublishers.noBody());
  }

  Answer does(String uid, String registration, String what, Map<String, Object> body) {
    return town.as(uid).posts("/v1/registrations/" + registration + "/" + what, body);
  }

  Answer removes(String uid, String participant) {
    return town.as(uid).sends("DELETE", "/v1/participants/" + participant, BodyPublishers.noBody());
  }

  Answer changes(String uid, String registration, String key, Map<String, Object> body) {
    return town.as(uid)
        .sends(
            "PATCH",
            "/v1/registrations/" + registration,
            BodyPublishers.ofByteArray(Json.bytes(body)),
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            key);
  }

  /** The codes of what somebody was told, newest first. */
  List<String> told(String uid) {
    return town.as(uid).gets("/v1/inbox").json().findValuesAsText("code");
  }

  @Override
  public void close() {
    town.close();
    Wait.forResult(vertx.close());
  }
}
