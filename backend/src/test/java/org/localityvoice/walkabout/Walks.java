package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;

/** Short ways to what tests about walkabouts need of a town. */
public final class Walks {
  private Walks() {}

  /** A plan for the route of the sample. */
  public static Map<String, Object> plan(String starts) {
    return Town.body(
        "locality",
        "newport",
        "route",
        Town.body("id", "newport-terraces", "version", 1),
        "starts",
        starts,
        "meetingPlace",
        "In front of Newport Hub");
  }

  public static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    var more = new LinkedHashMap<>(body);
    more.put(name, value);
    return more;
  }

  public static Answer puts(Person person, String id, Map<String, Object> plan, String... headers) {
    var all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return person.sends(
        "PUT",
        "/v1/walkabouts/" + id,
        java.net.http.HttpRequest.BodyPublishers.ofByteArray(
            org.localityvoice.http.Json.bytes(plan)),
        all);
  }

  /** A walkabout that Wyn has planned for the day after tomorrow; its id. */
  public static String planned(Town town) {
    var id = UUID.randomUUID().toString();
    var day = java.time.LocalDate.ofInstant(town.clock().instant(), java.time.ZoneOffset.UTC);
    var plan = with(plan(day.plusDays(2) + "T10:00"), "shortNoticeReason", "A trial.");
    var answer = puts(town.as("wyn"), id, plan, "If-None-Match", "*");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return id;
  }

  /** An item of a batch. */
  public static Map<String, Object> item(
      String walkabout, String id, String kind, Map<String, Object> payload) {
    return Town.body(
        "id",
        id,
        "kind",
        kind,
        "walkabout",
        walkabout,
        "deviceTime",
        "2026-11-23T10:00:00+00:00",
        "payload",
        payload);
  }

  /** One transect and element graded. */
  public static Map<String, Object> grade(
      String walkabout, String id, String transect, String element, String grade) {
    return item(
        walkabout,
        id,
        "grade",
        Town.body("transect", transect, "element", element, "grade", grade));
  }

  /** All twenty transects of the sample's route, graded for an element as in the worked example. */
  public static List<Map<String, Object>> worked(String walkabout, String element, String prefix) {
    var items = new ArrayList<Map<String, Object>>();
    for (var i = 1; i <= 20; i++) {
      var grade = i <= 10 ? "B" : i <= 14 ? "B-" : i <= 17 ? "C" : i == 18 ? "C-" : "D";
      var name = "%02d".formatted(i);
      items.add(grade(walkabout, prefix + element + name, "t" + name, element, grade));
    }
    return items;
  }

  /** Sends a batch. */
  public static Answer sends(Person person, List<Map<String, Object>> items) {
    var answer = person.posts("/v1/walkabouts/batch", Town.body("items", items));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  /** The verdicts of an answer, in order. */
  public static List<String> verdicts(Answer answer) {
    return answer.json().findValuesAsText("verdict");
  }
}
