package org.localityvoice.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.pledge.Neighbours.entry;
import static org.localityvoice.pledge.Neighbours.ids;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What the feed tells of reports, over a winter. */
@ExtendWith(StoreExtension.class)
class WhatBecameOfReportsTest {
  private static final String NEWPORT = "/v1/localities/newport/you-said?limit=200";
  private static final String ORMESBY = "/v1/localities/north-ormesby/you-said?limit=200";
  private static final String OCTOBER_TO_DECEMBER =
      ", reported from 1 October 2026 to 31 December 2026: by the end of ";

  private static void is(Answer feed, String id, String part, int count, String sentence) {
    var entry = entry(feed, id);
    assertThat(entry.path("part").asText()).isEqualTo(part);
    assertThat(entry.path("count").asInt()).isEqualTo(count);
    assertThat(entry.path("sentence").asText()).isEqualTo(sentence);
  }

  /** The number in the figures that an entry links to. */
  private static int atTheSource(Town town, Answer feed, String id, String category, String cell) {
    var figures = town.nobody().gets(entry(feed, id).at("/sources/0/link").asText());
    assertThat(figures.status()).isEqualTo(200);
    for (var group : figures.json().path("groups")) {
      for (var count : group.at("/figures/counts")) {
        if (group.path("id").asText().equals(category) && count.path("id").asText().equals(cell)) {
          return count.path("value").asInt();
        }
      }
    }
    throw new AssertionError("no " + category + " in " + figures.text());
  }

  private static List<String> pageByPage(Town town, String path) {
    var all = new ArrayList<String>();
    var page = town.nobody().gets(path + "?limit=3");
    all.addAll(ids(page));
    while (page.json().has("next")) {
      page = town.nobody().gets(path + "?limit=3&after=" + page.at("/next"));
      assertThat(ids(page)).hasSizeBetween(1, 3);
      all.addAll(ids(page));
    }
    return all;
  }

  private static void midnight(Town town, String moment) {
    town.clock().set(Instant.parse(moment));
    town.works();
  }

  @Test
  void five_confirmed_holes_are_told_and_four_are_not_and_what_is_disputed_is_not_clear(
      Store store, @TempDir Path folder) {
    var clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
    String february;
    try (var town = Town.on(store, folder, clock, Map.of())) {
      var people = new Neighbours(town);
      var holes = people.potholes(5);
      var few = people.potholesInOrmesby(4);
      var disputed = people.litter(6);
      var unanswered = people.litter(7);
      people.done(holes);
      people.done(few);
      people.done(disputed);
      people.done(unanswered);
      people.fixed(holes);
      people.fixed(few);
      people.notFixed(disputed);

      // Of a quarter that is not over nothing is told.
      midnight(town, "2026-12-05T09:00:00Z");
      assertThat(ids(town.nobody().gets(NEWPORT))).noneMatch(id -> id.startsWith("reports"));

      midnight(town, "2027-01-05T09:00:00Z");
      var feed = town.nobody().gets(NEWPORT);
      is(
          feed,
          "reports.2026-Q4.pothole.confirmed",
          "we-did",
          5,
          "Hole in a road or path"
              + OCTOBER_TO_DECEMBER
              + "31 December 2026, 5 had been dealt with, and somebody other than the owner had"
              + " confirmed it.");
      is(
          feed,
          "reports.2026-Q4.litter.said-done-disputed",
          "not-clear-yet",
          6,
          "Litter or a full bin"
              + OCTOBER_TO_DECEMBER
              + "31 December 2026, 6 had been said to be done, and those affected or a warden"
              + " disagreed.");
      is(
          feed,
          "reports.2026-Q4.litter.said-done",
          "not-clear-yet",
          7,
          "Litter or a full bin"
              + OCTOBER_TO_DECEMBER
              + "31 December 2026, the owner had said of 7 that they were done. Nobody else had"
              + " confirmed that.");
      is(
          feed,
          "reports.2026-Q4.litter.problems",
          "you-said",
          13,
          "Litter or a full bin: 13 problems were reported from 1 October 2026 to 31 December"
              + " 2026.");
      assertThat(entry(feed, "reports.2026-Q4.litter.problems").path("basis").asText())
          .startsWith("Counted at the end of 31 December 2026. Numbers from 1 to 4 are not shown");
      assertThat(ids(feed)).doesNotContain("reports.2026-Q4.litter.confirmed");
      assertThat(feed.at("/note")).contains("does not mean that it came of it");

      // Each number stands at its source, and everybody may look.
      assertThat(
              atTheSource(town, feed, "reports.2026-Q4.pothole.confirmed", "pothole", "confirmed"))
          .isEqualTo(5);
      assertThat(
              atTheSource(
                  town,
                  feed,
                  "reports.2026-Q4.litter.said-done-disputed",
                  "litter",
                  "said-done-disputed"))
          .isEqualTo(6);
      var ormesby = town.nobody().gets(ORMESBY);
      assertThat(ids(ormesby)).noneMatch(id -> id.startsWith("reports"));

      // Zofia reads it in Polish. What anybody wrote is in no language.
      var polish = town.as("zofia").gets(NEWPORT, "Accept-Language", "pl");
      assertThat(polish.header("Content-Language")).isEqualTo("pl");
      is(
          polish,
          "reports.2026-Q4.pothole.confirmed",
          "we-did",
          5,
          "Dziura w jezdni lub chodniku, zgłoszenia od 1 października 2026 do 31 grudnia 2026: do"
              + " końca dnia 31 grudnia 2026 załatwiono 5, co potwierdził ktoś inny niż"
              + " odpowiedzialny.");
      assertThat(feed.text() + polish.text() + ormesby.text())
          .doesNotContain("Quillfeather")
          .doesNotContain("neighbour-");

      assertThat(pageByPage(town, "/v1/localities/newport/you-said")).isEqualTo(ids(feed));
      february = nextMonth(town, people, feed, unanswered);
    }
    rebuilt(store, folder, clock, february);
  }

  /** What people say in January is told in February. */
  private static String nextMonth(
      Town town, Neighbours people, Answer january, List<Neighbours.Reported> unanswered) {
    people.fixed(unanswered);
    town.works();
    var tag = january.header("ETag");
    assertThat(town.nobody().gets(NEWPORT, "If-None-Match", tag).status()).isEqualTo(304);
    midnight(town, "2027-02-02T09:00:00Z");
    var feed = town.nobody().gets(NEWPORT);
    is(
        feed,
        "reports.2026-Q4.litter.confirmed",
        "we-did",
        7,
        "Litter or a full bin"
            + OCTOBER_TO_DECEMBER
            + "31 January 2027, 7 had been dealt with, and somebody other than the owner had"
            + " confirmed it.");
    assertThat(ids(feed))
        .contains("reports.2026-Q4.litter.said-done-disputed")
        .doesNotContain("reports.2026-Q4.litter.said-done");
    return feed.text();
  }

  /** What is kept follows from the reports: without it another server makes the same again. */
  private static void rebuilt(Store store, Path folder, HandClock clock, String feed) {
    var kept = store.connect().collection("pledge_counted_quarters", BsonDocument.class);
    assertThat(
            Wait.forResult(Publishers.one(kept.deleteMany(new BsonDocument()))).getDeletedCount())
        .isEqualTo(2);
    try (var town = Town.on(store, folder, clock, Map.of())) {
      town.works();
      assertThat(town.nobody().gets(NEWPORT).text()).isEqualTo(feed);
    }
  }
}
