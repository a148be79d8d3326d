package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.perception.GroupedWave.closed;
import static org.localityvoice.perception.GroupedWave.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** How many people a figure stands for, the same everywhere; and when the next are expected. */
@ExtendWith(StoreExtension.class)
class PeopleTest {
  private static final String WAVE = "newport-2026-winter";
  private static final String DARK = "PMF-SAFE-DARK";
  private static final String DEALT = "PMF-REPORTED-NOT-DEALT-WITH";
  private static final String SATISFIED = "PMF-SATISFIED";
  private static final List<String> FIELDS = List.of("estimate", "ciLow", "ciHigh");

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(StatementSchemaTest.resource("pmf-statement-2.json"));

  /** In each of the ten cells some have reported a problem, and nobody is dissatisfied. */
  private static void alsoAsked(Mongo mongo) {
    var more =
        new Document("counts.DEALT", new Document("no", 2).append("fully", 3))
            .append("counts.SATISFIED", new Document("very-satisfied", 4));
    var cells = mongo.collection("cells", Document.class);
    Wait.forResult(
        Publishers.done(cells.updateMany(new Document("wave", WAVE), new Document("$set", more))));
  }

  private static void plans(Town town, String id, String from, String to) {
    var plan =
        Town.body(
            "questionnaire",
            Town.body("id", "wave-core", "version", 7),
            "period",
            "2027-Q1",
            "from",
            from,
            "to",
            to,
            "graceDays",
            14,
            "modes",
            List.of("app"),
            "target",
            400);
    var planned =
        town.as("nadia").posts("/v1/localities/newport/waves", Town.body("id", id, "plan", plan));
    assertThat(planned.status()).as(planned.text()).isEqualTo(201);
  }

