package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.ReportTowns.moves;
import static org.localityvoice.report.ReportTowns.says;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** A council may give up a category or part with a partner; what is under way goes on. */
@ExtendWith(TownExtension.class)
class RetiredCategoryTest {
  @Test
  void a_report_whose_category_is_gone_is_moved_answered_chased_and_ended(Town town) {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    assertThat(town.imports(RetiredCategoryTest::withoutLitter)).isEmpty();
    town.clock().advance(Duration.ofSeconds(10));
    assertThat(town.as("ana").posts("/v1/reports", litter()).places())
        .containsExactly("#/category");
    assertThat(town.as("ana").posts("/v1/reports", report).status()).as("a retry").isEqualTo(200);

    town.passes(Duration.ofDays(60));
    var seen = town.as("nadia").gets(path(report));
    assertThat(seen.at("/staff/overdue")).isEqualTo("true");
    town.passes(Duration.ofDays(10));
    assertThat(town.as("nadia").gets(path(report)).json().findValuesAsText("whom"))
        .containsExactly("environment-and-community-services", "manager");

    assertThat(moves(town.as("rosa"), report, Map.of("move", "say-done")).at("/state"))
        .isEqualTo("said-done");
    var disputed = says(town.as("ana"), report, "no", "Still there.");
    assertThat(disputed.at("/state")).isEqualTo("disputed");
    assertThat(disputed.at("/expectedBy")).isGreaterThan(town.clock().instant().toString());
    moves(town.as("rosa"), report, Map.of("move", "say-done"));
    assertThat(says(town.as("ana"), report, "fixed", "").at("/state")).isEqualTo("confirmed-done");
  }

  @Test
  void what_merged_reports_say_is_heard_when_their_category_is_gone(Town town) {
    var original = litter();
    town.as("ana").posts("/v1/reports", original);
    town.clock().advance(Duration.ofMinutes(1));
    var copy = litter();
    town.as("bilal").posts("/v1/reports", copy);
    moves(town.as("rosa"), copy, Map.of("move", "merge", "into", original.get("id")));
    town.works();
    assertThat(town.imports(RetiredCategoryTest::withoutLitter)).isEmpty();
    town.clock().advance(Duration.ofSeconds(10));
    says(town.as("bilal"), copy, "fixed", "");
    town.works();
    assertThat(town.nobody().gets(path(original)).at("/state")).isEqualTo("confirmed-done");
    assertThat(town.outbox().documents()).isZero();
  }

  @Test
  void a_report_of_a_partner_who_has_left_is_given_to_another_by_the_manager(Town town) {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    var faults =
        town.imports(
            area ->
                area.replace("      - environment-and-community-services\n", "")
                    .replace(
                        "partner: environment-and-community-services",
                        "partner: stronger-communities"));
    assertThat(faults).isEmpty();
    town.clock().advance(Duration.ofSeconds(10));
    town.passes(Duration.ofDays(30));
    assertThat(town.as("nadia").gets(path(report)).at("/staff/overdue")).isEqualTo("true");
    var given =
        town.as("nadia")
            .posts(
                path(report) + "/assignments",
                Map.of("owner", "thirteen"),
                "Idempotency-Key",
                Person.key());
    assertThat(given.at("/owner")).isEqualTo("thirteen");
    assertThat(moves(town.as("theo"), report, Map.of("move", "start")).status()).isEqualTo(200);
  }

  private static String withoutLitter(String area) {
    var from = area.indexOf("    - id: litter\n");
    var without = area.substring(0, from) + area.substring(area.indexOf("    - id: dog-fouling\n"));
    // Walkabouts look at litter all the same; it becomes no report any more.
    return without.replace(", category: litter}", "}");
  }
}
