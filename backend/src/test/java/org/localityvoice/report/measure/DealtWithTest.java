package org.localityvoice.report.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.measure.Townsfolk.entry;
import static org.localityvoice.report.measure.Townsfolk.moves;
import static org.localityvoice.report.measure.Townsfolk.posts;
import static org.localityvoice.report.measure.Townsfolk.reports;
import static org.localityvoice.report.measure.Townsfolk.says;
import static org.localityvoice.report.measure.Townsfolk.tellsThePolice;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What people do to reports moves the figures. Rosa works for the owner of litter. */
@ExtendWith(TownExtension.class)
class DealtWithTest {
  private static final String MEASURES = "/v1/localities/newport/report-measures";
  private static final String NOVEMBER = MEASURES + "?period=2026-11";

  /** The cells that are not empty. */
  private static Map<String, Integer> cells(Answer answer) {
    var cells = new TreeMap<String, Integer>();
    for (var cell : MeasureCell.values()) {
      var count = count(answer, cell.slug());
      if (count > 0) {
        cells.put(cell.slug(), count);
      }
    }
    return cells;
  }

  private static int count(Answer answer, String id) {
    return Townsfolk.count(answer, id).path("value").asInt(-1);
  }

  @Test
  void one_report_goes_from_cell_to_cell_as_it_goes_from_hand_to_hand(Town town) {
    assertThat(cells(town.as("nadia").gets(NOVEMBER))).isEmpty();
    var report = reports(town.as("ana"));
    assertThat(cells(town.as("nadia").gets(NOVEMBER))).isEqualTo(Map.of("in-hand-in-time", 1));
    town.passes(Duration.ofDays(5));
    assertThat(cells(town.as("nadia").gets(NOVEMBER))).isEqualTo(Map.of("no-reply", 1));
    moves(town.as("rosa"), report, "say-done");
    assertThat(cells(town.as("nadia").gets(NOVEMBER))).isEqualTo(Map.of("said-done", 1));
    says(town.as("ana"), report, Map.of("verdict", "no", "reason", "It is all still there."));
    assertThat(cells(town.as("nadia").gets(NOVEMBER))).isEqualTo(Map.of("said-done-disputed", 1));
    moves(town.as("rosa"), report, "say-done");
    says(town.as("ana"), report, Map.of("verdict", "fixed"));

    var measures = town.as("nadia").gets(NOVEMBER);

    assertThat(cells(measures)).isEqualTo(Map.of("confirmed", 1));
    assertThat(count(measures, "people")).isEqualTo(1);
    assertThat(count(measures, "questions-answered"))
        .isEqualTo(count(measures, "answered-no") + count(measures, "answered-fixed"))
        .isEqualTo(2);
    var share = entry(measures.json().at("/total/shares"), "share-confirmed");
    assertThat(share.path("numerator").asInt()).isEqualTo(1);
    assertThat(share.path("denominator").asInt()).isEqualTo(1);
    assertThat(share.path("percent").asDouble()).isEqualTo(100.0);
    var fix = entry(measures.json().at("/total/times"), "confirmed-fix-median");
    assertThat(fix.path("hours").asDouble()).isEqualTo(120.0);
    assertThat(fix.path("atRisk").asInt()).isEqualTo(1);

    // And of an earlier day they say what they said then.
    assertThat(cells(town.as("nadia").gets(NOVEMBER + "&at=2026-11-24")))
        .isEqualTo(Map.of("in-hand-in-time", 1));
    assertThat(cells(town.as("nadia").gets(NOVEMBER + "&at=2026-11-22"))).isEmpty();
  }

  @Test
  void a_duplicate_counts_with_its_original_and_brings_its_people(Town town) {
    var original = reports(town.as("ana"));
    town.passes(Duration.ofMinutes(1));
    var copy = reports(town.as("bilal"));
    moves(town.as("nadia"), copy, Map.of("move", "merge", "into", original.get("id")));
    town.works();

    var measures = town.as("nadia").gets(NOVEMBER);

    assertThat(cells(measures)).isEqualTo(Map.of("in-hand-in-time", 1, "duplicate", 1));
    assertThat(count(measures, "reports")).isEqualTo(2);
    assertThat(count(measures, "problems")).isEqualTo(1);
    assertThat(count(measures, "people")).isEqualTo(2);
  }

