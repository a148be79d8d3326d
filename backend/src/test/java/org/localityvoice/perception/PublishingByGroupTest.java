package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** A wave with figures by age and sex, and late forms that come in after its release. */
@ExtendWith(StoreExtension.class)
class PublishingByGroupTest {
  /** Key of the request that proposes the correction. */
  private static final String LATE = "late-forms-0000001";

  private static JsonNode figure(JsonNode breakdowns, String group) {
    return StreamSupport.stream(breakdowns.at("/figures").spliterator(), false)
        .filter(one -> one.at("/breakdown").asText().equals(group))
        .filter(one -> one.at("/measureId").asText().equals("PMF-SAFE-DARK"))
        .findFirst()
        .orElseThrow();
  }

  private static Answer because(Town town, String key, String reason) {
    return town.as("nadia")
        .posts(GroupedWave.RELEASES, Town.body("reason", reason), "Idempotency-Key", key);
  }

  private static JsonNode latest(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var last = files.sorted().reduce((one, other) -> other).orElseThrow();
      return new ObjectMapper().readTree(Files.readString(last));
    }
  }

  @Test
  void tells_of_groups_that_are_large_enough_and_holds_what_could_be_subtracted(
      Store store, @TempDir Path folder) throws IOException {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      GroupedWave.closed(town, mongo);
      var releases = GroupedWave.RELEASES;

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
      GroupedWave.cell(mongo, "50-64", "female", 24, 10);
      var held = town.as("nadia").posts(releases);
      assertThat(held.problem()).isEqualTo("release-too-close");
      assertThat(held.at("/detail")).contains(proposed.at("/id"), "SAFE_DARK", "all");
      assertThat(town.as("nadia").gets(releases).json().at("/releases").size()).isEqualTo(1);
      GroupedWave.cell(mongo, "50-64", "female", 26, 16);
      assertThat(because(town, LATE, "     ").places()).containsExactly("#/reason");
      assertThat(because(town, LATE, "late\u202e forms").places()).containsExactly("#/reason");
      var second = because(town, LATE, "late paper forms");
      assertThat(second.status()).as(second.text()).isEqualTo(201);
      assertThat(because(town, LATE, "late paper forms").text()).isEqualTo(second.text());
      assertThat(because(town, LATE, "a wrong figure").problem()).isEqualTo("key-used-before");
      assertThat(town.as("nadia").retries(releases, LATE).problem()).isEqualTo("key-used-before");
      var out = town.as("pat").posts("/v1/releases/" + second.at("/id") + "/approve");
      assertThat(out.status()).isEqualTo(200);
      assertThat(out.at("/reason")).isEqualTo("late paper forms");

      // Whoever has used the figures is told why there are others.
      town.passes(Duration.ofSeconds(2));
      var stated = latest(folder.resolve("pmf"));
      assertThat(stated.at("/data/revision").asInt()).isEqualTo(2);
      assertThat(stated.at("/data/reason").asText()).isEqualTo("late paper forms");
      assertThat(stated.at("/data/supersedes").asText()).isEqualTo("pmf_" + proposed.at("/id"));
    }
  }
}
