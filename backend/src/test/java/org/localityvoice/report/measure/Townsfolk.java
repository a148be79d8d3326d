package org.localityvoice.report.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.report.Problems;

/** What people do about problems, for tests of the figures that follow. */
final class Townsfolk {
  private Townsfolk() {}

  /** A report of litter, which Rosa's organisation owns. */
  static Map<String, Object> reports(Person person) {
    return sent(person, Problems.litter());
  }

  /** A report that only the police and the manager may see. */
  static Map<String, Object> tellsThePolice(Person person) {
    var report = Problems.of("police-information", "They sell from the corner house.");
    report.put("stops", Town.body("in-danger", false, "just-happened", false));
    report.put("answers", Map.of("about", List.of("drugs")));
    return sent(person, report);
  }

  private static Map<String, Object> sent(Person person, Map<String, Object> report) {
    assertThat(person.posts("/v1/reports", report).status()).isEqualTo(201);
    return report;
  }

  /** A move by a member of staff. */
  static void moves(Person person, Map<String, Object> report, Map<String, Object> move) {
    assertThat(posts(person, report, "/moves", move)).isEqualTo(200);
  }

  /** A move that needs nothing besides. */
  static void moves(Person person, Map<String, Object> report, String move) {
    moves(person, report, Map.of("move", move));
  }

  /** An answer by somebody affected. */
  static void says(Person person, Map<String, Object> report, Map<String, Object> verdict) {
    assertThat(posts(person, report, "/verdicts", verdict)).isEqualTo(200);
  }

  /** Anything done to a report; answers the status. */
  static int posts(
      Person person, Map<String, Object> report, String what, Map<String, Object> body) {
    return person
        .posts(Problems.path(report) + what, body, "Idempotency-Key", Person.key())
        .status();
  }

  /** The entry of that id in a list. */
  static JsonNode entry(JsonNode list, String id) {
    for (var entry : list) {
      if (entry.path("id").asText().equals(id)) {
        return entry;
      }
    }
    throw new AssertionError("no " + id + " in " + list);
  }

  /** A count of the total. */
  static JsonNode count(Answer answer, String id) {
    return entry(answer.json().at("/total/counts"), id);
  }
}
