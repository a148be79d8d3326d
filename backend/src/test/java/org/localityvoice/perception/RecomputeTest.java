package org.localityvoice.perception;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** An auditor checks published figures against the counts, and no answer is shown. */
@ExtendWith(StoreExtension.class)
class RecomputeTest {
  private static final String CELL = "newport-2026-q3|35-49|female";

  @Test
  void figures_are_worked_out_again_and_a_count_that_was_tampered_with_is_found(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var releases = town.as("nadia").gets("/v1/waves/newport-2026-q3/releases");
      var path = "/v1/releases/" + releases.at("/releases/0/id") + "/recompute";
      var good = town.as("pat").gets(path);
      assertThat(good.json().at("/same").asBoolean()).isTrue();
      assertThat(good.json().at("/figures").asInt()).isGreaterThan(10);
      assertThat(good.at("/cellDigest")).isEqualTo(releases.at("/releases/0/cellDigest"));
      assertThat(good.json().at("/differences")).isEmpty();
      assertThat(town.as("nora").gets(path).status()).isEqualTo(404);
      assertThat(town.as("ana").gets(path).status()).isEqualTo(404);

      // Twenty women are made to feel safe.
      var cells = store.connect().collection("cells", Document.class);
      var counts = "counts.SAFE_DARK.";
      var more =
          Publishers.first(
              cells.findOneAndUpdate(eq("_id", CELL), inc(counts + "fairly-safe", 20)));
      assertThat(Wait.forResult(more)).isPresent();
      var tampered = town.as("pat").gets(path);
      assertThat(tampered.json().at("/same").asBoolean()).isFalse();
      assertThat(tampered.text())
          .contains(
              "\"place\":\"cellDigest\"",
              "\"place\":\"PMF-SAFE-DARK/estimate\"",
              "\"recomputed\":\"something else\"")
          .doesNotContain("PMF-SAFE-DAY/estimate");
      // Nothing was changed by looking: put back, all is as it was.
      Wait.forResult(
          Publishers.first(
              cells.findOneAndUpdate(eq("_id", CELL), inc(counts + "fairly-safe", -20))));
      assertThat(town.as("pat").gets(path).text()).isEqualTo(good.text());
    }
  }

  @Test
  void a_wrong_count_of_an_option_is_found_and_the_right_one_is_not_told(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var release =
          town.as("nadia").gets("/v1/waves/newport-2026-q3/releases").at("/releases/0/id");
      var path = "/v1/releases/" + release + "/recompute";
      assertThat(town.as("pat").gets(path).text()).contains("\"same\":true", "\"notCompared\":[]");
      var releases = store.connect().collection("releases", Document.class);
      var kept = Wait.forResult(Publishers.one(releases.find(eq("_id", release)).first()));
      var figures = kept.get("figures", Document.class);
      var dark =
          figures.getList("counts", Document.class).stream()
              .filter(one -> one.getString("measureId").equals("PMF-SAFE-DARK"))
              .findFirst()
              .orElseThrow()
              .get("counts", Document.class);
      // Kept is what the statement has told.
      town.passes(Duration.ofSeconds(2));
      assertThat(told(town, "PMF-SAFE-DARK")).isEqualTo(dark);
      var right = dark.put("fairly-safe", 995);
      Wait.forResult(Publishers.one(releases.replaceOne(eq("_id", release), kept)));
      var wrong = town.as("pat").gets(path).json();
      assertThat(wrong.at("/same").asBoolean()).isFalse();
      assertThat(wrong.at("/differences"))
          .isEqualTo(
              Json.tree(
                  List.of(
                      Town.body(
                          "place",
                          "PMF-SAFE-DARK/counts/fairly-safe",
                          "released",
                          "995",
                          "recomputed",
                          "something else"))));

      // Counts that are told beside no reliable figure are in no check.
      dark.put("fairly-safe", right);
      var observation =
          figures.getList("observations", Document.class).stream()
              .filter(one -> one.getString("measureId").equals("PMF-SAFE-DARK"))
              .findFirst()
              .orElseThrow();
      observation.put("status", "SUPPRESSED");
      Wait.forResult(Publishers.one(releases.replaceOne(eq("_id", release), kept)));
      assertThat(town.as("pat").gets(path).text())
          .contains("\"place\":\"PMF-SAFE-DARK/counts/fairly-safe\",\"released\":\"null\"")
          .doesNotContain("\"" + right + "\"");

      // A release from before counts were kept says that it has none.
      observation.put("status", "OK");
      figures.remove("counts");
      Wait.forResult(Publishers.one(releases.replaceOne(eq("_id", release), kept)));
      assertThat(town.as("pat").gets(path).text())
          .contains("\"same\":true", "\"notCompared\":[\"counts\"]");
    }
  }

  /** Counts of options as anybody can fetch them. */
  private static Map<String, Integer> told(Town town, String measure) {
    var counts = new TreeMap<String, Integer>();
    var lines = town.nobody().gets("/v1/pmf/answers.csv").text().lines().toList();
    var columns = List.of(lines.get(0).split(","));
    for (var line : lines.subList(1, lines.size())) {
      var cells = List.of(line.split(","));
      if (cells.get(columns.indexOf("measure")).equals(measure)) {
        counts.put(
            cells.get(columns.indexOf("option")),
            Integer.valueOf(cells.get(columns.indexOf("respondents"))));
      }
    }
    return counts;
  }

  @Test
  void the_hundredth_release_of_a_wave_is_its_last(Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var releases = store.connect().collection("releases", Document.class);
      var path = "/v1/waves/newport-2026-q3/releases";
      var first =
          Wait.forResult(Publishers.one(releases.find(eq("wave", "newport-2026-q3")).first()));
      first.putAll(Map.of("outbox", List.of()));
      first.remove("outboxSince");
      var more =
          IntStream.rangeClosed(2, 99)
              .mapToObj(n -> new Document(first).append("_id", "r" + n).append("revision", n))
              .toList();
      Wait.forResult(Publishers.done(releases.insertMany(more)));
      assertThat(town.as("nadia").posts(path).problem())
          .as("the control: with ninety-nine it is another reason")
          .isEqualTo("release-unchanged");
      var last = new Document(first).append("_id", "r100").append("revision", 100);
      Wait.forResult(Publishers.done(releases.insertOne(last)));
      var refused = town.as("nadia").posts(path);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("release-last");
      assertThat(town.as("nadia").gets(path).json().at("/releases").size()).isEqualTo(100);
    }
  }

  @Test
  void a_figure_that_was_kept_back_to_cover_another_is_no_difference(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var releases = store.connect().collection("releases", Document.class);
      var dark = "figures.observations.$.";
      Wait.forResult(
          Publishers.first(
              releases.findOneAndUpdate(
                  and(
                      eq("wave", "newport-2026-q3"),
                      eq("figures.observations.measureId", "PMF-SAFE-DARK")),
                  combine(
                      set(dark + "status", "SUPPRESSED"),
                      set(dark + "suppressionReason", "SMALL_NUMBERS"),
                      unset(dark + "estimate"),
                      unset(dark + "ciLow"),
                      unset(dark + "ciHigh"),
                      unset(dark + "se"),
                      unset(dark + "baseValid"),
                      unset(dark + "effectiveBase"),
                      unset(dark + "designEffect")))));
      var id = town.as("nadia").gets("/v1/waves/newport-2026-q3/releases").at("/releases/0/id");
      var path = "/v1/releases/" + id + "/recompute";
      assertThat(town.as("pat").gets(path).text())
          .as("the control: the ledger knows of nothing kept back")
          .contains("\"place\":\"PMF-SAFE-DARK/estimate\"");

      var ledgers = store.connect().collection("ledgers", Document.class);
      var ledger =
          Wait.forResult(Publishers.one(ledgers.find(eq("_id", "newport-2026-q3")).first()));
      for (var entry : ledger.getList("entries", Document.class)) {
        for (var row : entry.getList("rows", Document.class)) {
          if (row.getString("question").equals("SAFE_DARK")) {
            row.getList("treatments", Document.class).forEach(one -> one.put("treatment", "COVER"));
          }
        }
      }
      Wait.forResult(Publishers.one(ledgers.replaceOne(eq("_id", "newport-2026-q3"), ledger)));
      assertThat(town.as("pat").gets(path).json().at("/differences")).isEmpty();
    }
  }

  @Test
  void a_release_from_before_there_were_weights_can_still_be_read(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var releases = store.connect().collection("releases", Document.class);
      Wait.forResult(
          Publishers.first(
              releases.findOneAndUpdate(eq("wave", "newport-2026-q3"), unset("figures.basis"))));
      var seen = town.as("nadia").gets("/v1/waves/newport-2026-q3/releases");
      assertThat(seen.status()).isEqualTo(200);
      assertThat(seen.json().at("/releases/0/basis").isMissingNode()).isTrue();
      var path = "/v1/releases/" + seen.at("/releases/0/id") + "/recompute";
      assertThat(town.as("pat").gets(path).text()).contains("\"place\":\"basis/weighting\"");
    }
  }
}
