package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.http.Json;

/** Short ways to what tests about events need of a town. */
public final class EventTowns {
  private EventTowns() {}

  /** An id as a client makes it. */
  public static String id() {
    return UUID.randomUUID().toString();
  }

  /** An event of the landlord in Newport for children of 6 to 10, changed as the pairs say. */
  public static Map<String, Object> content(Object... changes) {
    var content =
        Town.body(
            "locality",
            "newport",
            "organiser",
            "thirteen",
            "title",
            Map.of("en", "Feast of Fun", "pl", "Święto zabawy"),
            "description",
            Map.of("en", "Games and a hot meal."),
            "activity",
            "holiday-club",
            "ages",
            Map.of("from", 6, "to", 10),
            "supportsSend",
            true,
            "accessibility",
            List.of("step-free", "quiet-space"),
            "collects",
            List.of("dietary", "emergency-contacts"),
            "guardian",
            Map.of("consentNeeded", true, "tier", "declared", "checkOut", true));
    content.putAll(Town.body(changes));
    return content;
  }

  /** A session of two hours in the main hall of Newport's hub, changed as the pairs say. */
  public static Map<String, Object> session(String event, String starts, Object... changes) {
    var hour = Integer.parseInt(starts.substring(11, 13)) + 2;
    var session =
        Town.body(
            "event",
            event,
            "starts",
            starts,
            "ends",
            starts.substring(0, 11) + (hour < 10 ? "0" : "") + hour + starts.substring(13),
            "venue",
            "newport-hub",
            "space",
            "main-hall",
            "capacity",
            20);
    session.putAll(Town.body(changes));
    return session;
  }

  /** Puts something that is not there yet. */
  public static Answer makes(Person person, String path, Object body) {
    return puts(person, path, body, "If-None-Match", "*");
  }

  /** Puts something in the place of the edition that was seen. */
  public static Answer edits(Person person, String path, Object body, long edition) {
    return puts(person, path, body, "If-Match", "\"" + edition + "\"");
  }

  /** Puts JSON. */
  public static Answer puts(Person person, String path, Object body, String... headers) {
    var all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return person.sends("PUT", path, BodyPublishers.ofByteArray(Json.bytes(body)), all);
  }

  /** A draft of Theo's, who works for the landlord; its id. */
  public static String drafted(Town town, Object... changes) {
    var id = id();
    var answer = makes(town.as("theo"), "/v1/events/" + id, content(changes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return id;
  }

  /** A draft session of Theo's; its id. */
  public static String planned(Town town, String event, String starts, Object... changes) {
    var id = id();
    var answer = makes(town.as("theo"), "/v1/sessions/" + id, session(event, starts, changes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return id;
  }

  /** Publishes an event of Theo's, and lets what follows from it happen. */
  public static void published(Town town, String event) {
    var answer = town.as("theo").posts("/v1/events/" + event + "/publish", Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    town.works();
  }

  /** The ids of the entries of a list. */
  public static List<String> ids(Answer answer, String list) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path(list).spliterator(), false)
        .map(one -> one.path("id").asText())
        .toList();
  }
}
