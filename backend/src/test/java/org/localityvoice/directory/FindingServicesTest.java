package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.LOCATIONS;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.SERVICES;
import static org.localityvoice.directory.Entries.TAXONOMIES;
import static org.localityvoice.directory.Entries.id;
import static org.localityvoice.directory.Entries.location;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.organisation;
import static org.localityvoice.directory.Entries.published;
import static org.localityvoice.directory.Entries.service;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What residents find. Four services, of which one is given at a hall and one at a farther one. */
@ExtendWith(TownExtension.class)
class FindingServicesTest {
  private static final String FIND = "/v1/directory/services?";
  private static Town town;
  private static String neighbours;
  private static String food;
  private static String groceries;
  private static String pantry;
  private static String classes;
  private static String helpline;

  @BeforeAll
  static void a_pantry_classes_and_a_helpline(Town shared) {
    town = shared;
    neighbours = made(town.as("theo"), ORGANISATIONS, organisation());
    food = id();
    groceries = id();
    makes(
        town.as("nadia"),
        TAXONOMIES + id(),
        Town.body(
            "name", "Needs",
            "description", "What people need.",
            "terms",
                List.of(
                    term(food, null, Map.of("en", "Food", "pl", "Żywność"), "hungry"),
                    term(groceries, food, Map.of("en", "Groceries"), "empty fridge"))));
    var hall = made(town.as("theo"), LOCATIONS, location());
    var farther = Map.of("latitude", 54.576, "longitude", -1.235);
    var school = made(town.as("theo"), LOCATIONS, location("point", farther, "name", "School"));
    pantry =
        published(
            town,
            neighbours,
            "name",
            "Community pantry",
            "needs",
            List.of(groceries),
            "locations",
            List.of(hall),
            "openings",
            List.of(Map.of("days", List.of("friday"), "opens", "10:00", "closes", "12:00")));
    classes =
        published(
            town,
            neighbours,
            "name",
            "Świetlica: homework classes",
            "description",
            "A pantry of books, and quiet.",
            "ages",
            Map.of("from", 7, "to", 12),
            "languages",
            List.of("en", "pl"),
            "locations",
            List.of(school, hall));
    helpline =
        published(
            town, neighbours, "name", "Helpline", "description", "Somebody to talk to at night.");
    made(town.as("theo"), SERVICES, service(neighbours, "name", "Draft pantry"));
    published(town, neighbours, "name", "Old pantry", "status", "defunct");
    town.works();
  }

  private static Map<String, Object> term(
      String id, String broader, Map<String, String> name, String word) {
    var term = Town.body("id", id, "name", name, "description", "A need.", "words", List.of(word));
    if (broader != null) {
      term.put("broader", broader);
    }
    return term;
  }

  private static List<String> find(String query) {
    return ids(town.nobody().gets(FIND + query), "items");
  }

  @Test
  void by_plain_words_those_that_are_named_so_first() {
    assertThat(find("q=pantry")).containsExactly(pantry, classes);
    assertThat(find("q=Pantries")).as("another ending").containsExactly(pantry, classes);
    assertThat(find("q=swietlica")).as("without accents").containsExactly(classes);
    assertThat(find("q=CLASS")).containsExactly(classes);
    assertThat(find("q=talk%20at%20night")).containsExactly(helpline);
    assertThat(find("q=pantry%20night")).as("all words").isEmpty();
    assertThat(find("q=hungry")).as("what people say of the wider need").containsExactly(pantry);
    assertThat(find("q=zywnosc")).as("in Polish").containsExactly(pantry);
    assertThat(find("q=empty%20fridge")).containsExactly(pantry);
    assertThat(find("q=neighbours")).as("who gives it").hasSize(3);
    assertThat(find("q=desk")).as("not by who answers the telephone").isEmpty();
  }

  @Test
  void what_holds_no_word_to_look_for_is_told_and_not_answered_with_everything() {
    for (var typed : List.of("%F0%9F%98%80", "the", "the%20of", ".*", "%20")) {
      var answer = town.nobody().gets(FIND + "q=" + typed + "&age=30");
      assertThat(answer.places()).as(typed).containsExactly("query:q");
      assertThat(answer.at("/errors/0/detail")).as(typed).contains("what you look for");
    }
    assertThat(find("q=the%20hungry%20%F0%9F%98%80")).as("a word among them").hasSize(1);
  }

