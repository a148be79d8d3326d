package org.localityvoice.directory.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.SERVICES;
import static org.localityvoice.directory.Entries.done;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.organisation;
import static org.localityvoice.directory.Entries.published;
import static org.localityvoice.event.EventTowns.edits;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What partners tell each other of a service, and nobody else. */
@ExtendWith(TownExtension.class)
class PartnerLayerTest {
  private static Town town;
  private static String service;
  private static String path;

  @BeforeAll
  static void a_service_with_a_canary_in_its_partner_layer(Town shared) {
    town = shared;
    var organisation = made(town.as("theo"), ORGANISATIONS, organisation());
    service = published(town, organisation);
    path = SERVICES + service + "/partner-layer";
    assertThat(makes(town.as("theo"), path, content("Ring Canary Jones.")).status()).isEqualTo(201);
    town.works();
  }

  private static Map<String, Object> content(String route) {
    return Town.body(
        "referralRoute",
        route,
        "thresholdOfNeed",
        "Canary threshold: from two unmet needs on.",
        "capacity",
        Map.of("state", "limited", "waitWeeks", 3),
        "linkWorker",
        Map.of("name", "Canary Jones", "phone", "01632 960777"));
  }

  @Test
  void it_is_nowhere_that_everybody_or_another_system_can_look() {
    var everywhere =
        List.of(
            SERVICES + service,
            "/v1/directory/services",
            "/v1/directory/services?q=warm",
            "/v1/directory/services?near=54.571,-1.246",
            "/oruk/services",
            "/oruk/services?search=warm",
            "/oruk/services/" + service,
            "/oruk/service_at_locations",
            "/oruk/taxonomies");
    for (var place : everywhere) {
      var seen = done(town.nobody().gets(place));
      assertThat(seen.text()).as(place).doesNotContain("anary", "960777", "referral");
    }
    for (var query : List.of("q=canary", "q=jones", "q=threshold")) {
      assertThat(ids(town.nobody().gets("/v1/directory/services?" + query), "items")).isEmpty();
    }
    assertThat(ids(town.nobody().gets("/oruk/services?search=canary"), "contents")).isEmpty();
    assertThat(town.nobody().gets(path).status()).isEqualTo(401);
    for (var other : List.of("ana", "nora", "pat", "ada")) {
      assertThat(withoutRequest(town.as(other).gets(path)))
          .as(other)
          .isEqualTo(
              withoutRequest(town.as(other).gets(SERVICES + Entry.ABSENT + "/partner-layer")));
    }
  }

  private static String withoutRequest(Answer answer) {
    return answer.status() + answer.text().replace(answer.at("/instance"), "");
  }

  private interface Entry {
    String ABSENT = "00000000-0000-4000-8000-000000000000";
  }

  @Test
  void those_who_send_people_there_read_it_and_those_who_keep_the_service_write_it() {
    for (var partner : List.of("wyn", "theo", "rosa", "omar", "nadia", "sam")) {
      var seen = done(town.as(partner).gets(path));
      assertThat(seen.at("/content/linkWorker/name")).as(partner).isEqualTo("Canary Jones");
      assertThat(seen.at("/content/capacity/state")).isEqualTo("limited");
    }
    for (var other : List.of("rosa", "wyn", "nora", "sam")) {
      assertThat(edits(town.as(other), path, content("Mine."), 1).status())
          .as(other)
          .isEqualTo(404);
    }
    var again = makes(town.as("theo"), path, content("Ring Canary Jones."));
    assertThat(again.status()).as("the retry").isEqualTo(200);
    assertThat(makes(town.as("theo"), path, content("Another.")).status()).isEqualTo(412);
    assertThat(edits(town.as("nadia"), path, content("Canary route 2."), 1).header("ETag"))
        .isEqualTo("\"2\"");
    assertThat(edits(town.as("theo"), path, content("Too late."), 1).status()).isEqualTo(412);
    assertThat(makes(town.as("theo"), path, Map.of()).status()).isEqualTo(400);
    assertThat(makes(town.as("theo"), path, Map.of("capacity", Map.of("state", "busy"))).places())
        .containsExactly("#/capacity/state");
  }
}
