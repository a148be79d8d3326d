package org.localityvoice.pmf.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** The catalogue of the sample area, and figures that officers enter for it. */
@ExtendWith(TownExtension.class)
class CatalogueTest {
  private static final String MEASURES = "/v1/pmf/measures";
  private static final String VALUES = "/v1/localities/newport/measure-values";

  private static List<JsonNode> measures(Answer answer) {
    return answer.json().findValues("measures").stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .toList();
  }

  private static JsonNode named(List<JsonNode> measures, String id) {
    var found = measures.stream().filter(one -> one.get("id").asText().equals(id)).toList();
    assertThat(found).as(id).hasSize(1);
    return found.get(0);
  }

  private static List<Map.Entry<String, String>> leads(Answer answer) {
    return StreamSupport.stream(answer.json().at("/themes").spliterator(), false)
        .map(one -> Map.entry(one.at("/name/en").asText(), one.at("/lead/id").asText()))
        .toList();
  }

  private static Map<String, Object> value(String id, Object... changes) {
    var body =
        Town.body(
            "id",
            id,
            "measure",
            "PMF-CRIME-RATE",
            "period",
            "2026-Q3",
            "value",
            31.4,
            "source",
            "Police recorded crime, data.police.uk",
            "asOf",
            "2026-11-02");
    body.putAll(Town.body(changes));
    return body;
  }

