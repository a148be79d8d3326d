package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.path;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;

/**
 * Every operation about one report, at the hands of everybody: the reporter, another resident,
 * staff of the locality, of the owner, of another partner, and of the other locality. The table is
 * the rule.
 */
@ExtendWith(TownExtension.class)
class WhoMayDoWhatTest {
  // Wyn is a warden here, Rosa an officer of the owner, Theo of another partner, Omar a police
  // officer (owner of confidential reports), Nadia the manager, Nora that of the other locality.
  private static final String OPEN =
      """
      operation    ana bilal nobody wyn rosa theo omar nadia nora pat sam ada
      get          200 200   200    200 200  200  200  200   200  200 200 200
      join         200 200   401    200 200  200  200  200   200  200 200 200
      verdict      200 404   404    404 404  404  404  404   404  404 404 404
      write        200 404   404    200 200  404  404  200   404  404 404 404
      investigate  404 404   401    409 200  404  404  200   404  404 404 404
      confirm      404 404   401    200 409  404  404  409   404  404 404 404
      assign       404 404   401    404 200  404  404  200   404  404 404 404
      prioritise   404 404   401    404 200  404  404  200   404  404 404 404
      moderate     404 404   401    200 200  404  404  200   404  404 404 404
      """;

  private static final String CONFIDENTIAL =
      """
      operation    ana bilal nobody wyn rosa theo omar nadia nora pat sam ada
      get          200 404   404    404 404  404  200  200   404  404 404 404
      join         200 404   401    404 404  404  404  404   404  404 404 404
      verdict      200 404   404    404 404  404  404  404   404  404 404 404
      write        200 404   404    404 404  404  200  200   404  404 404 404
      investigate  404 404   401    404 404  404  200  200   404  404 404 404
      confirm      404 404   401    404 404  404  409  409   404  404 404 404
      assign       404 404   401    404 404  404  200  200   404  404 404 404
      prioritise   404 404   401    404 404  404  200  200   404  404 404 404
      moderate     404 404   401    404 404  404  200  200   404  404 404 404
      """;

  @Test
  void a_report_that_everybody_may_see(Town town) {
    assertThat(table(town, "litter", OPEN)).isEqualTo(OPEN);
  }

  @Test
  void a_confidential_one(Town town) {
    assertThat(table(town, ReportTowns.CONFIDENTIAL, CONFIDENTIAL)).isEqualTo(CONFIDENTIAL);
  }

  @Test
  void what_may_not_be_seen_looks_like_what_is_not_there(Town town) {
    var report = ReportTowns.reported(town, ReportTowns.CONFIDENTIAL);
    var absent = "/v1/reports/00000000-0000-4000-8000-000000000000";
    for (var uid : List.of("bilal", "wyn", "rosa", "nora")) {
      var hidden = town.as(uid).gets(path(report));
      var none = town.as(uid).gets(absent);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.text().replace(hidden.at("/instance"), ""))
          .isEqualTo(none.text().replace(none.at("/instance"), ""));
    }
  }

  /** The table as the town has it, in the layout of the one expected. */
  private static String table(Town town, String category, String expected) {
    var lines = expected.lines().toList();
    var people = List.of(lines.get(0).split("\\s+", -1)).subList(1, 13);
    var seen = new StringBuilder(lines.get(0)).append('\n');
    for (var line : lines.subList(1, lines.size())) {
      var operation = line.split("\\s+", -1)[0];
      var row = new StringBuilder(line);
      // Ana may report only so often.
      town.clock().advance(Duration.ofMinutes(10));
      for (var uid : people) {
        var report = ReportTowns.reported(town, category);
        var person = uid.equals("nobody") ? town.nobody() : town.as(uid);
        var status = String.valueOf(call(person, operation, report).status());
        var column = lines.get(0).indexOf(" " + uid) + 1;
        row.replace(column, column + 3, status);
      }
      seen.append(row).append('\n');
    }
    return seen.toString();
  }

  private static Answer call(Person person, String operation, Map<String, Object> report) {
    return switch (operation) {
      case "get" -> person.gets(path(report));
      case "join" -> person.posts(path(report) + "/affected");
      case "verdict" -> post(person, report, "verdicts", Map.of("verdict", "partly"));
      case "write" -> post(person, report, "comments", Map.of("text", "Any news?"));
      case "investigate" -> post(person, report, "moves", Map.of("move", "investigate"));
      case "confirm" -> post(person, report, "moves", Map.of("move", "confirm"));
      case "assign" -> post(person, report, "assignments", Map.of("owner", "thirteen"));
      case "prioritise" -> put(person, report, "priority", Map.of("priority", "high"));
      case "moderate" -> put(person, report, "publication", Map.of("text", "withheld"));
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Answer post(
      Person person, Map<String, Object> report, String what, Map<String, Object> body) {
    return person.posts(path(report) + "/" + what, body, "Idempotency-Key", Person.key());
  }

  private static Answer put(
      Person person, Map<String, Object> report, String what, Map<String, Object> body) {
    return person.sends(
        "PUT",
        path(report) + "/" + what,
        BodyPublishers.ofByteArray(Json.bytes(body)),
        "Content-Type",
        "application/json");
  }
}
