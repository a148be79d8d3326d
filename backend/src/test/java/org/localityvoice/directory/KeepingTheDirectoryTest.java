package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.LOCATIONS;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.SERVICES;
import static org.localityvoice.directory.Entries.TAXONOMIES;
import static org.localityvoice.directory.Entries.done;
import static org.localityvoice.directory.Entries.id;
import static org.localityvoice.directory.Entries.location;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.organisation;
import static org.localityvoice.directory.Entries.service;
import static org.localityvoice.event.EventTowns.edits;
import static org.localityvoice.event.EventTowns.makes;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Staff keep services. Theo works for the landlord, Nadia and Nora manage a ward each. */
@ExtendWith(TownExtension.class)
class KeepingTheDirectoryTest {
  private static Town town;
  private static String neighbours;

  @BeforeAll
  static void one_town_for_all(Town shared) {
    town = shared;
    neighbours = made(town.as("theo"), ORGANISATIONS, organisation());
  }

  @Test
  void theo_drafts_a_service_and_everybody_sees_it_once_it_is_published_and_only_as_long() {
    var hall = made(town.as("theo"), LOCATIONS, location());
    var id = made(town.as("theo"), SERVICES, service(neighbours, "locations", List.of(hall)));
    var path = SERVICES + id;
    var absent = withoutRequest(town.nobody().gets(SERVICES + id()));
    assertThat(withoutRequest(town.nobody().gets(path))).as("a draft").isEqualTo(absent);
    assertThat(town.as("theo").gets(path).at("/state")).isEqualTo("draft");

    done(town.as("theo").posts(path + "/publish"));
    var seen = done(town.as("ana").gets(path, "Accept-Language", "pl"));
    assertThat(seen.at("/summary/text")).isEqualTo("Wejdź i się ogrzej.");
    assertThat(seen.at("/organisation/name")).isEqualTo("Newport Neighbours");
    assertThat(seen.at("/places/0/address/postcode")).isEqualTo("TS1 5ZZ");
    assertThat(seen.at("/freshness")).isEqualTo("unknown");
    assertThat(seen.text()).doesNotContain("content", "edition", "keeper");
    assertThat(town.nobody().gets(path, "If-None-Match", town.nobody().gets(path).header("ETag")))
        .extracting(Answer::status)
        .isEqualTo(304);

    done(town.as("theo").posts(path + "/unpublish"));
    assertThat(withoutRequest(town.nobody().gets(path))).isEqualTo(absent);
  }

  private static String withoutRequest(Answer answer) {
    return answer.status() + answer.text().replace(answer.at("/instance"), "");
  }

