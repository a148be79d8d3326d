package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.report.measure.MeasureCell;

/** Short ways to what tests about reports need of a town. */
final class ReportTowns {
  private ReportTowns() {}

  /** The category whose reports are for the police and the manager only. */
  static final String CONFIDENTIAL = "police-information";

  /** A report by Ana in Newport, with what its category asks for. */
  static Map<String, Object> reported(Town town, String category) {
    var report = new LinkedHashMap<>(Problems.of(category, "Something is wrong here."));
    if (category.equals(CONFIDENTIAL)) {
      report.put("stops", Map.of("in-danger", false, "just-happened", false));
      report.put("answers", Map.of("about", List.of("drugs")));
    }
    report.put("secret", Problems.secret(report.hashCode()));
    var answer = town.as("ana").posts("/v1/reports", report);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return report;
  }

  /** The cells of the measure that are not empty, with how many reports each holds. */
  static Map<String, Long> cells(Person staff, String locality, String period) {
    var figures =
        staff.gets("/v1/localities/" + locality + "/report-measures?period=" + period).json();
    var cells = new LinkedHashMap<String, Long>();
    for (var cell : MeasureCell.values()) {
      for (var count : figures.at("/total/counts")) {
        if (count.path("id").asText().equals(cell.slug()) && count.path("value").asLong() > 0) {
          cells.put(cell.slug(), count.path("value").asLong());
        }
      }
    }
    return cells;
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
