package org.localityvoice.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.pledge.Neighbours.entry;
import static org.localityvoice.pledge.Neighbours.ids;
import static org.localityvoice.pmf.Told.change;
import static org.localityvoice.pmf.Told.share;
import static org.localityvoice.pmf.Told.withheld;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.pmf.Told;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What the feed tells of surveys: what is released, and what became of it. */
@ExtendWith(StoreExtension.class)
class WhatPeopleSaidTest {
  private static final String FEED = "/v1/localities/newport/you-said";
  private static final String ALL = FEED + "?limit=200";
  private static final String SUMMER = "perceptions.newport-2026-q3.PMF-SAFE-DARK";
  private static final String DARK = "perceptions.newport-2026-q4.PMF-SAFE-DARK";
  private static final String COHESION = "perceptions.newport-2026-q4.PMF-COHESION";

  @Test
  void a_release_is_told_with_its_range_what_is_withheld_is_not_clear_and_a_withdrawal_is_marked(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      town.passes(Duration.ofSeconds(2));
      var before = town.nobody().gets(ALL);
      // The sample's wave of the summer is released; that of the autumn is still open.
      var summer = entry(before, SUMMER);
      assertThat(summer.path("part").asText()).isEqualTo("you-said");
      assertThat(summer.path("sentence").asText()).contains("in 100", "could be between");
      assertThat(ids(before)).isNotEmpty().noneMatch(id -> id.contains("2026-q4"));

      new Told(store.connect())
          .wave(
              "pmf_w1",
              "2026-Q4",
              1,
              share(
                  "PMF-SAFE-DARK", "safe-dark-lga5-v1", 41.3, change(5, -5, 15, "no_clear_change")),
              withheld("PMF-COHESION", "cohesion-cls4-v1"));
      town.passes(Duration.ofSeconds(2));
      var feed = town.nobody().gets(ALL);
      var dark = entry(feed, DARK);
      assertThat(dark.path("part").asText()).isEqualTo("you-said");
      assertThat(dark.path("sentence").asText())
          .isEqualTo(
              "41 in 100 feel safe after dark; could be between 34 and 48; no clear change.");
      assertThat(dark.path("basis").asText())
          .isEqualTo("Asked from 1 October 2026 to 31 December 2026; about 185 people answered.");
      assertThat(dark.path("theme").asText()).isEqualTo("feeling-safe");
      var hidden = entry(feed, COHESION);
      assertThat(hidden.path("part").asText()).isEqualTo("not-clear-yet");
      assertThat(hidden.path("sentence").asText()).contains("too few people answered");
      assertThat(feed.text()).doesNotContain("41.3").doesNotContain("FEWER_THAN");
      // The newest comes first, and what was there before is there still.
      assertThat(ids(feed).indexOf(DARK)).isLessThan(ids(feed).indexOf(SUMMER));
      assertThat(ids(feed)).containsAll(ids(before));

      // The very statement can be looked up, and what was asked.
      var rows = town.nobody().gets(dark.at("/sources/0/link").asText());
      assertThat(rows.text()).contains("PMF-SAFE-DARK", "2026-Q4").doesNotContain("2026-Q3");
      assertThat(town.nobody().gets(summer.at("/sources/1/link").asText()).status()).isEqualTo(200);

      var polish = entry(town.nobody().gets(ALL, "Accept-Language", "pl"), DARK);
      assertThat(polish.path("sentence").asText())
          .startsWith("41 na 100 osób czuje się bezpiecznie po zmroku");

      var wish = Town.body("id", "x1", "period", "2026-Q4", "reason", "counted the wrong street");
      town.as("nadia").posts("/v1/localities/newport/pmf-withdrawals", wish);
      assertThat(entry(town.nobody().gets(ALL), DARK).path("withdrawn").asBoolean()).isFalse();
      town.as("pat").posts("/v1/pmf-withdrawals/x1/approve");
      town.passes(Duration.ofSeconds(2));
      var after = town.nobody().gets(ALL);
      var gone = entry(after, DARK);
      assertThat(gone.path("part").asText()).isEqualTo("not-clear-yet");
      assertThat(gone.path("withdrawn").asBoolean()).isTrue();
      assertThat(gone.path("sentence").asText())
          .isEqualTo("Feel safe after dark: this figure was withdrawn.");
      assertThat(entry(after, SUMMER)).isEqualTo(summer);
      // Why it was withdrawn was somebody's own words.
      assertThat(after.text()).doesNotContain("wrong street").doesNotContain("41 in 100");

      asked(town);
    }
  }

  private static void asked(Town town) {
    assertThat(ids(town.nobody().gets("/v1/localities/north-ormesby/you-said")))
        .noneMatch(id -> id.contains("newport"));
    var nowhere = town.nobody().gets("/v1/localities/nowhere/you-said");
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.problem()).isEqualTo("not-found");
    for (var mark : new String[] {"abc", "MjAyNi0xMi0zMQ", "bm90IGEtZGF5"}) {
      var refused = town.nobody().gets(FEED + "?after=" + mark);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.places()).containsExactly("query:after");
    }
    assertThat(town.nobody().gets(FEED + "?limit=201").status()).isEqualTo(400);
  }
}