  @Test
  void the_same_again_changes_nothing_and_whoever_was_slower_is_told() {
    var id = id();
    var path = SERVICES + id;
    var theo = town.as("theo");
    assertThat(makes(theo, path, service(neighbours)).status()).isEqualTo(201);
    assertThat(makes(theo, path, service(neighbours)).status()).as("the retry").isEqualTo(200);
    var other = service(neighbours, "name", "Warm room");
    assertThat(makes(theo, path, other).status()).isEqualTo(412);
    assertThat(edits(town.as("nadia"), path, other, 1).header("ETag")).isEqualTo("\"2\"");
    assertThat(edits(town.as("nadia"), path, other, 1).status()).as("the retry").isEqualTo(200);
    assertThat(edits(theo, path, service(neighbours), 1).status()).isEqualTo(412);
    assertThat(
            theo.sends(
                    "PUT",
                    path,
                    java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                        org.localityvoice.http.Json.bytes(other)),
                    "Content-Type",
                    "application/json")
                .places())
        .containsExactly("header:If-Match");
  }

  @Test
  void history_says_who_changed_what_and_nobody_elses_name() {
    var id = made(town.as("theo"), SERVICES, service(neighbours));
    var path = SERVICES + id;
    edits(
        town.as("nadia"),
        path,
        service(neighbours, "name", "Warm room", "howToGet", "Just come in."),
        1);
    done(town.as("theo").posts(path + "/publish"));
    town.works();
    var history = done(town.as("theo").gets(path + "/history"));
    assertThat(history.json().path("items").findValuesAsText("action"))
        .containsExactly("published", "changed", "made");
    assertThat(history.at("/items/1/role")).isEqualTo("neighbourhood-manager");
    assertThat(history.at("/items/1/organisation")).isEqualTo("middlesbrough-council");
    assertThat(history.json().at("/items/1/fields").toString())
        .isEqualTo("[\"howToGet\",\"name\"]");
    assertThat(history.text()).doesNotContain("nadia");
    var first = done(town.as("theo").gets(path + "/history?limit=2"));
    var rest = done(town.as("theo").gets(path + "/history?limit=2&after=" + first.at("/next")));
    assertThat(rest.json().path("items").findValuesAsText("action")).containsExactly("made");
    assertThat(rest.json().has("next")).isFalse();
    for (var bad : List.of("bm8", "LTE", "YQpi", "!")) {
      assertThat(town.as("theo").gets(path + "/history?after=" + bad).status()).isEqualTo(400);
    }
    assertThat(town.as("rosa").gets(path + "/history").status()).isEqualTo(404);
  }

  @Test
  void officers_keep_what_is_their_organisations_and_managers_what_is_in_their_ward() {
    var id = made(town.as("theo"), SERVICES, service(neighbours));
    var path = SERVICES + id;
    for (var other : List.of("rosa", "nora", "wyn", "ana", "pat")) {
      var person = town.as(other);
      assertThat(edits(person, path, service(neighbours, "name", "Mine"), 1).status())
          .as(other)
          .isEqualTo(404);
      assertThat(person.posts(path + "/publish").status()).as(other).isEqualTo(404);
      assertThat(person.posts(path + "/assure").status()).as(other).isEqualTo(404);
      assertThat(person.gets(path).status()).as(other).isEqualTo(404);
    }
    assertThat(town.as("wyn").gets(ORGANISATIONS + neighbours).status())
        .as("wardens send people to organisations")
        .isEqualTo(200);
    assertThat(town.as("nora").gets(ORGANISATIONS + neighbours).status()).isEqualTo(404);
    assertThat(makes(town.as("rosa"), ORGANISATIONS + id(), organisation()).status())
        .as("in the name of another partner")
        .isEqualTo(404);
    assertThat(edits(town.as("ada"), path, service(neighbours, "name", "Set right"), 1).status())
        .as("an admin")
        .isEqualTo(200);
    var both = service(neighbours, "localities", List.of("newport", "north-ormesby"));
    assertThat(edits(town.as("nadia"), path, both, 2).places()).containsExactly("#/localities");
    assertThat(edits(town.as("theo"), path, both, 2).status()).isEqualTo(200);
    assertThat(edits(town.as("nora"), path, service(neighbours), 3).places())
        .as("Newport is not hers to keep or to take away, but North Ormesby is")
        .isEmpty();
  }

  @Test
  void what_is_wrong_is_told_with_its_place() {
    var theo = town.as("theo");
    Map.<String, Map<String, Object>>of(
            "#/organisation", service(id()),
            "#/locations/0", service(neighbours, "locations", List.of(id())),
            "#/needs/0", service(neighbours, "needs", List.of(id())),
            "#/ages/to", service(neighbours, "ages", Map.of("from", 9, "to", 8)),
            "#/openings/0/closes", service(neighbours, "openings", opening("09:00", "09:00", 1)),
            "#/openings/0/week", service(neighbours, "openings", opening("09:00", "10:00", 0)),
            "#/name", service(neighbours, "name", "Bell\u0007"),
            "#/email", service(neighbours, "email", "nobody"),
            "#/url", service(neighbours, "url", "javascript:alert(1)"),
            "#/status", service(neighbours, "status", "open"))
        .forEach(
            (place, content) -> {
              var answer = makes(theo, SERVICES + id(), content);
              assertThat(answer.status()).as(place).isEqualTo(400);
              assertThat(answer.places()).containsExactly(place);
            });
    assertThat(makes(theo, SERVICES + "not-a-uuid", service(neighbours)).places())
        .containsExactly("path:serviceId");
    assertThat(
            makes(town.as("nadia"), ORGANISATIONS + id(), organisation("keeper", "nobody"))
                .places())
        .containsExactly("#/keeper");
    assertThat(
            makes(town.as("ada"), LOCATIONS + id(), location("localities", List.of("moon")))
                .places())
        .containsExactly("#/localities/0");
  }

  private static List<Map<String, Object>> opening(String opens, String closes, int week) {
    return List.of(
        Map.of("days", List.of("monday"), "opens", opens, "closes", closes, "week", week));
  }

  @Test
  void a_service_is_published_once_whoever_is_sent_there_would_know_enough() {
    var theo = town.as("theo");
    var bare = service(neighbours);
    bare.remove("contacts");
    bare.remove("areas");
    var id = made(theo, SERVICES, bare);
    var refused = theo.posts(SERVICES + id + "/publish");
    assertThat(refused.problem()).isEqualTo("service-incomplete");
    assertThat(refused.at("/detail")).contains("contacts, place");
    assertThat(town.nobody().gets(SERVICES + id).status()).isEqualTo(404);
    edits(theo, SERVICES + id, service(neighbours), 1);
    done(theo.posts(SERVICES + id + "/publish"));
    var same = done(theo.posts(SERVICES + id + "/publish"));
    assertThat(same.at("/edition")).as("published once").isEqualTo("3");
  }

  @Test
  void what_is_published_is_not_made_unreachable_by_a_change() {
    var id = Entries.published(town, neighbours);
    var path = SERVICES + id;
    var unreachable = service(neighbours, "contacts", List.of());

    var refused = edits(town.as("theo"), path, unreachable, 2);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("service-incomplete", "contacts");
    assertThat(done(town.nobody().gets(path)).at("/contacts/0/name")).isEqualTo("The desk");

    done(town.as("theo").posts(path + "/unpublish"));
    done(edits(town.as("theo"), path, unreachable, 3));
    assertThat(town.nobody().gets(path).status()).isEqualTo(404);
  }

  @Test
  void what_was_checked_today_is_fresh_and_a_day_is_noted_once() {
    var id = Entries.published(town, neighbours);
    var path = SERVICES + id;
    done(town.as("theo").posts(path + "/assure"));
    assertThat(town.nobody().gets(path).at("/freshness")).isEqualTo("assured");
    assertThat(town.nobody().gets(path).at("/assuredOn")).isEqualTo("2026-11-23");
    assertThat(done(town.as("theo").posts(path + "/assure")).at("/edition"))
        .as("a day is noted once")
        .isEqualTo("3");
  }

  @Test
  void needs_are_listed_once_and_belong_to_each_other_without_a_circle() {
    var nadia = town.as("nadia");
    var food = id();
    var warmth = id();
    var taxonomy = id();
    var path = TAXONOMIES + taxonomy;
    assertThat(makes(nadia, path, needs(term(food, warmth), term(warmth, food))).places())
        .containsExactly("#/terms/0/broader", "#/terms/1/broader");
    assertThat(makes(nadia, path, needs(term(food, null), term(food, null))).places())
        .containsExactly("#/terms/1/id");
    assertThat(makes(nadia, path, needs(term(food, null), term(warmth, food))).status())
        .isEqualTo(201);
    assertThat(makes(nadia, TAXONOMIES + id(), needs(term(food, null))).places())
        .as("in another list")
        .containsExactly("#/terms/0/id");
    assertThat(makes(town.as("theo"), TAXONOMIES + id(), needs()).status()).isEqualTo(404);
    var id = made(town.as("theo"), SERVICES, service(neighbours, "needs", List.of(warmth)));
    assertThat(town.as("theo").gets(SERVICES + id, "Accept-Language", "pl").at("/needs/0/name"))
        .isEqualTo("potrzeba");
    assertThat(edits(nadia, path, needs(term(food, null)), 1).status()).isEqualTo(200);
    assertThat(town.as("theo").gets(SERVICES + id).json().path("needs")).isEmpty();
    assertThat(
            edits(
                    town.as("theo"),
                    SERVICES + id,
                    service(neighbours, "needs", List.of(warmth), "name", "Still there"),
                    1)
                .status())
        .as("a service may keep what is gone")
        .isEqualTo(200);
  }

  private static Map<String, Object> needs(Object... terms) {
    return Town.body("name", "Needs", "description", "What people need.", "terms", List.of(terms));
  }

  private static Map<String, Object> term(String id, String broader) {
    var term =
        Town.body(
            "id", id, "name", Map.of("en", "need", "pl", "potrzeba"), "description", "A need.");
    if (broader != null) {
      term.put("broader", broader);
    }
    return term;
  }

  @Test
  void of_many_who_change_the_same_edition_at_once_one_does_and_the_others_are_told() {
    var id = made(town.as("theo"), SERVICES, service(neighbours));
    var theo = town.as("theo");
    var statuses =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> edits(theo, SERVICES + id, service(neighbours, "name", "Room " + i), 1))
            .map(Answer::status)
            .toList();
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses.stream().filter(status -> status == 412)).hasSize(11);
    town.works();
    var history = done(theo.gets(SERVICES + id + "/history"));
    assertThat(history.json().path("items")).as("each edit once").hasSize(2);
  }
}