  @Test
  void groups_add_up_to_the_total_and_partners_are_those_of_the_date(Town town) {
    var report = reports(town.as("ana"));
    reports(town.as("bilal"));
    town.passes(Duration.ofDays(2));
    assertThat(posts(town.as("nadia"), report, "/assignments", Map.of("owner", "thirteen")))
        .isEqualTo(200);

    assertThat(groups(town.as("pat").gets(NOVEMBER + "&by=category")))
        .isEqualTo(Map.of("litter", 2));
    assertThat(groups(town.as("pat").gets(NOVEMBER + "&by=partner")))
        .isEqualTo(Map.of("environment-and-community-services", 1, "thirteen", 1));
    assertThat(groups(town.as("pat").gets(NOVEMBER + "&by=partner&at=2026-11-24")))
        .isEqualTo(Map.of("environment-and-community-services", 2));
    assertThat(groups(town.as("pat").gets(NOVEMBER))).isEmpty();
  }

  private static Map<String, Integer> groups(Answer answer) {
    var groups = new LinkedHashMap<String, Integer>();
    for (var group : answer.json().at("/groups")) {
      groups.put(
          group.path("id").asText(),
          entry(group.at("/figures/counts"), "problems").path("value").asInt());
    }
    return groups;
  }

  @Test
  void confidential_reports_are_counted_for_the_manager_and_their_owner_only(Town town) {
    tellsThePolice(town.as("ana"));
    reports(town.as("ana"));

    assertThat(seen(town.as("nadia").gets(NOVEMBER))).isEqualTo("all 2");
    assertThat(seen(town.as("omar").gets(NOVEMBER))).isEqualTo("own 2");
    assertThat(seen(town.as("rosa").gets(NOVEMBER))).isEqualTo("own 1");
    assertThat(seen(town.as("pat").gets(NOVEMBER))).isEqualTo("none 1");
  }

  private static String seen(Answer answer) {
    return answer.at("/confidential") + " " + count(answer, "reports");
  }

  @Test
  void who_does_not_work_there_cannot_tell_the_locality_from_none(Town town) {
    var absent = town.as("nadia").gets("/v1/localities/nowhere/report-measures?period=2026-11");
    assertThat(absent.status()).isEqualTo(404);
    for (var person : List.of("nora", "ana", "wyn", "sam", "ada")) {
      assertThat(faceless(town.as(person).gets(NOVEMBER))).isEqualTo(faceless(absent));
    }
    assertThat(town.nobody().gets(NOVEMBER).status()).isEqualTo(401);
  }

  private static String faceless(Answer answer) {
    return answer.text().replace(answer.at("/instance"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                 | query:period",
        "period=2026-11&from=2026-11-01   | query:period",
        "from=2026-11-01                  | query:period",
        "to=2026-11-01                    | query:period",
        "period=2026-13                   | query:period",
        "period=2026-Q5                   | query:period",
        "from=2026-11-30&to=2026-11-29    | query:to",
        "from=2024-11-01&to=2026-11-01    | query:to",
        "from=2026-02-30&to=2026-03-01    | query:from",
        "from=tomorrow&to=2026-03-01      | query:from",
        "period=2026-11&at=2026-11-24     | query:at",
        "period=2026-11&by=street         | query:by",
        "period=2026-11&uid=ana           | query:uid"
      })
  void a_question_that_makes_no_sense_is_refused_and_says_where(
      String query, String place, Town town) {
    var answer = town.as("nadia").gets(MEASURES + (query == null ? "" : "?" + query));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsOnly(place);
  }

  @Test
  void exactly_24_months_are_counted_and_today_is_now(Town town) {
    reports(town.as("ana"));
    var measures = town.as("nadia").gets(MEASURES + "?from=2024-12-01&to=2026-11-30&at=2026-11-23");
    assertThat(count(measures, "reports")).isEqualTo(1);
    assertThat(measures.at("/at")).isEqualTo("2026-11-23T10:00:00Z");
  }

  @Test
  void the_dictionary_defines_every_figure_in_every_language(Town town) {
    reports(town.as("ana"));
    var dictionary = town.nobody().gets("/v1/report-measures/dictionary").json().at("/figures");
    var total = town.as("nadia").gets(NOVEMBER).json().at("/total");
    var ids =
        Stream.of("counts", "shares", "times")
            .flatMap(kind -> total.path(kind).findValuesAsText("id").stream())
            .toList();
    assertThat(dictionary.findValuesAsText("id")).containsExactlyInAnyOrderElementsOf(ids);
    for (var figure : dictionary) {
      for (var language : List.of("en", "pl")) {
        assertThat(figure.at("/texts/" + language + "/name").asText()).isNotBlank();
        assertThat(figure.at("/texts/" + language + "/definition").asText()).isNotBlank();
      }
    }
    assertThat(entry(dictionary, "share-not-dealt-with").path("pmf").asText())
        .isEqualTo("PMF-REPORTS-NOT-DEALT-WITH");
    assertThat(entry(dictionary, "in-hand-overdue").path("notDealtWith").asBoolean()).isTrue();
  }
}
