package org.localityvoice.directory.openreferral;

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
import static org.localityvoice.directory.Entries.published;
import static org.localityvoice.directory.Entries.service;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/**
 * What another system fetches: a service that says everything, one that says little, and a draft.
 */
@ExtendWith(TownExtension.class)
class OpenReferralTest {
  private static Town town;
  private static String full;
  private static String little;
  private static String draft;
  private static String food;
  private static String groceries;
  private static String taxonomy;

  @BeforeAll
  static void a_full_one_a_bare_one_and_a_draft(Town shared) {
    town = shared;
    var theo = town.as("theo");
    var neighbours = made(theo, ORGANISATIONS, organisation("email", "hello@example.org"));
    food = id();
    groceries = id();
    taxonomy = id();
    var terms =
        List.of(
            Map.of("id", food, "name", Map.of("en", "Food"), "description", "Food."),
            Map.of(
                "id",
                groceries,
                "name",
                Map.of("en", "Groceries"),
                "description",
                "Food to take home.",
                "broader",
                food));
    makes(
        town.as("nadia"),
        TAXONOMIES + taxonomy,
        Town.body("name", "Needs", "description", "What people need.", "terms", terms));
    var hall = made(theo, LOCATIONS, location());
    var there = Town.body("latitude", 54.58, "longitude", -1.246);
    var farther = made(theo, LOCATIONS, location("point", there));
    full = published(town, neighbours, everything(hall, farther));
    done(theo.posts(SERVICES + full + "/assure"));
    little = published(town, neighbours, "name", "Little", "status", "temporarily-closed");
    draft = made(theo, SERVICES, service(neighbours, "name", "Canary draft"));
  }

  private static Object[] everything(String hall, String farther) {
    return new Object[] {
      "name", "Community pantry",
      "url", "https://pantry.example.org/",
      "email", "pantry@example.org",
      "needs", List.of(groceries),
      "ages", Map.of("from", 18, "to", 64),
      "eligibility", "Whoever lives here.",
      "howToGet", "Come by.",
      "costs", List.of(Map.of("pence", 350, "note", "A visit."), Map.of("pence", 0)),
      "languages", List.of("en", "pl"),
      "openings",
          List.of(
              Map.of("days", List.of("friday", "tuesday"), "opens", "10:00", "closes", "14:00"),
              Map.of("days", List.of("monday"), "opens", "18:00", "closes", "19:00", "week", -1)),
      "locations", List.of(hall, farther),
      "areas", List.of(Map.of("name", "Newport", "postcodes", List.of("TS1", "TS3 6"))),
      "funding", List.of("The made-up fund")
    };
  }

  private static Answer oruk(String path) {
    return town.nobody().gets("/oruk" + path);
  }

  private static List<String> found(String query) {
    return ids(oruk("/services?" + query), "contents");
  }

  @Test
  void it_says_which_version_it_is_in_the_words_that_the_validator_reads() {
    var about = done(oruk("/"));
    assertThat(about.at("/version")).isEqualTo("HSDS-UK-3.0");
    assertThat(about.at("/openapi_url")).startsWith("https://");
    assertThat(about.at("/profile")).startsWith("https://");
  }

