package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.SERVICES;
import static org.localityvoice.directory.Entries.TAXONOMIES;
import static org.localityvoice.directory.Entries.done;
import static org.localityvoice.directory.Entries.id;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.organisation;
import static org.localityvoice.directory.Entries.published;
import static org.localityvoice.event.EventTowns.edits;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What a service is found by follows from what it refers to, and from time. */
@ExtendWith(TownExtension.class)
class FoundAsItIsNowTest {
  private static final String FIND = "/v1/directory/services?";
  private static Town town;
  private static String neighbours;

  @BeforeAll
  static void one_town_for_all(Town shared) {
    town = shared;
    neighbours = made(town.as("theo"), ORGANISATIONS, organisation());
  }

  private static List<String> find(String query) {
    return ids(town.nobody().gets(FIND + query), "items");
  }

  private static Map<String, Object> term(
      String id, String broader, Map<String, String> name, String word) {
    var term = Town.body("id", id, "name", name, "description", "A need.", "words", List.of(word));
    if (broader != null) {
      term.put("broader", broader);
    }
    return term;
  }

  @Test
  void a_word_that_is_added_to_a_need_is_soon_a_word_that_its_services_are_found_by() {
    var taxonomy = id();
    var debt = id();
    var nadia = town.as("nadia");
    var list =
        Town.body(
            "name", "Money",
            "description", "Money.",
            "terms", List.of(term(debt, null, Map.of("en", "Debt"), "bills")));
    assertThat(makes(nadia, TAXONOMIES + taxonomy, list).status()).isEqualTo(201);
    var advice =
        published(town, neighbours, "name", "Advice", "needs", List.of(debt), "ages", age(99, 99));
    town.works();
    assertThat(find("q=bailiff&age=99")).isEmpty();
    list.put("terms", List.of(term(debt, null, Map.of("en", "Debt"), "bailiffs")));
    assertThat(edits(nadia, TAXONOMIES + taxonomy, list, 1).status()).isEqualTo(200);
    town.works();
    assertThat(find("q=bailiff&age=99")).containsExactly(advice);
    assertThat(find("q=bills&age=99")).isEmpty();
    done(town.as("theo").posts(SERVICES + advice + "/unpublish"));
    assertThat(find("q=bailiff&age=99")).as("at once").isEmpty();
  }

  private static Map<String, Object> age(int from, int to) {
    return Map.of("from", from, "to", to);
  }

  @Test
  void the_fresher_come_first_and_move_behind_as_they_decay() {
    var late = published(town, neighbours, "name", "Zebra crossing help");
    var never = published(town, neighbours, "name", "Aardvark help");
    done(town.as("theo").posts(SERVICES + late + "/assure"));
    assertThat(ids(town.nobody().gets(FIND + "q=help"), "items")).containsExactly(late, never);
    town.passes(Duration.ofDays(95));
    assertThat(town.nobody().gets(SERVICES + late).at("/freshness")).isEqualTo("ageing");
    assertThat(find("q=help")).containsExactly(late, never);
    town.passes(Duration.ofDays(305));
    assertThat(town.nobody().gets(SERVICES + late).at("/freshness")).isEqualTo("unknown");
    assertThat(ids(town.nobody().gets(FIND + "q=help"), "items")).containsExactly(never, late);
  }
}