  @Test
  void everybody_can_read_nine_themes_with_their_leads_and_seventy_measures_ten_central(Town town) {
    var answer = town.nobody().gets(MEASURES);
    assertThat(answer.json().at("/themes")).hasSize(9);
    assertThat(leads(answer))
        .containsExactly(
            Map.entry("Making people feel safe", "cleveland-police"),
            Map.entry("Healthier population", "public-health-south-tees"),
            Map.entry("Better economic outcomes", "education-and-partnerships"),
            Map.entry("Better outcomes for children", "childrens-social-care"),
            Map.entry("Improved environmental standards", "environment-and-community-services"),
            Map.entry("Improved physical appearance", "environment-and-community-services"),
            Map.entry("Improved customer experience", "stronger-communities"),
            Map.entry("Improved community capacity", "thirteen"),
            Map.entry("Improved perceptions", "thirteen"));
    assertThat(answer.at("/themes/0/lead/name")).isEqualTo("Cleveland Police");
    var all = measures(answer);
    var walked = all.stream().filter(one -> one.get("source").asText().equals("walkabout"));
    assertThat(walked).as("one for each element, and findings of two themes").hasSize(13);
    assertThat(all).hasSizeBetween(65 + 13, 75 + 13);
    // The ten are made by the platform itself, so that the framework waits for nobody.
    assertThat(all.stream().filter(one -> one.get("central").asBoolean()))
        .hasSize(10)
        .allSatisfy(one -> assertThat(one.get("source").asText()).isIn("perception", "reports"));
    assertThat(all.stream().map(one -> one.get("source").asText()))
        .contains("perception", "reports", "events", "council");
    assertThat(named(all, "PMF-REPORTED-NOT-DEALT-WITH").at("/direction").asText())
        .isEqualTo("lower-is-better");
    assertThat(all).allSatisfy(one -> assertThat(one.at("/title/pl").asText()).isNotBlank());
    var dark = named(all, "PMF-SAFE-DARK");
    assertThat(dark.at("/source").asText()).isEqualTo("perception");
    assertThat(dark.at("/unit").asText()).isEqualTo("percent");
    assertThat(dark.at("/baselines/0/value").asDouble()).isEqualTo(41);
    assertThat(dark.at("/targets/0/value").asDouble()).isEqualTo(50);
    assertThat(town.nobody().gets(MEASURES, "If-None-Match", answer.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void an_import_replaces_the_catalogue_and_the_same_measures_may_come_back(Town town) {
    var before = town.nobody().gets(MEASURES).text();
    assertThat(town.imports(file -> file.replace("Recorded crime", "All crime"))).isEmpty();
    assertThat(town.nobody().gets(MEASURES).text()).contains("All crime");
    assertThat(town.imports(file -> file)).isEmpty();
    assertThat(town.nobody().gets(MEASURES).text()).isEqualTo(before);
  }

  @Test
  void a_measure_whose_source_does_not_make_it_is_refused_with_its_line(Town town) {
    var before = town.nobody().gets(MEASURES).text();
    var crime = "id: PMF-CRIME-RATE\n";
    assertThat(town.imports(file -> swap(file, crime, "source: council", "source: walkabout")))
        .singleElement()
        .asString()
        .matches("line [0-9]+: /measures/[0-9]+/source makes no figure PMF-CRIME-RATE");
    assertThat(town.imports(file -> swap(file, crime, "source: council", "source: reports")))
        .singleElement()
        .asString()
        .endsWith("makes no figure PMF-CRIME-RATE");
    var refused = "id: PMF-REPORTS-REFUSED\n";
    assertThat(town.imports(file -> swap(file, refused, "source: reports", "source: council")))
        .singleElement()
        .asString()
        .endsWith("/source must be reports, which makes it");
    assertThat(town.imports(file -> swap(file, refused, "unit: percent", "unit: hours")))
        .singleElement()
        .asString()
        .endsWith("/unit must be percent, as the figure is");
    var people = "id: PMF-EVENTS-PEOPLE\n";
    assertThat(town.imports(file -> swap(file, people, "source: events", "source: reports")))
        .singleElement()
        .asString()
        .endsWith("makes no figure PMF-EVENTS-PEOPLE");
    assertThat(town.imports(file -> swap(file, people, "unit: count", "unit: percent")))
        .singleElement()
        .asString()
        .endsWith("/unit must be count, as the figure is");
    var litter = "id: PMF-WALKABOUT-LITTER\n";
    assertThat(town.imports(file -> swap(file, litter, "unit: index", "unit: percent")))
        .singleElement()
        .asString()
        .endsWith("/unit must be index, as the figure is");
    assertThat(town.imports(file -> file.replace("{id: fly-posting,", "{id: fly-bills,")))
        .as("an element that walkabouts do not grade any more makes no figure")
        .singleElement()
        .asString()
        .endsWith("makes no figure PMF-WALKABOUT-FLY-POSTING");
    assertThat(town.imports(file -> swap(file, refused, "theme: ", "theme: no-")))
        .hasSize(2)
        .anySatisfy(fault -> assertThat(fault).endsWith("/theme names no theme of this file"));
    assertThat(town.imports(file -> swap(file, "- " + refused, "REPORTS-REFUSED", "SAFE-DAY")))
        .anySatisfy(fault -> assertThat(fault).endsWith("/id is in the catalogue twice"));
    assertThat(
            town.imports(
                file ->
                    file.replace("period: 2028-Q4, value: 50}", "period: 2028-Q4, value: 150}")))
        .singleElement()
        .asString()
        .endsWith("/targets/0/value must be at most 100, as a percentage");
    assertThat(town.nobody().gets(MEASURES).text()).isEqualTo(before);
  }

  /** The first place after a marker, changed. */
  private static String swap(String file, String marker, String old, String fresh) {
    var from = file.indexOf(marker, file.indexOf("\nmeasures:"));
    var at = file.indexOf(old, from);
    assertThat(from).isPositive();
    return file.substring(0, at) + fresh + file.substring(at + old.length());
  }

  @Test
  void six_retries_at_once_record_one_figure_and_all_are_told_so(Town town) {
    var told =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> town.as("nadia").posts(VALUES, value("v1")))
            .toList();
    assertThat(told).allSatisfy(answer -> assertThat(answer.at("/id")).isEqualTo("v1"));
  }

  @Test
  void a_figure_counts_once_a_second_person_has_approved_it(Town town) {
    var recorded = town.as("nadia").posts(VALUES, value("v1"));
    assertThat(recorded.status()).isEqualTo(201);
    assertThat(recorded.at("/state")).isEqualTo("recorded");
    assertThat(town.as("nadia").posts(VALUES, value("v1")).text()).isEqualTo(recorded.text());
    assertThat(town.as("nadia").posts(VALUES, value("v1", "value", 3)).problem())
        .isEqualTo("measure-value-id-taken");
    assertThat(town.as("pat").posts(VALUES, value("v2")).problem())
        .isEqualTo("measure-value-already-recorded");
    assertThat(town.as("nora").posts("/v1/measure-values/v1/approve").status()).isEqualTo(404);
    assertThat(town.as("nadia").posts("/v1/measure-values/v1/approve").problem())
        .isEqualTo("second-person-needed");

    var published = town.as("pat").posts("/v1/measure-values/v1/approve");

    assertThat(published.at("/state")).isEqualTo("published");
    assertThat(published.at("/decidedBy")).isEqualTo("performance-officer");
    assertThat(town.as("pat").posts("/v1/measure-values/v1/approve").text())
        .isEqualTo(published.text());
    assertThat(town.as("pat").posts("/v1/measure-values/v1/refuse").problem())
        .isEqualTo("measure-value-decided");
    assertThat(town.as("pat").posts(VALUES, value("v3", "value", 30)).at("/revision"))
        .isEqualTo("2");
    assertThat(town.as("pat").posts("/v1/measure-values/v3/refuse").at("/state"))
        .isEqualTo("refused");
    assertThat(town.as("pat").posts("/v1/measure-values/v3/approve").problem())
        .isEqualTo("measure-value-decided");
    assertThat(town.as("nadia").gets(VALUES).json().at("/values").findValuesAsText("state"))
        .containsExactly("refused", "published");
  }

  @Test
  void a_figure_that_cannot_be_is_refused_with_place_and_reason(Town town) {
    assertThat(
            town.as("nadia")
                .posts(VALUES, value("w1", "period", "2026-Q4", "asOf", "2026-11-24"))
                .places())
        .containsExactly("#/period", "#/asOf");
    assertThat(town.as("nadia").posts(VALUES, value("w1", "measure", "PMF-SAFE-DARK")).places())
        .containsExactly("#/measure");
    assertThat(town.as("nadia").posts(VALUES, value("w1", "measure", "PMF-NONE")).places())
        .containsExactly("#/measure");
    var smoking = value("w1", "measure", "PMF-SMOKING", "value", 101);
    assertThat(town.as("nadia").posts(VALUES, smoking).places()).containsExactly("#/value");
    for (var odd : List.of(-0.1, 1e300, 31.456, 1e-300, 10_000.1)) {
      assertThat(town.as("nadia").posts(VALUES, value("w1", "value", odd)).places())
          .as("%s", odd)
          .containsExactly("#/value");
    }
    var incidents = value("w1", "measure", "PMF-EMPTY-HOMES", "value", 0.5);
    assertThat(town.as("nadia").posts(VALUES, incidents).places()).containsExactly("#/value");
    assertThat(town.as("nadia").posts(VALUES, value("w1", "period", "1066-Q4")).places())
        .containsExactly("#/period");
    for (var noQuarter : List.of("2026-07", "2026-Q5", "2026")) {
      assertThat(town.as("nadia").posts(VALUES, value("w1", "period", noQuarter)).places())
          .as(noQuarter)
          .containsExactly("#/period");
    }
    assertThat(town.as("nadia").posts(VALUES, value("w1", "source", "   ")).places())
        .containsExactly("#/source");
    assertThat(town.as("nadia").posts(VALUES, value("w1", "asOf", "2026-02-30")).places())
        .containsExactly("#/asOf");
    assertThat(town.as("nadia").gets(VALUES).json().at("/values")).isEmpty();
    // The control: what is just within the bounds is recorded.
    assertThat(town.as("nadia").posts(VALUES, value("w1", "value", -0.0)).at("/value"))
        .isEqualTo("0.0");
    var all = value("w2", "measure", "PMF-SMOKING", "value", 100);
    assertThat(town.as("nadia").posts(VALUES, all).status()).isEqualTo(201);
  }

  @Test
  void a_figure_that_the_changed_catalogue_cannot_have_is_not_published(Town town) {
    town.as("nadia").posts(VALUES, value("u1", "value", 1234.5));
    var perPerson = "id: PMF-CRIME-RATE\n";
    assertThat(town.imports(file -> swap(file, perPerson, "unit: per-1000", "unit: percent")))
        .isEmpty();
    assertThat(town.as("pat").posts("/v1/measure-values/u1/approve").problem())
        .isEqualTo("measure-value-without-measure");
    assertThat(town.imports(file -> file)).isEmpty();
    assertThat(town.as("pat").posts("/v1/measure-values/u1/approve").status()).isEqualTo(200);
  }
}
