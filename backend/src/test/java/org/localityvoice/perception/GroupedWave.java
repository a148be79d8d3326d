package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.survey.Cell;
import org.localityvoice.testing.Wait;

/** A closed wave in Newport whose plan names figures by age and sex. */
public final class GroupedWave {
  private static final String WAVE = "newport-2026-winter";

  /** Where it is. */
  public static final String AT = "/v1/waves/" + WAVE;

  /** Where its releases are. */
  public static final String RELEASES = AT + "/releases";

  private GroupedWave() {}

  /** So many of an age and sex feel safe after dark, and so many do not; in place of others. */
  public static void cell(Mongo mongo, String age, String sex, int safe, int unsafe) {
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

  /** Plans and closes it, with six young people, and two of forty-four old ones who feel safe. */
  public static void closed(Town town, Mongo mongo) {
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
  }

  /** Has its figures proposed by one person and approved by another; tells the release's id. */
  public static String published(Town town) {
    var proposed = town.as("nadia").posts(RELEASES);
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    var approved = town.as("pat").posts("/v1/releases/" + proposed.at("/id") + "/approve");
    assertThat(approved.at("/state")).as(approved.text()).isEqualTo("published");
    return proposed.at("/id");
  }
}
