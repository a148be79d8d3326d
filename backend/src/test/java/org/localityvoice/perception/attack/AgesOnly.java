package org.localityvoice.perception.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.survey.Cell;
import org.localityvoice.testing.Wait;

/** Waves in Newport that ask one question and how old people are, with figures by age. */
final class AgesOnly {
  private static final String FORM = "/v1/questionnaires/night";

  private final Town town;
  private final Mongo mongo;

  AgesOnly(Town town, Mongo mongo) {
    this.town = town;
    this.mongo = mongo;
    var content =
        (ObjectNode)
            town.as("pat").gets("/v1/questionnaires/wave-core/versions/7").json().get("content");
    only((ArrayNode) content.get("strata"), "ageBand");
    only((ArrayNode) content.get("questions"), "SAFE_DARK");
    var begun =
        town.as("pat")
            .sends(
                "PUT",
                FORM + "/draft",
                BodyPublishers.ofByteArray(Json.bytes(content)),
                "If-None-Match",
                "*",
                "Content-Type",
                "application/json");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    var published =
        town.as("nadia")
            .sends(
                "POST",
                FORM + "/versions",
                BodyPublishers.noBody(),
                "Idempotency-Key",
                Person.key(),
                "If-Match",
                "\"1\"");
    assertThat(published.status()).as(published.text()).isEqualTo(201);
  }

  private static void only(ArrayNode parts, String id) {
    for (var i = parts.size() - 1; i >= 0; i--) {
      if (!parts.get(i).path("id").asText().equals(id)) {
        parts.remove(i);
      }
    }
  }

  /** Plans a wave, and closes it once its day has come. */
  void closes(String wave, String period, String from, String to) {
    var plan =
        Town.body(
            "questionnaire",
            Town.body("id", "night", "version", 1),
            "period",
            period,
            "from",
            from,
            "to",
            to,
            "graceDays",
            7,
            "modes",
            List.of("app", "paper"),
            "target",
            400,
            "breakdowns",
            List.of("ageBand"));
    var planned =
        town.as("nadia").posts("/v1/localities/newport/waves", Town.body("id", wave, "plan", plan));
    assertThat(planned.status()).as(planned.text()).isEqualTo(201);
    assertThat(town.as("nadia").posts("/v1/waves/" + wave + "/close").status()).isEqualTo(200);
  }

  /** What there is in the wave's cells, in place of what was there. */
  void answered(String wave, World world) {
    var cells = mongo.collection("cells", Cell.class);
    for (var b = 0; b < World.BANDS.size(); b++) {
      var band = World.BANDS.get(b);
      var n = world.n()[b];
      Wait.forResult(Publishers.done(cells.deleteOne(new Document("_id", wave + "|" + band))));
      if (n > 0) {
        var paper = b == 0 ? Math.min(n, 3) : 0;
        Wait.forResult(
            Publishers.done(
                cells.insertOne(
                    new Cell(
                        wave + "|" + band,
                        wave,
                        1,
                        Map.of("ageBand", band),
                        n,
                        Map.of(
                            "SAFE_DARK",
                            Map.of(
                                "fairly-safe", world.yes()[b], "very-unsafe", n - world.yes()[b])),
                        paper > 0 ? Map.of("app", n - paper, "paper", paper) : Map.of("app", n),
                        Map.of("en", n)))));
      }
    }
  }

  /** Residents at random, few of whom are of one band, and who are not of one mind. */
  static World random(Random random) {
    var n = new int[World.BANDS.size()];
    var yes = new int[n.length];
    var small = random.nextInt(n.length - 1);
    for (var b = 0; b < n.length - 1; b++) {
      n[b] = b == small ? 1 + random.nextInt(9) : 24 + random.nextInt(40);
      var share = 0.25 + 0.5 * random.nextDouble();
      for (var i = 0; i < n[b]; i++) {
        yes[b] += random.nextDouble() < share ? 1 : 0;
      }
    }
    n[n.length - 1] = random.nextInt(3);
    return new World(n, yes);
  }

  /** Proposed by one person and approved by another. */
  Answer publishes(String wave) {
    var proposed = town.as("nadia").posts("/v1/waves/" + wave + "/releases");
    if (proposed.status() != 201) {
      return proposed;
    }
    return town.as("pat").posts("/v1/releases/" + proposed.at("/id") + "/approve");
  }
}
