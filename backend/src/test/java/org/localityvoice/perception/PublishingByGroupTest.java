package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
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

/** A wave with figures by age and sex, and late forms that come in after its release. */
@ExtendWith(StoreExtension.class)
class PublishingByGroupTest {
  private static final String WAVE = "newport-2026-winter";
  private static final String AT = "/v1/waves/" + WAVE;

  private static void cell(Mongo mongo, String age, String sex, int safe, int unsafe) {
    var id = WAVE + "|" + age + "|" + sex;
    var n = safe + unsafe;
    var cells = mongo.collection("cells", Cell.class);
    Wait.forResult(Publishers.done(cells.deleteOne(new Document("_id", id))));
    var cell =
        new Cell(
            id,
            WAVE,
            1,
            Map.of("ageBand", age, "sex", sex),
            n,
            Map.of("SAFE_DARK", Map.of("fairly-safe", safe, "very-unsafe", unsafe)),
            Map.of("paper", n),
            Map.of("en", n));
    Wait.forResult(Publishers.done(cells.insertOne(cell)));
  }

  private static JsonNode figure(JsonNode breakdowns, String group) {
    return StreamSupport.stream(breakdowns.at("/figures").spliterator(), false)
        .filter(one -> one.at("/breakdown").asText().equals(group))
        .filter(one -> one.at("/measureId").asText().equals("PMF-SAFE-DARK"))
        .findFirst()
        .orElseThrow();
  }

  private static String plannedAndClosed(Town town, Mongo mongo) {
    var plan =
        Town.body(
            "questionnaire",
            Town.body("id", "wave-core", "version", 7),
            "period",
            "2026-Q4",
            "from",
            "2026-11-23",
            "to",
            "2026-12-01",
            "graceDays",
            7,
            "modes",
            List.of("app", "paper"),
            "target",
            400,
            "breakdowns",
            List.of("ageBand", "sex"));
    var planned =
        town.as("nadia").posts("/v1/localities/newport/waves", Town.body("id", WAVE, "plan", plan));
    assertThat(planned.status()).as(planned.text()).isEqualTo(201);
    town.as("nadia").posts(AT + "/close");
    cell(mongo, "16-24", "female", 2, 1);
    cell(mongo, "16-24", "male", 1, 2);
    cell(mongo, "25-34", "female", 8, 7);
    cell(mongo, "25-34", "male", 7, 9);
    cell(mongo, "35-49", "female", 12, 13);
    cell(mongo, "35-49", "male", 11, 9);
    cell(mongo, "50-64", "female", 20, 10);
    cell(mongo, "50-64", "male", 15, 15);
    cell(mongo, "65-plus", "female", 1, 21);
    cell(mongo, "65-plus", "male", 1, 21);
    return AT + "/releases";
  }

  @Test
  void tells_of_groups_that_are_large_enough_and_holds_what_could_be_subtracted(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      var releases = plannedAndClosed(town, mongo);

      // Six young people are too few. The next smallest group covers them; nobody can tell which.
      var proposed = town.as("nadia").posts(releases);
      assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
      var first = "/v1/releases/" + proposed.at("/id");
      var told = town.as("pat").gets(first + "/breakdowns").json();
      assertThat(told.at("/published").asBoolean()).isFalse();
      assertThat(told.at("/audit/narrowest").asInt()).isGreaterThanOrEqualTo(10);
      var young = figure(told, "ageBand:16-24");
      var cover = figure(told, "ageBand:25-34");
      assertThat(young.at("/suppressionReason").asText()).isEqualTo("SMALL_NUMBERS");
      assertThat(cover.at("/suppressionReason").asText()).isEqualTo("SMALL_NUMBERS");
      assertThat(young.get("estimate").isNull() && young.get("baseValid").isNull()).isTrue();
      // Two of forty-four feel safe: that is a band, and not whether it is none, one or two.
      var old = figure(told, "ageBand:65-plus");
      assertThat(old.at("/suppressionReason").asText()).matches("UNDER_(5|10)_PERCENT");
      assertThat(old.get("baseValid").isNull()).isTrue();
      assertThat(figure(told, "ageBand:50-64").at("/baseValid").asInt()).isEqualTo(60);
      assertThat(town.as("nora").gets(first + "/breakdowns").status()).isEqualTo(404);

      var approved = town.as("pat").posts(first + "/approve");
      assertThat(approved.at("/state")).isEqualTo("published");
      assertThat(town.as("pat").gets(first + "/breakdowns").at("/published")).isEqualTo("true");

      // Four late forms would be known by subtraction; twelve are enough to hide behind.
      cell(mongo, "50-64", "female", 24, 10);
      var held = town.as("nadia").posts(releases);
      assertThat(held.problem()).isEqualTo("release-too-close");
      assertThat(held.at("/detail")).contains(proposed.at("/id"), "SAFE_DARK", "all");
      assertThat(town.as("nadia").gets(releases).json().at("/releases").size()).isEqualTo(1);
      cell(mongo, "50-64", "female", 26, 16);
      var second = town.as("nadia").posts(releases);
      assertThat(second.status()).as(second.text()).isEqualTo(201);
      assertThat(town.as("pat").posts("/v1/releases/" + second.at("/id") + "/approve").status())
          .isEqualTo(200);
    }
  }
}
