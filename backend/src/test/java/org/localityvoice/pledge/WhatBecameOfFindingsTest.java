package org.localityvoice.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.pledge.Neighbours.entry;
import static org.localityvoice.pledge.Neighbours.ids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.walkabout.Walks;

/** What the feed tells of walkabouts, over a winter. */
@ExtendWith(TownExtension.class)
class WhatBecameOfFindingsTest {
  private static final String NEWPORT = "/v1/localities/newport/you-said?limit=200";
  private static final String VERIFIED = "findings.2026-11.graffiti.verified";
  private static final String CLAIMED = "findings.2026-11.litter.claimed";

  /** Wyn notes so many of them, a little apart. */
  private static List<String> finds(Town town, String walkabout, String element, int many) {
    var ids = new ArrayList<String>();
    var items = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < many; i++) {
      ids.add(UUID.randomUUID().toString());
      var payload =
          Town.body(
              "element",
              element,
              "grade",
              "D",
              "point",
              Town.body("latitude", 54.571 + i * 0.001, "longitude", -1.2495),
              "note",
              "By the door of " + Neighbours.CANARY + ".");
      items.add(Walks.item(walkabout, ids.get(i), "finding", payload));
    }
    assertThat(Walks.verdicts(Walks.sends(town.as("wyn"), items)))
        .hasSize(many)
        .containsOnly("created");
    return ids;
  }

  private static void moves(Town town, String person, List<String> ids, String move, int edition) {
    for (var id : ids) {
      var body = Town.body("move", move, "edition", edition);
      if (!move.equals("claimDone")) {
        body.put("after", move.equals("verify") ? "A" : "D");
      }
      var answer = town.as(person).posts("/v1/findings/" + id + "/moves", body);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
  }

  private static void midnight(Town town, String moment) {
    town.clock().set(Instant.parse(moment));
    town.works();
  }

  @Test
  void five_that_a_warden_has_checked_are_done_what_only_the_owner_says_is_not_and_four_are_untold(
      Town town) {
    var walkabout = Walks.planned(town);
    var graffiti = finds(town, walkabout, "graffiti", 5);
    var litter = finds(town, walkabout, "litter", 6);
    var fouling = finds(town, walkabout, "dog-fouling", 4);
    town.works();
    moves(town, "rosa", graffiti, "claimDone", 1);
    moves(town, "rosa", litter, "claimDone", 1);
    moves(town, "rosa", fouling, "claimDone", 1);
    moves(town, "wyn", graffiti, "verify", 2);
    moves(town, "wyn", fouling, "verify", 2);
    town.works();
    // Counted at the end of the month, not before.
    assertThat(ids(town.nobody().gets(NEWPORT))).noneMatch(id -> id.startsWith("findings"));

    // What is checked in December, before anybody has counted, is not done by the end of November.
    town.clock().set(Instant.parse("2026-12-01T08:00:00Z"));
    moves(town, "wyn", litter, "verify", 2);
    midnight(town, "2026-12-01T09:00:00Z");
    var december = town.nobody().gets(NEWPORT);
    var verified = entry(december, VERIFIED);
    assertThat(verified.path("part").asText()).isEqualTo("we-did");
    assertThat(verified.path("count").asInt()).isEqualTo(5);
    assertThat(verified.path("sentence").asText())
        .isEqualTo(
            "Graffiti, seen on walkabouts in November 2026: by the end of 30 November 2026, 5 had"
                + " been dealt with, as checked by somebody outside the organisation that they"
                + " belong to.");
    assertThat(verified.path("basis").asText())
        .isEqualTo(
            "Counted at the end of 30 November 2026. Numbers from 1 to 4 are not shown. What became"
                + " a report is counted among reports as well.");
    var claimed = entry(december, CLAIMED);
    assertThat(claimed.path("part").asText()).isEqualTo("not-clear-yet");
    assertThat(claimed.path("count").asInt()).isEqualTo(6);
    assertThat(ids(december)).noneMatch(id -> id.contains("dog-fouling"));
    assertThat(ids(town.nobody().gets("/v1/localities/north-ormesby/you-said")))
        .noneMatch(id -> id.startsWith("findings"));
    // Everybody may see which walkabouts there were, and staff what was found.
    assertThat(town.nobody().gets(verified.at("/sources/0/link").asText()).text())
        .contains(walkabout);
    var single = verified.at("/sources/1/link").asText();
    assertThat(town.as("wyn").gets(single).json().findValuesAsText("id")).containsAll(graffiti);
    assertThat(town.nobody().gets(single).status()).isEqualTo(401);

    // In December all five are back. That is told in January, to Zofia in Polish.
    moves(town, "wyn", graffiti, "reopen", 3);
    town.works();
    assertThat(town.nobody().gets(NEWPORT).text()).isEqualTo(december.text());
    midnight(town, "2027-01-02T09:00:00Z");
    var january = town.nobody().gets(NEWPORT, "Accept-Language", "pl");
    assertThat(ids(january)).doesNotContain(VERIFIED, CLAIMED);
    assertThat(entry(january, "findings.2026-11.litter.verified").path("part").asText())
        .isEqualTo("we-did");
    var reopened = entry(january, "findings.2026-11.graffiti.reopened");
    assertThat(reopened.path("part").asText()).isEqualTo("not-clear-yet");
    assertThat(reopened.path("sentence").asText())
        .contains("listopad 2026: do końca dnia 31 grudnia 2026 za załatwione uznano 5, ale");
    assertThat(december.text() + january.text()).doesNotContain("Quillfeather");
  }
}