  @Test
  void of_more_than_eight_words_the_eight_longest_count() {
    var seven = "q=xq%20somebody%20talk%20night%20helpline%20newport%20neighbours%20get";
    assertThat(find(seven)).as("seven that it says and one that it does not").isEmpty();
    assertThat(find(seven + "%20warm")).as("the shortest is the ninth").containsExactly(helpline);
  }

  @Test
  void by_need_age_day_language_and_ward() {
    assertThat(find("need=" + groceries)).containsExactly(pantry);
    assertThat(find("need=" + food)).as("what is narrower too").containsExactly(pantry);
    assertThat(find("need=" + id())).isEmpty();
    assertThat(find("age=7")).containsExactlyInAnyOrder(pantry, classes, helpline);
    assertThat(find("age=12&language=pl")).containsExactly(classes);
    assertThat(find("age=13&language=pl")).isEmpty();
    assertThat(find("age=6&language=pl")).isEmpty();
    assertThat(find("day=friday")).containsExactly(pantry);
    assertThat(find("day=monday")).isEmpty();
    assertThat(find("locality=newport")).hasSize(3);
    assertThat(find("locality=north-ormesby")).isEmpty();
    assertThat(find("q=pantry&need=" + groceries + "&day=friday&age=40&locality=newport"))
        .containsExactly(pantry);
  }

  @Test
  void by_place_the_nearest_first_and_then_what_comes_to_those_who_live_there() {
    var there = "near=54.5711,-1.246";
    assertThat(find(there).subList(0, 2)).containsExactlyInAnyOrder(pantry, classes);
    assertThat(find(there)).endsWith(helpline).hasSize(3);
    assertThat(find("near=54.576,-1.235&within=300")).containsExactly(classes);
    var seen = town.nobody().gets(FIND + "near=54.576,-1.235");
    assertThat(ids(seen, "items").get(0)).as("by its nearest place").isEqualTo(classes);
    assertThat(seen.json().at("/items/0/distanceMetres").asInt()).isLessThan(5);
    assertThat(seen.json().at("/items/1/distanceMetres").asInt()).isBetween(800, 1_000);
    assertThat(seen.json().at("/items/2").has("distanceMetres")).isFalse();
    assertThat(find("near=54.571,-1.3&within=200")).as("nobody's ward").isEmpty();
    assertThat(find(there + "&q=pantry&age=50")).containsExactly(pantry);
  }

  @Test
  void page_by_page_each_once() {
    for (var query : List.of("q=pantry", "age=8", "near=54.5711,-1.246", "locality=newport")) {
      var all = new ArrayList<String>();
      var next = "";
      do {
        var page = town.nobody().gets(FIND + query + "&limit=1" + next);
        assertThat(ids(page, "items")).hasSizeLessThanOrEqualTo(1);
        all.addAll(ids(page, "items"));
        next = page.json().has("next") ? "&after=" + page.at("/next") : "";
      } while (!next.isEmpty());
      assertThat(all).as(query).containsExactlyElementsOf(find(query));
    }
    var mark = town.nobody().gets(FIND + "limit=1&near=54.5711,-1.246").at("/next");
    for (var bad : List.of("q=pantry&after=" + mark, "after=bm8", "after=!", "after=YQox")) {
      assertThat(town.nobody().gets(FIND + bad).places()).as(bad).containsExactly("query:after");
    }
  }

  @Test
  void what_makes_no_sense_is_told() {
    Map.of(
            "query:postcode", "postcode=ZZ1%201ZZ",
            "query:near", "near=91,0",
            "query:within", "within=500",
            "query:age", "age=121",
            "query:day", "day=someday",
            "query:q", "q=",
            "query:x", "x=1")
        .forEach(
            (place, query) ->
                assertThat(town.nobody().gets(FIND + query).places()).containsExactly(place));
    assertThat(town.nobody().gets(FIND + "near=54").status()).isEqualTo(400);
    assertThat(town.nobody().gets(FIND + "near=54,-1&postcode=TS1%205ZZ").places())
        .containsExactly("query:near");
  }

  @Test
  void needs_are_listed_in_the_readers_language() {
    var needs = town.nobody().gets("/v1/directory/needs", "Accept-Language", "pl");
    assertThat(needs.json().path("items").findValuesAsText("name")).contains("Żywność");
    assertThat(needs.header("Content-Language")).isEqualTo("pl");
  }
}