  private JsonNode statement(Town town, Path folder) {
    town.passes(Duration.ofSeconds(2));
    try (var files = Files.list(folder.resolve("pmf"))) {
      var last = files.sorted().reduce((one, other) -> other).orElseThrow();
      var event = EventJson.read(Files.readString(last));
      assertThat(schema.validate(event)).isEmpty();
      assertThat(event.path("subject").asText()).isEqualTo("newport/2026-Q4");
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode part(JsonNode event) {
    for (var part : event.at("/data/parts")) {
      if (part.at("/wave/id").asText().equals(WAVE)) {
        return part;
      }
    }
    throw new AssertionError("no part of " + WAVE);
  }

  private static JsonNode observation(JsonNode all, String measure, String breakdown) {
    for (var one : all) {
      if (one.path("measureId").asText().equals(measure)
          && one.path("breakdown").asText("all").equals(breakdown)) {
        return one;
      }
    }
    throw new AssertionError("no " + measure);
  }

  /** What each figure stands for, as text; none where it is not said. */
  private static Map<String, String> people(Iterable<JsonNode> observations) {
    var people = new TreeMap<String, String>();
    for (var one : observations) {
      if (one.has("populationEquivalent")) {
        var told = one.path("populationEquivalent");
        people.put(
            one.path("measureId").asText() + " " + one.path("breakdown").asText("all"),
            FIELDS.stream().map(told::path).map(JsonNode::asText).toList().toString());
      }
    }
    return people;
  }

  /** The same of the wave in the file; each number is that of the whole points in its row. */
  private static Map<String, String> csv(Town town, long adults) {
    var people = new TreeMap<String, String>();
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(town.nobody().gets("/v1/pmf/observations.csv").text()))) {
      for (var row : parser) {
        var columns = List.of("value", "ci_low", "ci_high");
        var told =
            List.of(
                row.get("population_equivalent"),
                row.get("population_equivalent_low"),
                row.get("population_equivalent_high"));
        if (row.get("wave").equals(WAVE) && !String.join("", told).isEmpty()) {
          people.put(row.get("measure") + " " + row.get("breakdown"), told.toString());
          for (var i = 0; i < told.size(); i++) {
            var share = Integer.parseInt(row.get(columns.get(i)));
            assertThat(Math.abs(Long.parseLong(told.get(i)) - share * adults / 100.0))
                .isLessThanOrEqualTo(25);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return people;
  }

  private static Map<String, String> sdmx(Town town) {
    var message = EventJson.read(town.nobody().gets("/v1/pmf/sdmx.json").text());
    var structure = message.at("/data/structures/0");
    var dimensions = structure.at("/dimensions/observation");
    var columns = new ArrayList<String>();
    structure.at("/measures/observation").forEach(one -> columns.add(one.path("id").asText()));
    structure.at("/attributes/observation").forEach(one -> columns.add(one.path("id").asText()));
    var told =
        Stream.of("", "_LOWER", "_UPPER")
            .map(end -> columns.indexOf("POPULATION_EQUIVALENT" + end))
            .toList();
    assertThat(told).allMatch(column -> column > 0);
    var people = new TreeMap<String, String>();
    for (var entry : message.at("/data/dataSets/0/observations").properties()) {
      var places = entry.getKey().split(":", -1);
      IntFunction<String> at = i -> dimensions.get(i).at("/values/" + places[i] + "/id").asText();
      var cells = told.stream().map(entry.getValue()::get).toList();
      if (at.apply(3).equals(WAVE) && !cells.stream().allMatch(JsonNode::isNull)) {
        people.put(
            at.apply(0) + " " + at.apply(4).replace('@', ':'),
            cells.stream().map(JsonNode::asText).toList().toString());
      }
    }
    return people;
  }

  private void isRefused(JsonNode event, String measure, String breakdown, String field, int n) {
    var broken = event.deepCopy();
    var one = (ObjectNode) observation(broken.at("/data/observations"), measure, breakdown);
    one.withObject("populationEquivalent")
        .put("estimate", 100)
        .put("ciLow", 100)
        .put("ciHigh", 100)
        .put(field, n);
    assertThat(schema.validate(broken)).as(measure + " " + breakdown).isNotEmpty();
  }

  @Test
  void release_statement_and_what_can_be_fetched_name_the_same_people(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      closed(town, mongo);
      alsoAsked(mongo);
      plans(town, "newport-summer", "2027-04-01", "2027-05-31");
      plans(town, "newport-spring", "2027-01-11", "2027-02-28");
      var release = town.as("pat").gets("/v1/releases/" + published(town)).json();
      var event = statement(town, folder);
      var observations = event.at("/data/observations");
      for (var figure : List.of(DARK, DEALT)) {
        assertThat(observation(observations, figure, "all").path("status").asText())
            .as(figure)
            .isEqualTo("OK");
      }
      assertThat(observation(observations, SATISFIED, "all").path("suppressionReason").asText())
          .isEqualTo("OVER_90_PERCENT");
      assertThat(observation(observations, DARK, "sex:female").path("status").asText())
          .isEqualTo("OK");

      // 45 in 100 of 7,520 adults, 37 to 53. Neither what a few are asked, nor a band, nor a group.
      var told = people(observations);
      assertThat(told).isEqualTo(Map.of(DARK + " all", "[3400, 2800, 4000]"));
      assertThat(people(release.path("observations"))).isEqualTo(told);
      var adults = part(event).at("/method/adults").asLong();
      assertThat(adults)
          .isEqualTo(
              town.nobody().gets("/v1/localities/newport").json().at("/population/adults").asLong())
          .isEqualTo(7_520);
      assertThat(csv(town, adults)).isEqualTo(told);
      assertThat(sdmx(town)).isEqualTo(told);

      // The next are expected once the two weeks of grace of the spring wave are over.
      assertThat(part(event).path("nextExpected").asText()).isEqualTo("2027-03-15");

      // The schema holds whoever writes a statement to it.
      isRefused(event, DARK, "all", "estimate", 3_249);
      isRefused(event, DARK, "sex:female", "estimate", 100);
      isRefused(event, SATISFIED, "all", "estimate", 100);

      // Worked out again, a release is what it was: it does not hold what follows from it.
      var again =
          town.as("pat").gets("/v1/releases/" + release.path("id").asText() + "/recompute").json();
      assertThat(again.path("same").asBoolean()).as(again.toString()).isTrue();
      assertThat(again.toString()).doesNotContain("populationEquivalent");

      // What is withdrawn stands for nobody.
      var why =
          Town.body("id", "x1", "period", "2026-Q4", "measures", List.of(DARK), "reason", "wrong");
      town.as("nadia").posts("/v1/localities/newport/pmf-withdrawals", why);
      town.as("pat").posts("/v1/pmf-withdrawals/x1/approve");
      assertThat(people(statement(town, folder).at("/data/observations"))).isEmpty();
      assertThat(csv(town, adults)).isEmpty();
      assertThat(sdmx(town)).isEmpty();
    }
  }
}
