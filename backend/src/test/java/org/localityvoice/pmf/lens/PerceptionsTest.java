package org.localityvoice.pmf.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.pmf.Told.change;
import static org.localityvoice.pmf.Told.share;
import static org.localityvoice.pmf.Told.withheld;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.pmf.Told;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What people say, for everybody to read. */
@ExtendWith(StoreExtension.class)
class PerceptionsTest {
  private static final String PERCEPTIONS = "/v1/localities/newport/perceptions";
  private static final String DARK = "safe-dark-lga5-v1";

  private static JsonNode of(Answer answer, String measure) {
    for (var one : answer.json().path("perceptions")) {
      if (one.path("measure").asText().equals(measure)) {
        return one;
      }
    }
    throw new AssertionError("no " + measure);
  }

  private static void says(Answer answer, String measure, String sentence) {
    assertThat(of(answer, measure).path("sentence").asText()).isEqualTo(sentence);
  }

  @Test
  void a_figure_comes_with_its_range_and_verdict_and_a_missing_one_with_why(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var told = new Told(store.connect());
      told.wave(
          "pmf_w1",
          "2026-Q4",
          1,
          share("PMF-SAFE-DARK", DARK, 41.3, change(5.1, -5.7, 15.7, "no_clear_change")),
          share("PMF-SAFE-DAY", "safe-day-lga5-v1", 60, change(-14, -20, -8, "down"))
              .replace("\"OK\"", "\"LOW_RELIABILITY\""),
          share("PMF-STAY", "stay-cls5-v1", 55, "null"),
          share("PMF-BELONG", "belong-cls4-v1", 50, change(14, 8, 20, "up")),
          withheld("PMF-COHESION", "cohesion-cls4-v1"),
          withheld("PMF-ACTS", "acts-lga4-v1").replace("SUPPRESSED\",\"est", "NO_BASE\",\"est"));
      town.passes(Duration.ofSeconds(2));

      var english = town.nobody().gets(PERCEPTIONS);
      says(
          english,
          "PMF-SAFE-DARK",
          "41 in 100 feel safe after dark; could be between 34 and 48; no clear change.");
      says(
          english,
          "PMF-SAFE-DAY",
          "60 in 100 feel safe during the day; could be between 53 and 67; clearly fewer than the"
              + " time before. Few people answered, so this is not very sure.");
      says(
          english,
          "PMF-STAY",
          "55 in 100 would like to still live here in five years; could be between 48 and 62;"
              + " nothing to compare it with yet.");
      assertThat(of(english, "PMF-BELONG").path("sentence").asText()).contains("clearly more");
      var hidden = of(english, "PMF-COHESION");
      assertThat(hidden.path("sentence").asText())
          .endsWith(": too few people answered to say it without pointing at somebody.");
      assertThat(hidden.has("inHundred") || hidden.has("base") || hidden.has("low")).isFalse();
      var dark = of(english, "PMF-SAFE-DARK");
      assertThat(dark.path("when").asText())
          .isEqualTo("Asked from 1 October 2026 to 31 December 2026; about 185 people answered.");
      assertThat(dark.path("inHundred").asInt()).isEqualTo(41);
      assertThat(english.text()).doesNotContain("41.3").doesNotContain("FEWER_THAN");

      var polish = town.nobody().gets(PERCEPTIONS, "Accept-Language", "pl");
      assertThat(polish.header("Content-Language")).isEqualTo("pl");
      says(
          polish,
          "PMF-SAFE-DARK",
          "41 na 100 osób czuje się bezpiecznie po zmroku; może to być od 34 do 48; bez wyraźnej"
              + " zmiany.");
      assertThat(of(polish, "PMF-SAFE-DARK").path("when").asText())
          .isEqualTo(
              "Pytano od 1 października 2026 do 31 grudnia 2026; odpowiedziało około 185 osób.");
      assertThat(town.nobody().gets(PERCEPTIONS, "If-None-Match", english.header("ETag")).status())
          .isEqualTo(304);
      assertThat(town.nobody().gets("/v1/localities/nowhere/perceptions").status()).isEqualTo(404);
      assertThat(
              town.nobody()
                  .gets("/v1/localities/north-ormesby/perceptions")
                  .json()
                  .path("perceptions"))
          .isEmpty();
    }
  }

  @Test
  void a_withdrawn_figure_says_so_and_an_older_one_does_not_stand_in_for_it(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      // The sample's made-up wave is there already.
      town.passes(Duration.ofSeconds(2));
      assertThat(of(town.nobody().gets(PERCEPTIONS), "PMF-SAFE-DARK").path("inHundred").asInt())
          .isBetween(1, 99);
      var wish = Town.body("id", "x1", "period", "2026-Q3", "reason", "made up all along");
      town.as("nadia").posts("/v1/localities/newport/pmf-withdrawals", wish);
      town.as("pat").posts("/v1/pmf-withdrawals/x1/approve");
      town.passes(Duration.ofSeconds(2));
      says(
          town.nobody().gets(PERCEPTIONS),
          "PMF-SAFE-DARK",
          "Feel safe after dark: this figure was withdrawn.");
    }
  }
}
