package org.localityvoice.walkabout.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.verdicts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.walkabout.Walks;

/**
 * The whole story: two people walk without a network, what they noted comes back in every possible
 * way by two servers of which one is shut down, and what they found is put right.
 */
@ExtendWith(StoreExtension.class)
class AWalkInNewportTest {
  @TempDir Path folder;

  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, Object> graffiti(String walkabout, String id, double latitude) {
    return item(
        walkabout,
        id,
        "finding",
        Town.body(
            "element",
            "graffiti",
            "grade",
            "D",
            "point",
            Town.body("latitude", latitude, "longitude", -1.2495)));
  }

  private static void reports(Person ana, String report, double latitude) {
    var sent =
        ana.posts(
            "/v1/reports",
            Town.body(
                "id",
                report,
                "category",
                "graffiti",
                "point",
                Town.body("latitude", latitude, "longitude", -1.2495),
                "text",
                "On the wall.",
                "answers",
                Town.body("hateful", "no")));
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
  }

  @Test
  void two_walk_offline_one_server_goes_and_what_they_found_is_put_right(Store store)
      throws Exception {
    var town = Town.on(store, folder, clock, Map.of("SAMPLE_EVENTS", "false"));
    var leaving = Town.on(store, folder, clock, Map.of("SAMPLE_EVENTS", "false"));
    try (town) {
      // Ana has reported one of the things they will come upon.
      var report = id();
      reports(town.as("ana"), report, 54.5762);
      town.works();
      var walkabout = Walks.planned(town);
      assertThat(town.as("wyn").gets("/v1/walkabouts/" + walkabout + "/kit").text())
          .contains(report);

      // Wyn and Rosa grade the same street and differ once. They find three things, one a person.
      var known = id();
      var fresh = id();
      var wyns = new ArrayList<>(Walks.worked(walkabout, "litter", "wyn-"));
      wyns.add(graffiti(walkabout, known, 54.57622));
      wyns.add(graffiti(walkabout, fresh, 54.5731));
      wyns.add(item(walkabout, "a-person", "person", Town.body("text", "A child alone, Maja.")));
      wyns.add(
          item(
              walkabout,
              "wyns-end-note",
              "walkabout",
              Town.body("endedAt", "2026-11-25T11:40:00Z")));
      var rosas = new ArrayList<>(Walks.worked(walkabout, "litter", "rosa-"));
      rosas.set(14, Walks.grade(walkabout, "rosa-litter15", "t15", "litter", "B"));

      syncs(town, leaving, wyns, rosas);

      var record = town.as("wyn").gets("/v1/walkabouts/" + walkabout + "/record");
      assertThat(record.json().at("/opinions")).hasSize(20);
      assertThat(record.json().at("/unsettled").asInt()).isEqualTo(1);
      for (var one : record.json().at("/opinions")) {
        assertThat(one.path("grades")).hasSize(2);
      }
      assertThat(record.text()).doesNotContain("Maja");
      assertThat(town.nobody().gets("/v1/walkabouts/" + walkabout).at("/state")).isEqualTo("ended");
      var settled =
          town.as("nadia")
              .posts(
                  "/v1/walkabouts/" + walkabout + "/settlements",
                  Town.body("transect", "t15", "element", "litter", "grade", "wyn-litter15"));
      assertThat(settled.json().at("/unsettled").asInt()).isZero();

      // Two findings: one was reported already and one was not. The person is with the lead.
      town.works();
      town.works();
      var all = town.as("nadia").gets("/v1/localities/newport/findings").json();
      assertThat(all.at("/items")).hasSize(2);
      assertThat(linked(town, known)).isEqualTo("true");
      assertThat(town.as("nadia").gets("/v1/findings/" + known).at("/report/id")).isEqualTo(report);
      assertThat(linked(town, fresh)).isEqualTo("false");
      assertThat(town.as("sam").gets("/v1/localities/newport/incidents").json().at("/items"))
          .hasSize(1);
      assertThat(town.as("ana").gets("/v1/inbox").text()).contains("report.seen-on-walkabout");

      // Rosa's people say it is done; their own word is not enough, and Ana's is.
      var moves = "/v1/findings/" + known + "/moves";
      town.as("rosa").posts(moves, Town.body("move", "claimDone", "edition", 1));
      assertThat(
              town.as("rosa")
                  .posts(moves, Town.body("move", "verify", "edition", 2, "after", "A"))
                  .problem())
          .isEqualTo("finding-owners-own");
      assertThat(
              town.as("ana")
                  .posts("/v1/findings/" + known + "/verification", Town.body("after", "A"))
                  .at("/state"))
          .isEqualTo("verified");
    }
  }

  private static String linked(Town town, String finding) {
    return town.as("nadia").gets("/v1/findings/" + finding).at("/report/linked");
  }

  /**
   * Each batch goes out twice at once, by both servers, and one of them is shut down on the way.
   */
  private static void syncs(
      Town town, Town leaving, List<Map<String, Object>> wyns, List<Map<String, Object>> rosas) {
    var random = new Random(5);
    var tries = new ArrayList<CompletableFuture<?>>();
    for (var batch : List.of(wyns, rosas)) {
      var who = batch == wyns ? "wyn" : "rosa";
      for (var server : List.of(leaving, town)) {
        var shuffled = new ArrayList<>(batch);
        Collections.shuffle(shuffled, random);
        tries.add(
            CompletableFuture.runAsync(
                () -> server.as(who).posts("/v1/walkabouts/batch", Town.body("items", shuffled))));
      }
    }
    leaving.close();
    for (var one : tries) {
      try {
        one.join();
      } catch (CompletionException e) {
        // By the one that was shut down: nobody knows how far it came.
        assertThat(e).hasRootCauseInstanceOf(java.io.IOException.class);
      }
    }
    for (var batch : List.of(wyns, rosas)) {
      var shuffled = new ArrayList<>(batch);
      Collections.shuffle(shuffled, random);
      var person = town.as(batch == wyns ? "wyn" : "rosa");
      assertThat(verdicts(sends(person, shuffled)))
          .doesNotContain("invalid", "contentMismatch", "conflictHard", "held");
      assertThat(verdicts(sends(person, shuffled))).containsOnly("duplicate");
    }
  }
}
