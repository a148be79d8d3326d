package org.localityvoice.pmf.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.pmf.Told.change;
import static org.localityvoice.pmf.Told.problems;
import static org.localityvoice.pmf.Told.share;
import static org.localityvoice.pmf.Told.withheld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.pmf.Told;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What anybody can fetch is what was sent. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class PullTest {
  private static final String CSV = "/v1/pmf/observations.csv";
  private static final String METADATA = "/v1/pmf/observations.csv-metadata.json";
  private static final String SDMX = "/v1/pmf/sdmx.json";
  private static final String DARK = "safe-dark-lga5-v1";

  private static List<CSVRecord> rows(Answer answer) {
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(answer.text()))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the metadata says: columns in their order, types, none missing, keys only once. */
  private static void fits(List<CSVRecord> rows, JsonNode metadata) {
    var columns = metadata.at("/tableSchema/columns");
    var keys = new HashSet<String>();
    for (var row : rows) {
      assertThat(row.getParser().getHeaderNames())
          .containsExactlyElementsOf(columns.findValuesAsText("name"));
      for (var column : columns) {
        var cell = row.get(column.path("name").asText());
        if (cell.isEmpty()) {
          assertThat(column.path("required").asBoolean()).as(column.toString()).isFalse();
          continue;
        }
        switch (column.path("datatype").asText()) {
          case "decimal" -> assertThat(new BigDecimal(cell)).isNotNull();
          case "integer" -> assertThat(Long.parseLong(cell)).isNotNegative();
          case "date" -> assertThat(LocalDate.parse(cell)).isNotNull();
          default -> assertThat(column.path("datatype").asText()).isEqualTo("string");
        }
      }
      var key = new StringBuilder();
      metadata.at("/tableSchema/primaryKey").forEach(one -> key.append(row.get(one.asText())));
      assertThat(keys.add(key.toString())).as(key.toString()).isTrue();
    }
  }

  private static CSVRecord row(List<CSVRecord> rows, String measure, String period) {
    return rows.stream()
        .filter(one -> one.get("measure").equals(measure) && one.get("period").equals(period))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode sdmx(Answer answer) {
    try {
      return new ObjectMapper().readTree(answer.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void csv_and_sdmx_have_the_figures_of_the_latest_statements_page_by_page(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var told = new Told(store.connect());
      var start = rows(town.nobody().gets(CSV));
      told.wave(
          "pmf_w1",
          "2026-Q2",
          1,
          share("PMF-SAFE-DARK", DARK, 41.3, change(5.1, -5.7, 15.7, "no_clear_change")),
          withheld("PMF-COHESION", "cohesion-cls4-v1"));
      told.reports(
          "pmf_r1", "2026-Q2", 1, problems("PMF-REPORTS-CONFIRMED", "reports-confirmed-v1", 8, 21));
      told.wave("pmf_w0", "2026-Q1", 1, share("PMF-SAFE-DARK", DARK, 36.0, "null"));
      town.passes(Duration.ofSeconds(2));

      var metadata = town.nobody().gets(METADATA);
      assertThat(metadata.type()).isEqualTo("application/csvm+json");
      assertThat(metadata.at("/@context/0")).isEqualTo("http://www.w3.org/ns/csvw");
      var csv = town.nobody().gets(CSV);
      assertThat(csv.type()).isEqualTo("text/csv");
      assertThat(csv.header("Link"))
          .isEqualTo(
              "<observations.csv-metadata.json>; rel=\"describedby\";"
                  + " type=\"application/csvm+json\"");
      var rows = rows(csv);
      fits(rows, metadata.json());
      assertThat(rows).hasSize(start.size() + 4);
      var dark = row(rows, "PMF-SAFE-DARK", "2026-Q2");
      assertThat(dark.get("value")).isEqualTo("41");
      assertThat(dark.get("ci_low")).isEqualTo("34");
      assertThat(dark.get("base")).isEqualTo("185");
      assertThat(dark.get("verdict")).isEqualTo("no_clear_change");
      assertThat(dark.get("obs_status")).isEqualTo("A");
      assertThat(dark.get("wave")).isEqualTo("newport-2026-q2");
      assertThat(dark.get("boundary_set")).isEqualTo("illustrative-1");
      assertThat(dark.get("method_version")).isEqualTo("perception-estimator 1.2.0");
      var hidden = row(rows, "PMF-COHESION", "2026-Q2");
      assertThat(hidden.get("value")).isEmpty();
      assertThat(hidden.get("obs_status") + hidden.get("conf_status")).isEqualTo("QC");
      var confirmed = row(rows, "PMF-REPORTS-CONFIRMED", "2026-Q2");
      assertThat(confirmed.get("numerator") + "/" + confirmed.get("base")).isEqualTo("8/21");
      assertThat(rows).allMatch(one -> List.of("F", "C").contains(one.get("conf_status")));

      // The same, to a client that has it; by pages; and from where one has read to.
      assertThat(town.nobody().gets(CSV, "If-None-Match", csv.header("ETag")).status())
          .isEqualTo(304);
      var first = town.nobody().gets(CSV + "?limit=1");
      assertThat(first.header("Link")).contains("rel=\"next\"");
      var read = 0;
      for (var next = CSV + "?limit=1"; !next.isEmpty(); ) {
        var page = town.nobody().gets(next);
        read += rows(page).size();
        var link = page.header("Link");
        next = link.contains("next") ? link.substring(1, link.indexOf('>')) : "";
      }
      assertThat(read).isEqualTo(rows.size());
      var last = rows.stream().mapToLong(one -> Long.parseLong(one.get("sequence"))).max();
      var since = CSV + "?since=" + last.getAsLong();
      assertThat(rows(town.nobody().gets(since))).isEmpty();
      told.wave("pmf_w2", "2026-Q2", 2, share("PMF-SAFE-DARK", DARK, 42.0, "null"));
      town.passes(Duration.ofSeconds(2));
      var fresh = rows(town.nobody().gets(since));
      assertThat(row(fresh, "PMF-SAFE-DARK", "2026-Q2").get("value")).isEqualTo("42");
      assertThat(fresh).hasSize(2).allMatch(one -> one.get("period").equals("2026-Q2"));
      assertThat(town.nobody().gets(CSV, "If-None-Match", csv.header("ETag")).status())
          .isEqualTo(200);
      assertThat(town.nobody().gets(CSV + "?since=-1").status()).isEqualTo(400);

      same(rows(town.nobody().gets(CSV)), sdmx(town.nobody().gets(SDMX)));
      var again = town.nobody().gets(SDMX);
      assertThat(again.type()).isEqualTo("application/vnd.sdmx.data+json");
      assertThat(town.nobody().gets(SDMX, "If-None-Match", again.header("ETag")).status())
          .isEqualTo(304);
    }
  }

  @Test
  void how_many_chose_each_answer_is_told_in_fives_beside_reliable_figures_only(Town town) {
    // The sample's made-up wave is large enough.
    town.passes(Duration.ofSeconds(2));
    var csv = town.nobody().gets("/v1/pmf/answers.csv");
    var rows = rows(csv);
    assertThat(rows.get(0).getParser().getHeaderNames())
        .containsExactlyElementsOf(AnswersCsv.COLUMNS);
    var dark = rows.stream().filter(one -> one.get("measure").equals("PMF-SAFE-DARK")).toList();
    assertThat(dark)
        .extracting(one -> one.get("option"))
        .containsExactly("fairly-safe", "fairly-unsafe", "neither", "very-safe", "very-unsafe");
    assertThat(rows).allMatch(one -> Integer.parseInt(one.get("respondents")) % 5 == 0);
    var told = dark.stream().mapToInt(one -> Integer.parseInt(one.get("respondents"))).sum();
    var base =
        Integer.parseInt(
            row(rows(town.nobody().gets(CSV)), "PMF-SAFE-DARK", "2026-Q3").get("base"));
    assertThat(base).isGreaterThanOrEqualTo(50);
    assertThat(told).isBetween(base - 15, base + 15);
    var ok =
        rows(town.nobody().gets(CSV)).stream()
            .filter(one -> one.get("status").equals("OK"))
            .map(one -> one.get("measure"))
            .toList();
    assertThat(rows).allMatch(one -> ok.contains(one.get("measure")));
    assertThat(
            town.nobody().gets("/v1/pmf/answers.csv", "If-None-Match", csv.header("ETag")).status())
        .isEqualTo(304);
  }

  /** The rules of the schema of SDMX-JSON 2.1.0, as far as they bear on our message. */
  private static void same(List<CSVRecord> rows, JsonNode message) {
    assertThat(message.at("/meta/id").asText()).matches("[A-Za-z0-9_@$-]+");
    assertThat(message.at("/meta/sender/id").asText()).matches("[A-Za-z0-9_@$-]+");
    assertThat(message.at("/meta/prepared").asText()).endsWith("Z");
    var structure = message.at("/data/structures/0");
    assertThat(structure.at("/dataSets/0").asInt(-1)).isZero();
    var set = message.at("/data/dataSets/0");
    assertThat(set.path("structure").asInt(-1)).isZero();
    assertThat(set.path("action").asText()).isIn("Information", "Append", "Replace", "Delete");
    assertThat(set.at("/links/0/href").asText()).startsWith("http");
    assertThat(set.at("/links/0/rel").asText()).isNotBlank();
    var dimensions = structure.at("/dimensions/observation");
    for (var dimension : dimensions) {
      assertThat(dimension.path("id").asText()).matches("[A-Za-z][A-Za-z0-9_-]*");
      assertThat(dimension.path("keyPosition").isInt()).isTrue();
      assertThat(new HashSet<>(dimension.path("values").findValuesAsText("id")))
          .hasSize(dimension.path("values").size())
          .isNotEmpty()
          .allMatch(id -> id.matches("[A-Za-z0-9_@$-]+"));
    }
    for (var attribute : structure.at("/attributes/observation")) {
      assertThat(attribute.path("relationship").path("observation").isObject()).isTrue();
    }
    assertThat(set.path("observations")).hasSize(rows.size());
    set.path("observations")
        .properties()
        .forEach(
            entry -> {
              assertThat(entry.getKey()).matches("[0-9]+(:[0-9]+)*");
              var place = entry.getKey().split(":", -1);
              assertThat(place).hasSize(dimensions.size());
              var id = new String[place.length];
              for (var i = 0; i < place.length; i++) {
                id[i] = dimensions.get(i).at("/values/" + place[i] + "/id").asText();
              }
              var row =
                  rows.stream()
                      .filter(
                          one ->
                              one.get("measure").equals(id[0])
                                  && one.get("locality").equals(id[1])
                                  && one.get("period").equals(id[2])
                                  && (one.get("wave").isEmpty() ? "_Z" : one.get("wave"))
                                      .equals(id[3]))
                      .findFirst()
                      .orElseThrow();
              var cell = entry.getValue();
              assertThat(cell.get(0).isNull() ? "" : cell.get(0).asText())
                  .isEqualTo(row.get("value"));
              assertThat(cell.get(1).isNull() ? "" : cell.get(1).asText())
                  .isEqualTo(row.get("ci_low"));
              var statuses = structure.at("/attributes/observation/0/values");
              assertThat(statuses.get(cell.get(3).asInt()).path("id").asText())
                  .isEqualTo(row.get("obs_status"));
              assertThat(cell).hasSize(13);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@a", "\t=1", "\r", "  =1", "＝1"})
  void a_text_that_a_spreadsheet_would_work_out_is_made_harmless(String text) {
    assertThat(ObservationsCsv.harmless(text)).isEqualTo("'" + text);
    assertThat(ObservationsCsv.harmless("safe" + text)).isEqualTo("safe" + text);
  }

  @Test
  void without_figures_there_is_a_header_and_an_empty_message() {
    assertThat(new String(ObservationsCsv.of(List.of()), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(String.join(",", Column.ALL.stream().map(Column::name).toList()) + "\r\n");
    var message = SdmxJson.of(List.of(), "https://voice.example.org");
    assertThat(message.at("/data/structures")).isEmpty();
    assertThat(message.at("/data/dataSets")).isEmpty();
  }
}