  @Test
  void all_nine_paths_keep_the_rules_of_the_profile() {
    var list = done(oruk("/services"));
    assertThat(ids(list, "contents")).containsExactlyInAnyOrder(full, little);
    for (var one : list.json().path("contents")) {
      assertThat(ProfileRules.faults("service", one)).isEmpty();
      assertThat(one.has("schedules") || one.has("contacts")).as("direct fields only").isFalse();
      var whole = done(oruk("/services/" + one.path("id").asText())).json();
      assertThat(ProfileRules.faults("service", whole)).isEmpty();
      one.properties().forEach(e -> assertThat(whole.path(e.getKey())).isEqualTo(e.getValue()));
    }
    var places = done(oruk("/service_at_locations"));
    assertThat(ids(places, "contents")).hasSize(2);
    for (var one : places.json().path("contents")) {
      assertThat(ProfileRules.faults("service_at_location", one)).isEmpty();
      var same = done(oruk("/service_at_locations/" + one.path("id").asText()));
      assertThat(same.json()).isEqualTo(one);
    }
    var lists = done(oruk("/taxonomies"));
    assertThat(ids(lists, "contents")).contains(taxonomy);
    assertThat(ProfileRules.faults("taxonomy", done(oruk("/taxonomies/" + taxonomy)).json()))
        .isEmpty();
    var terms = done(oruk("/taxonomy_terms?taxonomy_id=" + taxonomy));
    assertThat(ids(terms, "contents")).containsExactly(food, groceries);
    for (var one : terms.json().path("contents")) {
      assertThat(ProfileRules.faults("taxonomy_term", one)).isEmpty();
      assertThat(done(oruk("/taxonomy_terms/" + one.path("id").asText())).json()).isEqualTo(one);
    }
  }

  @Test
  void a_service_is_told_with_everything_that_belongs_to_it() {
    var seen = done(oruk("/services/" + full)).json();
    assertThat(seen.at("/minimum_age").asInt()).isEqualTo(18);
    assertThat(seen.at("/assured_date").asText()).isEqualTo("2026-11-23");
    assertThat(seen.at("/last_modified").asText()).isEqualTo("2026-11-23T10:00:00.000Z");
    assertThat(seen.at("/schedules/0/byday").asText()).isEqualTo("TU,FR");
    assertThat(seen.at("/schedules/0/freq").asText()).isEqualTo("WEEKLY");
    assertThat(seen.at("/schedules/0/opens_at").asText()).isEqualTo("10:00Z");
    assertThat(seen.at("/schedules/1/byday").asText()).isEqualTo("-1MO");
    assertThat(seen.at("/schedules/1/freq").asText()).isEqualTo("MONTHLY");
    assertThat(seen.at("/cost_options/0/amount").asDouble()).isEqualTo(3.5);
    assertThat(seen.at("/languages/1/name").asText()).isEqualTo("Polish");
    assertThat(seen.at("/contacts/0/phones/0/number").asText()).isEqualTo("01632 960001");
    assertThat(seen.at("/attributes/0/taxonomy_term/parent_id").asText()).isEqualTo(food);
    var address = seen.at("/service_at_locations/0/location/addresses/0");
    assertThat(address.path("state_province").asText()).isEqualTo("Tees Valley");
    assertThat(address.path("postal_code").asText()).isEqualTo("TS1 5ZZ");
    assertThat(done(oruk("/services/" + little)).at("/status")).isEqualTo("temporarily closed");
  }

