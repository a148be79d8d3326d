package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.SERVICES;
import static org.localityvoice.directory.Entries.done;
import static org.localityvoice.directory.Entries.id;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.organisation;
import static org.localityvoice.directory.Entries.published;
import static org.localityvoice.directory.Entries.service;
import static org.localityvoice.event.EventTowns.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Residents say what is wrong, and whoever keeps a service sees what there is to do. */
@ExtendWith(TownExtension.class)
class UpkeepTest {
  private static final String REPORT = "/v1/localities/newport/directory-freshness";
  private static Town town;

  @BeforeAll
  static void one_town_for_all(Town shared) {
    town = shared;
  }

  private static Answer says(String service, String kind) {
    return town.nobody().posts(SERVICES + service + "/problems", Map.of("kind", kind));
  }

  private static JsonNode of(Person person, String organisation) {
    for (var one : done(person.gets(REPORT)).json().path("organisations")) {
      if (one.at("/organisation/id").asText().equals(organisation)) {
        return one;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  @Test
  void a_number_that_no_longer_works_is_shown_to_its_keeper_once_it_was_said_on_two_days() {
    var theo = town.as("theo");
    var organisation = made(theo, ORGANISATIONS, organisation("name", "The ringers"));
    var id = published(town, organisation);
    done(theo.posts(SERVICES + id + "/assure"));
    assertThat(says(id, "number-does-not-work").status()).isEqualTo(204);
    assertThat(says(id, "number-does-not-work").status()).as("again").isEqualTo(204);
    assertThat(of(theo, organisation).at("/doubted").asInt()).as("one day").isZero();

    town.clock().advance(Duration.ofDays(1));
    theo = town.as("theo");
    says(id, "closed");
    assertThat(of(theo, organisation).at("/doubted").asInt()).as("another thing").isZero();
    says(id, "number-does-not-work");
    var doubt = of(theo, organisation).at("/toDo/0/doubts");
    assertThat(doubt).hasSize(1);
    assertThat(doubt.at("/0/kind").asText()).isEqualTo("number-does-not-work");
    assertThat(doubt.at("/0/days").asInt()).isEqualTo(2);
    assertThat(town.nobody().gets(SERVICES + id).text())
        .as("nobody can talk a service down in front of everybody")
        .doesNotContain("doubt", "number-does-not-work");

    done(theo.posts(SERVICES + id + "/assure"));
    assertThat(of(theo, organisation).at("/doubted").asInt()).as("checked since").isZero();
  }

  @Test
  void nothing_can_be_said_of_what_is_not_published_nor_in_words() {
    var organisation = made(town.as("theo"), ORGANISATIONS, organisation());
    var draft = made(town.as("theo"), SERVICES, service(organisation));
    assertThat(says(draft, "closed").status()).isEqualTo(404);
    assertThat(says(id(), "closed").status()).isEqualTo(404);
    assertThat(says(draft, "rude").places()).containsExactly("#/kind");
    assertThat(
            town.nobody()
                .posts(SERVICES + draft + "/problems", Map.of("kind", "other", "text", "Ann"))
                .places())
        .containsExactly("#/text");
  }

  @Test
  void the_report_counts_what_is_fresh_and_complete_and_lists_what_is_not() {
    var theo = town.as("theo");
    var organisation = made(theo, ORGANISATIONS, organisation("name", "Half done"));
    var good =
        published(
            town,
            organisation,
            "name",
            "Good",
            "ages",
            Map.of("from", 0, "to", 120),
            "costs",
            List.of(Map.of("pence", 0)),
            "languages",
            List.of("en"),
            "openings",
            List.of(Map.of("days", List.of("monday"), "opens", "09:00", "closes", "10:00")));
    var bare = published(town, organisation, "name", "Bare", "summaries", Map.of());
    made(theo, SERVICES, service(organisation));
    done(theo.posts(SERVICES + good + "/assure"));
    var seen = of(theo, organisation);
    assertThat(seen.path("services").asInt()).isEqualTo(2);
    assertThat(seen.path("drafts").asInt()).isEqualTo(1);
    assertThat(seen.at("/freshness/assured").asInt()).isEqualTo(1);
    assertThat(seen.at("/freshness/unknown").asInt()).isEqualTo(1);
    assertThat(seen.at("/toDo/0/id").asText()).isEqualTo(bare);
    assertThat(seen.at("/toDo/0/missing").toString())
        .isEqualTo("[\"needs\",\"summary\",\"openings\",\"costs\",\"languages\",\"ages\"]");
    assertThat(seen.at("/toDo/0/complete").asInt()).isEqualTo(25);
    assertThat(seen.at("/toDo/1/missing").toString()).isEqualTo("[\"needs\"]");
    assertThat(seen.path("complete").asInt()).isEqualTo(56);
  }

  @Test
  void officers_see_what_is_theirs_to_do_and_managers_what_is_in_their_ward() {
    var organisation = made(town.as("theo"), ORGANISATIONS, organisation("name", "Somebody's"));
    published(town, organisation);
    assertThat(of(town.as("theo"), organisation).isMissingNode()).isFalse();
    assertThat(of(town.as("nadia"), organisation).isMissingNode()).isFalse();
    assertThat(of(town.as("ada"), organisation).isMissingNode()).isFalse();
    assertThat(of(town.as("rosa"), organisation).isMissingNode()).isTrue();
    for (var other : List.of("nora", "wyn", "ana", "pat")) {
      assertThat(town.as(other).gets(REPORT).status()).as(other).isEqualTo(404);
    }
  }

  @Test
  void staff_list_what_is_kept_in_their_ward_and_their_own_drafts_only() {
    var list = "/v1/localities/newport/directory-entries";
    var neighbours = made(town.as("theo"), ORGANISATIONS, organisation());
    var draft = made(town.as("theo"), SERVICES, service(neighbours));
    var open = published(town, neighbours);
    assertThat(all("theo", list + "?limit=3")).contains(draft, open);
    assertThat(all("wyn", list + "?limit=3")).contains(open).doesNotContain(draft);
    assertThat(all("nadia", list + "?kind=organisation&limit=1")).contains(neighbours);
    assertThat(town.as("nora").gets(list).status()).isEqualTo(404);
    assertThat(town.as("theo").gets(list + "?kind=taxonomy").places())
        .containsExactly("query:kind");
  }

  private static List<String> all(String who, String path) {
    var found = new ArrayList<String>();
    var next = "";
    do {
      var page = done(town.as(who).gets(path + next));
      found.addAll(ids(page, "items"));
      next = page.json().has("next") ? "&after=" + page.at("/next") : "";
    } while (!next.isEmpty());
    assertThat(found).doesNotHaveDuplicates();
    return found;
  }
}
