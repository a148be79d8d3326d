package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.survey.Cell;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Nobody can work out from a change the figure that it starts from, unless they were told it. */
@ExtendWith(StoreExtension.class)
class ChangeFromWhatWasToldTest {
  private static final String DARK = "PMF-SAFE-DARK";
  private static final String COHESION = "PMF-COHESION";
  private static final List<String> BANDS = List.of("16-24", "25-34", "35-49", "50-64", "65-plus");

  @Test
  void what_was_hidden_or_is_withdrawn_is_not_told_by_a_difference(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      // Nine say how safe they feel by day. So eighteen by night are hidden to cover them, though
      // they would be enough for a figure.
      closes(town, mongo, "newport-first", "2026-Q4", 18, 9);
      var first = approved(town, proposed(town, "newport-first"));
      assertThat(of(first, DARK).path("status").asText()).isEqualTo("SUPPRESSED");
      assertThat(of(first, COHESION).path("status").asText()).isEqualTo("OK");

      town.clock().advance(Duration.ofDays(60));
      closes(town, mongo, "newport-second", "2027-Q1", 30, 30);
      var second = approved(town, proposed(town, "newport-second"));
      assertThat(of(second, DARK).path("estimate").isNumber()).isTrue();
      assertThat(of(second, DARK).path("change").isNull()).as("from what was hidden").isTrue();
      assertThat(of(second, COHESION).at("/change/vs").asText()).isEqualTo("newport-first");
      assertThat(comparedSeries(second)).contains("\"cohesion-").doesNotContain("\"safe-d");
      checks(town, second);

      // A wave that nobody answered, or hardly anybody, takes the trend from none after it.
      town.clock().advance(Duration.ofDays(30));
      plans(town, "newport-empty", "2027-Q1", "wave-core", 7, "app");
      assertThat(town.as("nadia").posts("/v1/waves/newport-empty/close").status()).isEqualTo(200);
      approved(town, proposed(town, "newport-empty"));

      // The control: told in the second, both are compared with it. Until one is withdrawn.
      town.clock().advance(Duration.ofDays(30));
      closes(town, mongo, "newport-third", "2027-Q2", 30, 30);
      var third = proposed(town, "newport-third");
      assertThat(of(third, DARK).at("/change/vs").asText()).isEqualTo("newport-second");
      assertThat(of(third, COHESION).at("/change/vs").asText()).isEqualTo("newport-second");
      withdraws(town, "2027-Q1");
      var approved = approved(town, third);
      assertThat(of(approved, COHESION).path("estimate").isNumber()).isTrue();
      assertThat(of(approved, COHESION).path("change").isNull()).as("withdrawn").isTrue();
      assertThat(of(approved, DARK).at("/change/vs").asText()).isEqualTo("newport-second");
      assertThat(comparedSeries(approved)).contains("\"safe-dark-").doesNotContain("\"cohesion-");
      checks(town, approved);
      checks(town, second);

      // Published anew, the second counts again.
      cells(mongo, "newport-second", 30, 30, 8);
      approved(town, proposed(town, "newport-second"));
      cells(mongo, "newport-third", 30, 30, 8);
      var again = proposed(town, "newport-third");
      assertThat(of(again, COHESION).at("/change/vs").asText()).isEqualTo("newport-second");

      // What a reader must know is the same wherever a figure is read.
      assertThat(caveats(second)).isEqualTo("SELF_SELECTED PARTIAL_WAVE");
      assertThat(fetched(town, "newport-second")).contains(",SELF_SELECTED PARTIAL_WAVE");
      inEnglishOnly(mongo);
      town.clock().advance(Duration.ofDays(90));
      plans(town, "newport-fourth", "2027-Q3", "core-en", 1, "app", "paper");
      town.clock().advance(Duration.ofDays(16));
      assertThat(town.as("nadia").posts("/v1/waves/newport-fourth/close").status()).isEqualTo(200);
      cells(mongo, "newport-fourth", 30, 30, 4);
      var fourth = approved(town, proposed(town, "newport-fourth"));
      assertThat(caveats(fourth)).isEqualTo("SELF_SELECTED SMALL_LANGUAGE_COVERAGE MODE_CHANGE");
      assertThat(of(fourth, COHESION).path("change").isNull()).isTrue();
      assertThat(fetched(town, "newport-fourth")).contains("," + caveats(fourth)).contains(",B,");
      checks(town, fourth);
    }
  }

  private static String caveats(JsonNode release) {
    var all = new ArrayList<String>();
    of(release, COHESION).path("caveats").forEach(one -> all.add(one.asText()));
    return String.join(" ", all);
  }

  /** What of a wave's figure anybody can fetch, which is read from its statement. */
  private static String fetched(Town town, String wave) {
    town.passes(Duration.ofSeconds(2));
    return town.nobody()
        .gets("/v1/pmf/observations.csv")
        .text()
        .lines()
        .filter(row -> row.contains(wave) && row.startsWith(COHESION + ","))
        .collect(Collectors.joining());
  }

  /** The same questionnaire, and nobody has translated it. */
  private static void inEnglishOnly(Mongo mongo) {
    var all = mongo.collection("questionnaires", Document.class);
    var form = Wait.forResult(Publishers.one(all.find(new Document("_id", "wave-core@7")).first()));
    form.put("_id", "core-en@1");
    form.put("name", "core-en");
    form.put("version", 1);
    form.put("languages", List.of("en"));
    Wait.forResult(Publishers.done(all.insertOne(form)));
  }

  /** An auditor finds everything as it was released. */
  private static void checks(Town town, JsonNode release) {
    var path = "/v1/releases/" + release.path("id").asText() + "/recompute";
    var checked = town.as("pat").gets(path).json();
    assertThat(checked.path("same").asBoolean()).as(checked.toString()).isTrue();
  }

  private static void withdraws(Town town, String period) {
    var wish =
        Town.body("id", "x1", "period", period, "measures", List.of(COHESION), "reason", "wrong");
    town.passes(Duration.ofSeconds(2));
    var sent = town.as("nadia").posts("/v1/localities/newport/pmf-withdrawals", wish);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    assertThat(town.as("pat").posts("/v1/pmf-withdrawals/x1/approve").status()).isEqualTo(200);
    town.passes(Duration.ofSeconds(2));
    town.passes(Duration.ofSeconds(2));
  }

  private static JsonNode proposed(Town town, String wave) {
    var proposed = town.as("nadia").posts("/v1/waves/" + wave + "/releases");
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    return proposed.json();
  }

  private static JsonNode approved(Town town, JsonNode proposal) {
    var path = "/v1/releases/" + proposal.path("id").asText() + "/approve";
    var approved = town.as("pat").posts(path);
    assertThat(approved.at("/state")).as(approved.text()).isEqualTo("published");
    return approved.json();
  }

  private static String comparedSeries(JsonNode release) {
    return release.at("/basis/comparedSeries").toString();
  }

  private static JsonNode of(JsonNode release, String measure) {
    for (var one : release.path("observations")) {
      if (one.path("measureId").asText().equals(measure)) {
        return one;
      }
    }
    throw new AssertionError("no " + measure);
  }

  /** Plans a wave, closes it, and puts counts into it. */
  private static void closes(
      Town town, Mongo mongo, String wave, String period, int dark, int day) {
    plans(town, wave, period, "wave-core", 7, "app");
    assertThat(town.as("nadia").posts("/v1/waves/" + wave + "/close").status()).isEqualTo(200);
    cells(mongo, wave, dark, day, 4);
  }

  private static void plans(
      Town town, String wave, String period, String form, int version, String... modes) {
    var today = LocalDate.ofInstant(town.clock().instant(), ZoneOffset.UTC);
    var plan =
        Town.body(
            "questionnaire",
            Town.body("id", form, "version", version),
            "period",
            period,
            "from",
            today.toString(),
            "to",
            today.plusDays(8).toString(),
            "graceDays",
            7,
            "modes",
            List.of(modes),
            "target",
            400,
            "breakdowns",
            List.of());
    var planned =
        town.as("nadia").posts("/v1/localities/newport/waves", Town.body("id", wave, "plan", plan));
    assertThat(planned.status()).as(planned.text()).isEqualTo(201);
  }

  /** Ten cells; in each so many answer about neighbours, and of the others as many as there are. */
  private static void cells(Mongo mongo, String wave, int dark, int day, int neighbours) {
    var cells = mongo.collection("cells", Cell.class);
    for (var i = 0; i < 2 * BANDS.size(); i++) {
      var band = BANDS.get(i / 2);
      var sex = i % 2 == 0 ? "female" : "male";
      var id = wave + "|" + band + "|" + sex;
      var counts = new HashMap<String, Map<String, Integer>>();
      counts.put("SAFE_DARK", halves(share(dark, i), "fairly-safe", "very-unsafe"));
      counts.put("SAFE_DAY", halves(share(day, i), "fairly-safe", "very-unsafe"));
      counts.put("COHESION", halves(neighbours, "tend-to-agree", "definitely-disagree"));
      Wait.forResult(Publishers.done(cells.deleteOne(new Document("_id", id))));
      var cell =
          new Cell(
              id,
              wave,
              1,
              Map.of("ageBand", band, "sex", sex),
              neighbours,
              counts,
              Map.of("app", neighbours),
              Map.of("en", neighbours));
      Wait.forResult(Publishers.done(cells.insertOne(cell)));
    }
  }

  private static int share(int all, int cell) {
    return (all + 9 - cell) / 10;
  }

  private static Map<String, Integer> halves(int n, String yes, String no) {
    return Map.of(yes, (n + 1) / 2, no, n / 2);
  }
}
