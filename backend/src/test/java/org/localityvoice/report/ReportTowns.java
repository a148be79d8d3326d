package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;

/** Short ways to what tests about reports need of a town. */
final class ReportTowns {
  private ReportTowns() {}

  /** The category whose reports are for the police and the manager only. */
  static String confidential(Town town) {
    return categories(town, category -> category.path("confidential").asBoolean())
        .path("id")
        .asText();
  }

  private static JsonNode categories(Town town, java.util.function.Predicate<JsonNode> wanted) {
    var all = town.nobody().gets("/v1/localities/newport/categories").json().at("/categories");
    return StreamSupport.stream(all.spliterator(), false).filter(wanted).findFirst().orElseThrow();
  }

  /** A report by Ana in Newport, with every stop question answered with no. */
  static Map<String, Object> reported(Town town, String category) {
    var report = new LinkedHashMap<>(Problems.of(category, "Something is wrong here."));
    var stops = new LinkedHashMap<String, Object>();
    categories(town, one -> one.path("id").asText().equals(category))
        .path("stops")
        .forEach(stop -> stops.put(stop.path("id").asText(), false));
    report.put("stops", stops);
    report.put("secret", Problems.secret(report.hashCode()));
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    return report;
  }

  /** A move by a member of staff. */
  static Answer moves(Person person, Map<String, Object> report, Map<String, Object> move) {
    return person.posts(Problems.path(report) + "/moves", move, "Idempotency-Key", Person.key());
  }

  /** An answer by somebody affected. */
  static Answer says(Person person, Map<String, Object> report, String verdict, String reason) {
    return person.posts(
        Problems.path(report) + "/verdicts",
        reason.isEmpty()
            ? Map.of("verdict", verdict)
            : Map.of("verdict", verdict, "reason", reason),
        "Idempotency-Key",
        Person.key());
  }
}