  @Test
  void pages_of_any_origin_may_read_it_and_nothing_else_of_us() {
    for (var path :
        List.of(
            "/",
            "/services",
            "/services/" + full,
            "/services/nothing",
            "/services?page=0",
            "/organizations",
            "/taxonomies",
            "/taxonomy_terms",
            "/service_at_locations")) {
      assertThat(oruk(path).header("Access-Control-Allow-Origin")).as(path).isEqualTo("*");
      assertThat(oruk(path).header("Access-Control-Allow-Credentials")).isEmpty();
    }
    var posted = town.nobody().sends("POST", "/oruk/services", BodyPublishers.noBody());
    assertThat(posted.status()).isEqualTo(405);
    for (var path : List.of("/v1/directory/services", "/v1/localities", "/nothing", "/orukx")) {
      assertThat(town.nobody().gets(path).headers().map())
          .as(path)
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void what_is_asked_for_is_combined() {
    assertThat(found("search=pantries")).containsExactly(full);
    assertThat(found("search=pantry%20nothing")).isEmpty();
    assertThat(found("search=the%20pantry")).as("a word among them").containsExactly(full);
    for (var wordless : List.of("the", ".*", "%F0%9F%98%80")) {
      var page = done(oruk("/services?search=" + wordless));
      assertThat(page.json().path("total_items").asInt(-1)).as(wordless).isZero();
    }
    assertThat(found("taxonomy_term_id=" + groceries)).containsExactly(full);
    assertThat(found("taxonomy_term_id=" + food)).containsExactly(full);
    assertThat(found("taxonomy_id=" + taxonomy)).containsExactly(full);
    assertThat(found("taxonomy_id=" + id())).isEmpty();
    assertThat(found("minimum_age=18")).as("a minimum of 18 or more").containsExactly(full);
    assertThat(found("minimum_age=19")).isEmpty();
    assertThat(found("maximum_age=64")).containsExactly(full);
    assertThat(found("maximum_age=63")).isEmpty();
    assertThat(found("suitable_for_age=20")).containsExactlyInAnyOrder(full, little);
    assertThat(found("suitable_for_age=70")).containsExactly(little);
    assertThat(found("day=TU")).containsExactly(full);
    assertThat(found("day=Monday&start_time=18:30")).containsExactly(full);
    assertThat(found("day=tu&start_time=18:30")).isEmpty();
    assertThat(found("end_time=10:00:00Z")).isEmpty();
    assertThat(found("end_time=10:01")).containsExactly(full);
    assertThat(found("search=pantry&day=FR&suitable_for_age=70")).isEmpty();
    assertThat(found("whatever=1&search=")).as("passed over").hasSize(2);
  }

  @Test
  void places_are_found_by_postcode_however_it_is_written() {
    var query = "/service_at_locations?postcode=";
    assertThat(ids(oruk(query + "ts15zz"), "contents")).hasSize(2);
    assertThat(oruk(query + "TS1%205ZZ").text()).isEqualTo(oruk(query + "ts15zz").text());
    assertThat(ids(oruk(query + "ts36la"), "contents")).as("in the area").hasSize(2);
    assertThat(ids(oruk(query + "TS3%207LA"), "contents")).as("not in the area").isEmpty();
    assertThat(ids(oruk(query + "TS10%201AA"), "contents")).isEmpty();
    assertThat(oruk(query + "ts15zz&proximity=100").places())
        .as("nobody has told us where that is")
        .containsExactly("query:postcode");
    assertThat(oruk("/service_at_locations?proximity=100").places())
        .containsExactly("query:proximity");
  }

  @Test
  void what_makes_no_sense_is_refused_and_what_is_not_there_is_not_found() {
    for (var bad :
        List.of(
            "page=0",
            "page=-1",
            "page=abc",
            "page=1.5",
            "per_page=0",
            "per_page=501",
            "minimum_age=young",
            "day=someday",
            "start_time=25:00",
            "page=99999999999")) {
      assertThat(oruk("/services?" + bad).status()).as(bad).isEqualTo(400);
    }
    for (var path :
        List.of("/services/", "/taxonomies/", "/taxonomy_terms/", "/service_at_locations/")) {
      assertThat(oruk(path + id()).status()).isEqualTo(404);
    }
    assertThat(oruk("/services/" + full.toUpperCase(java.util.Locale.ROOT)).status())
        .isEqualTo(200);
  }

  @Test
  void drafts_and_who_keeps_what_are_nowhere_in_it() {
    assertThat(oruk("/services/" + draft).status()).isEqualTo(404);
    for (var path :
        List.of("/services", "/services/" + full, "/service_at_locations", "/taxonomy_terms")) {
      assertThat(oruk(path).text()).doesNotContain("anary", "keeper", "edition", "thirteen", draft);
    }
    for (var path : List.of("/services", "/service_at_locations")) {
      var all = oruk(path + "?per_page=500").json();
      assertThat(all.path("total_items").asInt())
          .as("drafts are not counted either")
          .isEqualTo(all.path("contents").size());
    }
    done(town.as("theo").posts(SERVICES + draft + "/publish"));
    assertThat(found("")).as("at once").contains(draft);
    done(town.as("theo").posts(SERVICES + draft + "/unpublish"));
    assertThat(found("")).doesNotContain(draft);
  }
}
