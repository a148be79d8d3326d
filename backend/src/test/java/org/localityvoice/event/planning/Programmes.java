package org.localityvoice.event.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.http.Json;

/** What partner officers do over HTTP when they plan. */
final class Programmes {
  static final String CLASHES = "/v1/localities/newport/event-clashes";

  private Programmes() {}

  /** A programme for ages 6 to 10 in Newport. */
  static Map<String, Object> programme(String organiser, String title, String activity) {
    return new LinkedHashMap<>(
        Map.of(
            "locality",
            "newport",
            "organiser",
            organiser,
            "title",
            Map.of("en", title),
            "description",
            Map.of("en", "Come along."),
            "activity",
            activity,
            "ages",
            Map.of("from", 6, "to", 10)));
  }

  static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    var changed = new LinkedHashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  /** Drafts an event. */
  static void drafts(Person officer, String event, Map<String, Object> programme) {
    var answer = puts(officer, "/v1/events/" + event, programme, "If-None-Match", "*");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  /** A session, as it is sent. */
  static Map<String, Object> date(
      String event, String starts, String ends, String venue, String space) {
    return new LinkedHashMap<>(
        Map.of(
            "event", event,
            "starts", starts,
            "ends", ends,
            "venue", venue,
            "space", space,
            "capacity", 20));
  }

  /** Adds a draft of a session. */
  static void adds(Person officer, String session, Map<String, Object> date) {
    var answer = puts(officer, "/v1/sessions/" + session, date, "If-None-Match", "*");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  /** Changes a session whose edition is known. */
  static void changes(Person officer, String session, int edition, Map<String, Object> date) {
    edits(officer, "/v1/sessions/" + session, date, edition);
  }

  /** Changes an event or a session whose edition is known. */
  static void edits(Person officer, String path, Map<String, Object> body, int edition) {
    var answer = puts(officer, path, body, "If-Match", "\"" + edition + "\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  static Answer puts(Person officer, String path, Object body, String header, String value) {
    return officer.sends(
        "PUT",
        path,
        BodyPublishers.ofByteArray(Json.bytes(body)),
        "Content-Type",
        "application/json",
        header,
        value);
  }

  static Answer publishes(Person officer, String event) {
    return officer.posts("/v1/events/" + event + "/publish");
  }

  /** The clashes of Newport in a state. */
  static List<JsonNode> clashes(Person officer, String state) {
    var answer = officer.gets(CLASHES + "?state=" + state);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false).toList();
  }

  /** Says what is to become of a clash, with a key of its own. */
  static Answer says(Person officer, String clash, Map<String, Object> answer) {
    return says(officer, clash, answer, Person.key());
  }

  static Answer says(Person officer, String clash, Map<String, Object> answer, String key) {
    return officer.posts("/v1/event-clashes/" + clash + "/answers", answer, "Idempotency-Key", key);
  }

  static Answer decides(Person manager, String clash, Map<String, Object> decision) {
    return manager.posts(
        "/v1/event-clashes/" + clash + "/decisions", decision, "Idempotency-Key", Person.key());
  }

  /** An answer for one's own session. */
  static Map<String, Object> answer(int round, String session, String resolution) {
    return Town.body("round", round, "session", session, "resolution", resolution);
  }

  /** How often somebody's inbox has an entry of that code. */
  static long told(Person person, String code) {
    var inbox = person.gets("/v1/inbox");
    assertThat(inbox.status()).as(inbox.text()).isEqualTo(200);
    return StreamSupport.stream(inbox.json().path("items").spliterator(), false)
        .filter(item -> item.path("code").asText().equals(code))
        .count();
  }
}
