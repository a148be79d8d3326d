package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.perception.GroupedWave.cell;
import static org.localityvoice.perception.GroupedWave.closed;
import static org.localityvoice.perception.GroupedWave.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.perception.GroupedWave;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Figures by group are the same in the release, the statement, and whatever can be fetched. */
@ExtendWith(StoreExtension.class)
class GroupsTest {
  private static final String CSV = "/v1/pmf/observations.csv";
  private static final String WITHDRAWALS = "/v1/localities/newport/pmf-withdrawals";
  private static final String DARK = "PMF-SAFE-DARK";

  /** One figure as text: status, reason, estimate, bounds and base; empty for what is not told. */
  private record Figure(
      String status, String reason, String estimate, String low, String high, String base) {

    static Figure of(JsonNode one) {
      return new Figure(
          one.path("status").asText(),
          text(one, "suppressionReason"),
          text(one, "estimate"),
          text(one, "ciLow"),
          text(one, "ciHigh"),
          text(one, "baseValid"));
    }

    private static String text(JsonNode one, String field) {
      return one.hasNonNull(field) ? one.path(field).asText() : "";
    }

    /** As everybody is told of it. */
    Figure rounded() {
      return new Figure(status, reason, points(estimate), points(low), points(high), base);
    }

    private static String points(String text) {
      return text.isEmpty()
          ? ""
          : new BigDecimal(text).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
  }

  private static Map<String, Figure> figures(Iterable<JsonNode> all) {
    var figures = new TreeMap<String, Figure>();
    for (var one : all) {
      if (!one.path("breakdown").asText().equals("all")) {
        var key = one.path("measureId").asText() + " " + one.path("breakdown").asText();
        assertThat(figures.put(key, Figure.of(one))).as(key).isNull();
      }
    }
    return figures;
  }

  private static Map<String, Figure> publicly(Map<String, Figure> figures) {
    var told = new TreeMap<String, Figure>();
    figures.forEach((key, figure) -> told.put(key, figure.rounded()));
    return told;
  }

  private static List<CSVRecord> rows(Town town, String path) {
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(town.nobody().gets(path).text()))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Figure> csv(Town town) {
    var figures = new TreeMap<String, Figure>();
    for (var row : rows(town, CSV)) {
      if (!row.get("breakdown").equals("all")) {
        assertThat(row.get("dimension") + ":" + row.get("category"))
            .isEqualTo(row.get("breakdown"));
        assertThat(row.get("obs_status") + row.get("conf_status"))
            .isEqualTo(
                switch (row.get("status")) {
                  case "OK" -> "AF";
                  case "LOW_RELIABILITY" -> "UF";
                  case "SUPPRESSED" -> "QC";
                  default -> "OF";
                });
        assertThat(row.get("effective_base") + row.get("verdict") + row.get("numerator")).isEmpty();
        figures.put(
            row.get("measure") + " " + row.get("breakdown"),
            new Figure(
                row.get("status"),
                row.get("suppression_reason"),
                row.get("value"),
                row.get("ci_low"),
                row.get("ci_high"),
                row.get("base")));
      }
    }
    return figures;
  }

  private static Map<String, Figure> sdmx(Town town) {
    var message = EventJson.read(town.nobody().gets("/v1/pmf/sdmx.json").text());
    var structure = message.at("/data/structures/0");
    var dimensions = structure.at("/dimensions/observation");
    var attributes = structure.at("/attributes/observation");
    var measures = structure.at("/measures/observation");
    var figures = new TreeMap<String, Figure>();
    for (var entry : message.at("/data/dataSets/0/observations").properties()) {
      var places = entry.getKey().split(":", -1);
      var key = new TreeMap<String, String>();
      for (var i = 0; i < places.length; i++) {
        var value = dimensions.get(i).path("values").get(Integer.parseInt(places[i]));
        key.put(dimensions.get(i).path("id").asText(), value.path("id").asText());
      }
      if (key.get("BREAKDOWN").equals("all")) {
        continue;
      }
      var cells = new TreeMap<String, String>();
      for (var i = 0; i < entry.getValue().size(); i++) {
        var cell = entry.getValue().get(i);
        var attribute = attributes.path(i - measures.size());
        var about = i < measures.size() ? measures.get(i) : attribute;
        cells.put(
            about.path("id").asText(),
            attribute.has("values")
                ? attribute.path("values").get(cell.asInt()).path("id").asText()
                : cell.isNull() ? "" : cell.asText());
      }
      var status =
          switch (cells.get("OBS_STATUS")) {
            case "A" -> "OK";
            case "U" -> "LOW_RELIABILITY";
            case "Q" -> "SUPPRESSED";
            default -> "WITHDRAWN";
          };
      figures.put(
          key.get("MEASURE") + " " + key.get("BREAKDOWN").replace('@', ':'),
          new Figure(
              status,
              cells.get("SUPPRESSION_REASON"),
              cells.get("OBS_VALUE"),
              cells.get("CI_LOWER"),
              cells.get("CI_UPPER"),
              cells.get("BASE")));
    }
    return figures;
  }

  /** The newest statement of the wave's quarter, once it has this revision; it fits the schema. */
  private static JsonNode statement(Town town, Receiver framework, int revision) {
    Function<Receiver.Post, JsonNode> event = post -> EventJson.read(post.text());
    town.passes(Duration.ofSeconds(2));
    Wait.until(
        "revision " + revision + " arrives",
        () ->
            framework.posts().stream()
                .map(event)
                .anyMatch(
                    one ->
                        one.path("subject").asText().equals("newport/2026-Q4")
                            && one.at("/data/revision").asInt() == revision));
    var found = event.apply(framework.last());
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(StatementSchemaTest.resource("pmf-statement-2.json"));
    assertThat(schema.validate(found)).isEmpty();
    assertThat(framework.last().signedWith(Push.SECRET)).isTrue();
    return found.path("data");
  }

  private static Map<String, Figure> breakdowns(Town town, String release) {
    var answer = town.as("pat").gets("/v1/releases/" + release + "/breakdowns");
    assertThat(answer.at("/published")).isEqualTo("true");
    return figures(answer.json().path("figures"));
  }

  private static JsonNode observation(JsonNode data, String measure, String breakdown) {
    return StreamSupport.stream(data.path("observations").spliterator(), false)
        .filter(one -> one.path("measureId").asText().equals(measure))
        .filter(one -> one.path("breakdown").asText().equals(breakdown))
        .findFirst()
        .orElseThrow();
  }

  private static Town town(Store store, Path folder, Receiver framework) {
    var settings = Map.of("PMF_ENDPOINT", framework.address(), "PMF_SECRETS", Push.SECRET);
    return Town.on(store, folder, settings);
  }

  @Test
  void what_the_release_tells_of_groups_is_stated_and_can_be_fetched_and_nothing_more(
      Store store, @TempDir Path folder) {
    var vertx = Vertx.vertx();
    try (var framework = new Receiver(vertx);
        var town = town(store, folder, framework)) {
      var mongo = store.connect();
      closed(town, mongo);
      assertThat(csv(town)).as("the sample's wave has no plan").isEmpty();

      var released = published(town);
      var first = breakdowns(town, released);
      assertThat(first).hasSizeGreaterThan(60);
      assertThat(first.values().stream().map(Figure::status)).contains("OK", "SUPPRESSED");
      assertThat(first.get(DARK + " ageBand:16-24").reason()).isEqualTo("SMALL_NUMBERS");
      assertThat(first.get(DARK + " ageBand:65-plus").reason()).startsWith("UNDER_");
      var data = statement(town, framework, 1);
      assertThat(figures(data.path("observations"))).isEqualTo(first);
      assertThat(csv(town)).isEqualTo(publicly(first));
      assertThat(sdmx(town)).isEqualTo(publicly(first));
      var women = observation(data, DARK, "sex:female");
      for (var field : List.of("se", "effectiveBase", "designEffect", "change")) {
        assertThat(women.get(field).isNull()).as(field).isTrue();
      }
      assertThat(women.has("answers")).isFalse();
      assertThat(observation(data, DARK, "all").path("effectiveBase").isInt()).isTrue();
      assertThat(women.path("caveats")).isEqualTo(observation(data, DARK, "all").path("caveats"));
      assertThat(rows(town, "/v1/pmf/answers.csv"))
          .anyMatch(one -> one.get("wave").equals("newport-2026-winter"))
          .allMatch(one -> one.get("breakdown").equals("all"));
      var said = town.nobody().gets("/v1/localities/newport/perceptions").text();
      assertThat(said).doesNotContain("ageBand").containsOnlyOnce(DARK);

      // Whoever checks the release checks its groups.
      var recompute = "/v1/releases/" + released + "/recompute";
      var same = town.as("pat").gets(recompute).json();
      assertThat(same.path("same").asBoolean()).as(same.toString()).isTrue();
      assertThat(same.path("figures").asInt()).isGreaterThan(first.size());

      // Late forms: a correction with all its groups takes the place of the first.
      cell(mongo, "50-64", "female", 26, 16);
      assertThat(town.as("pat").gets(recompute).text())
          .contains(DARK + "/ageBand:50-64/estimate", DARK + "/sex:female/baseValid")
          .doesNotContain(DARK + "/ageBand:16-24");
      var second = breakdowns(town, published(town));
      assertThat(second).isNotEqualTo(first);
      data = statement(town, framework, 2);
      assertThat(figures(data.path("observations"))).isEqualTo(second);
      assertThat(csv(town)).isEqualTo(publicly(second));
      assertThat(sdmx(town)).isEqualTo(publicly(second));

      // Withdrawn with its groups, whether they were told or not.
      var why =
          Town.body(
              "id", "x1", "period", "2026-Q4", "measures", List.of(DARK), "reason", "wrong wave");
      assertThat(town.as("nadia").posts(WITHDRAWALS, why).status()).isEqualTo(201);
      assertThat(town.as("pat").posts("/v1/pmf-withdrawals/x1/approve").status()).isEqualTo(200);
      data = statement(town, framework, 3);
      var left = new TreeMap<>(second);
      left.replaceAll(
          (key, figure) ->
              key.startsWith(DARK) ? new Figure("WITHDRAWN", "", "", "", "", "") : figure);
      assertThat(figures(data.path("observations"))).isEqualTo(left);
      assertThat(csv(town)).isEqualTo(publicly(left));
      assertThat(sdmx(town)).isEqualTo(publicly(left));
    } finally {
      Wait.forResult(vertx.close());
    }
  }

  @Test
  void a_release_that_was_proposed_before_there_was_a_ledger_goes_out_without_groups(
      Store store, @TempDir Path folder) {
    var vertx = Vertx.vertx();
    try (var framework = new Receiver(vertx);
        var town = town(store, folder, framework)) {
      var mongo = store.connect();
      closed(town, mongo);
      var release = town.as("nadia").posts(GroupedWave.RELEASES).at("/id");
      var ledgers = mongo.collection("ledgers", Document.class);
      Wait.forResult(
          Publishers.done(ledgers.deleteOne(new Document("_id", "newport-2026-winter"))));
      var approved = town.as("pat").posts("/v1/releases/" + release + "/approve");
      assertThat(approved.status()).as(approved.text()).isEqualTo(200);

      var data = statement(town, framework, 1);
      assertThat(observation(data, DARK, "all").path("status").asText()).isEqualTo("OK");
      assertThat(figures(data.path("observations"))).isEmpty();
      assertThat(breakdowns(town, release)).isEmpty();
    } finally {
      Wait.forResult(vertx.close());
    }
  }
}
