package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.calendar.Readers;

/** What the people of a holiday week do on their phones and tablets; all of it are operations. */
final class HafWeek {
  private final Town town;
  private final String event;

  HafWeek(Town town, String event) {
    this.town = town;
    this.event = event;
  }

  /** Theo plans the week before Christmas Day, three places a day; the ids of its sessions. */
  List<String> planned() {
    var series = EventTowns.session(event, "2026-12-21T13:00", "starts", "13:00", "ends", "15:00");
    series.remove("event");
    series.putAll(
        Town.body(
            "id",
            EventTowns.id(),
            "from",
            "2026-12-21",
            "to",
            "2026-12-25",
            "weekdays",
            List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
            "except",
            List.of("2026-12-25"),
            "capacity",
            3));
    var made = town.as("theo").posts("/v1/events/" + event + "/series", series);
    return EventTowns.ids(made, "sessions");
  }

  /** Somebody makes a profile and adds children of eight, consenting to the event; their ids. */
  List<String> family(String uid, String... children) {
    var own = name(uid, "1990-05-01");
    var made = EventTowns.puts(town.as(uid), "/v1/me/participant", own);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return List.of(children).stream().map(child -> child(uid, child)).toList();
  }

  private String child(String uid, String given) {
    var child = name(given, "2018-05-04");
    child.putAll(Town.body("id", EventTowns.id(), "relationship", "parent", "declaration", true));
    var added = town.as(uid).posts("/v1/participants", child);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    var consent =
        Town.body(
            "id",
            EventTowns.id(),
            "purpose",
            "taking-part",
            "event",
            event,
            "wordingVersion",
            "2026-1",
            "language",
            "en",
            "given",
            true);
    var path = "/v1/participants/" + child.get("id") + "/consents";
    var agreed = town.as(uid).posts(path, consent);
    assertThat(agreed.status()).as(agreed.text()).isEqualTo(201);
    return String.valueOf(child.get("id"));
  }

  private static Map<String, Object> name(String given, String born) {
    return Town.body(
        "givenName", given, "familyName", "Nowak", "born", born, "homeLocality", "newport");
  }

  /** A new party of these, with what the session asks about them. */
  static Map<String, Object> party(List<String> children) {
    var needs =
        Town.body(
            "dietary",
            "No nuts.",
            "emergencyContacts",
            List.of(Town.body("name", "Aunt Ewa", "phone", "01632 960123")),
            "collectors",
            List.of(Town.body("name", "Gran Nowak")));
    var members = children.stream().map(id -> Town.body("id", id, "needs", needs)).toList();
    return Town.body("id", EventTowns.id(), "participants", members);
  }

  Answer registers(String uid, String session, Map<String, Object> party) {
    return town.as(uid).posts("/v1/sessions/" + session + "/registrations", party);
  }

  Answer books(String uid, Map<String, Object> party) {
    return town.as(uid).posts("/v1/events/" + event + "/packages", party);
  }

  /** By date, what has become of somebody's registrations. */
  List<String> states(String uid) {
    return town.as(uid).gets("/v1/registrations").json().findValuesAsText("state");
  }

  /** How many places everybody sees on each date. */
  List<String> places() {
    var seen = town.nobody().gets("/v1/events/" + event).json().path("sessions");
    return seen.findValuesAsText("places");
  }

  /** The codes of what somebody was told, newest first. */
  List<String> told(String uid) {
    return town.as(uid).gets("/v1/inbox").json().findValuesAsText("code");
  }

  /** The address of somebody's calendar. */
  String opensCalendar(String uid) {
    var made = town.as(uid).posts("/v1/me/calendar");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/address").replaceFirst("^http://localhost:[0-9]+", "");
  }

  /** What the calendar says, by session: its status. */
  Map<String, String> calendar(String address) {
    var stream = town.nobody().gets(address).text().getBytes(StandardCharsets.UTF_8);
    return Readers.biweekly(stream).getEvents().stream()
        .collect(Collectors.toMap(HafWeek::session, one -> one.getStatus().getValue()));
  }

  private static String session(VEvent entry) {
    return entry.getUid().getValue().replaceAll("^session-|@localhost$", "");
  }

  /** Ticket texts of a registration. */
  List<String> tickets(String uid, Object registration, String session) {
    var path = "/v1/registrations/" + registration + "/tickets?session=" + session;
    return town.as(uid).gets(path).json().path("items").findValuesAsText("text");
  }

  /** The token of a new tablet of Theo's. */
  String tablet(String session) {
    var path = "/v1/sessions/" + session + "/device-tokens";
    var label = Town.body("label", "door");
    var made = town.as("theo").posts(path, label, "Idempotency-Key", EventTowns.id());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/token");
  }

  Map<String, JsonNode> roster(String session, String tablet) {
    var path = "/v1/sessions/" + session + "/roster";
    var lines = town.nobody().gets(path, "Device-Token", tablet).json().path("items");
    return StreamSupport.stream(lines.spliterator(), false)
        .collect(Collectors.toMap(line -> line.path("name").asText(), line -> line));
  }

  /** What a tablet notes of somebody now, for later. */
  Map<String, Object> notes(String act, String ticket, Object... more) {
    var at = town.clock().instant().toString();
    var item = Town.body("id", EventTowns.id(), "act", act, "ticket", ticket, "at", at);
    item.putAll(Town.body(more));
    return item;
  }

  /** A tablet is on the network again; what becomes of its notes. */
  List<String> sends(String session, String tablet, List<?> items) {
    var path = "/v1/sessions/" + session + "/attendance";
    var answer = town.nobody().posts(path, Town.body("items", items), "Device-Token", tablet);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("items").findValuesAsText("verdict");
  }

  /** It becomes that late, and everything happens that is due. */
  void until(String moment) {
    town.passes(Duration.between(town.clock().instant(), Instant.parse(moment)));
  }
}
