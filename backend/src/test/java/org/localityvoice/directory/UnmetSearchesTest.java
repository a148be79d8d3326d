package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.TAXONOMIES;
import static org.localityvoice.directory.Entries.done;
import static org.localityvoice.directory.Entries.id;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.organisation;
import static org.localityvoice.directory.Entries.published;
import static org.localityvoice.event.EventTowns.makes;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What people looked for and did not find, without who looked. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class UnmetSearchesTest {
  private static final String REPORT = "/v1/localities/newport/directory-unmet-searches";
  private static Town town;
  private static Store store;
  private static String debt;

  @BeforeAll
  static void a_need_that_nobody_meets(Store own, Town shared) {
    store = own;
    town = shared;
    debt = id();
    makes(
        town.as("nadia"),
        TAXONOMIES + id(),
        Town.body(
            "name", "Needs",
            "description", "What people need.",
            "terms",
                List.of(
                    Map.of(
                        "id",
                        debt,
                        "name",
                        Map.of("en", "Debt advice", "pl", "Długi"),
                        "description",
                        "Debt.",
                        "words",
                        List.of("bailiffs")))));
    published(town, made(town.as("theo"), ORGANISATIONS, organisation()));
    town.works();
    town.clock().advance(Duration.ofSeconds(10));
  }

  private static void search(int times, String query) {
    for (var i = 0; i < times; i++) {
      done(town.nobody().gets("/v1/directory/services?" + query));
    }
  }

  @Test
  void five_searches_for_a_need_are_told_and_four_are_not() {
    search(4, "need=" + debt + "&locality=newport");
    assertThat(done(town.as("nadia").gets(REPORT)).text()).doesNotContain(debt);
    search(1, "need=" + debt + "&near=54.571,-1.246");
    var seen = done(town.as("nadia").gets(REPORT, "Accept-Language", "pl"));
    var row = seen.json().path("items").findParents("need").stream().findFirst().orElseThrow();
    assertThat(row.at("/need/name").asText()).isEqualTo("Długi");
    assertThat(row.path("week").asText())
        .isEqualTo(
            UnmetService.monday(LocalDate.ofInstant(town.clock().instant(), ZoneOffset.UTC))
                .toString());
    assertThat(row.path("searches").asInt()).isEqualTo(5);
    assertThat(row.path("nothing").asInt()).isEqualTo(5);
    assertThat(row.has("few")).isFalse();
  }

  @Test
  void words_are_kept_only_if_the_directory_knows_them_or_many_type_them() {
    search(5, "q=bailiffs&locality=newport");
    search(1, "q=Zebedee%20Canaryname&locality=newport");
    search(4, "q=bailiffs%20Canaryname&locality=newport");
    search(6, "q=gymnastics&locality=newport");
    search(1, "q=warm&locality=newport");
    var told = done(town.as("nadia").gets(REPORT)).json().path("items").findValuesAsText("words");
    assertThat(told).contains("bailiffs", "gymnastics").doesNotContain("warm");
    assertThat(kept()).contains("bailiffs").doesNotContain("zebedee");
  }

  /** Everything that is stored of searches. */
  private static String kept() {
    try (var client = com.mongodb.reactivestreams.client.MongoClients.create(store.uri())) {
      var name = new com.mongodb.ConnectionString(store.uri()).getDatabase();
      return Wait.forResult(
              Publishers.list(client.getDatabase(name).getCollection("directory_searched").find()))
          .toString();
    }
  }

  @Test
  void a_name_that_is_typed_once_is_not_kept_and_neither_is_a_sentence() {
    search(1, "q=Quentin%20Onlyonce&locality=newport");
    search(6, "q=warm%20tea%20company%20room%20warm%20neighbours&locality=newport");
    done(town.as("nadia").gets(REPORT));
    assertThat(kept()).doesNotContain("quentin", "onlyonce", "company room");
    town.clock().advance(Duration.ofDays(7));
    search(5, "q=Onlyonce&locality=newport");
    done(town.as("nadia").gets(REPORT));
    assertThat(kept()).as("of this week").contains("onlyonce").doesNotContain("quentin");
  }

  @Test
  void what_was_looked_for_without_a_place_is_told_apart_and_others_wards_not_at_all() {
    search(5, "q=company");
    search(5, "q=neighbours&locality=north-ormesby");
    search(5, "q=tea&locality=nowhere");
    var seen = done(town.as("theo").gets(REPORT)).json();
    assertThat(seen.path("anywhere").findValuesAsText("words")).contains("company", "tea");
    assertThat(seen.path("items").findValuesAsText("words"))
        .doesNotContain("company", "neighbours");
    for (var other : List.of("nora", "wyn", "ana", "pat")) {
      assertThat(town.as(other).gets(REPORT).status()).as(other).isEqualTo(404);
    }
    assertThat(town.as("nadia").gets(REPORT + "?from=2026-11-23&to=2026-11-01").places())
        .containsExactly("query:to");
  }

  @Test
  void it_is_kept_for_thirteen_months(Town same) {
    search(5, "q=room&locality=newport");
    done(town.as("nadia").gets(REPORT));
    assertThat(kept()).contains("value=room");
    same.passes(Duration.ofDays(410));
    assertThat(kept()).doesNotContain("value=room");
  }

  @Test
  void nothing_anywhere_leads_from_a_search_to_who_made_it() {
    var somebody = town.as("uid-of-a-canary");
    for (var i = 0; i < 6; i++) {
      done(somebody.gets("/v1/directory/services?q=company"));
    }
    done(town.as("nadia").gets(REPORT));
    assertThat(kept()).contains("value=company").doesNotContain("uid-of-a-canary");
    try (var client = com.mongodb.reactivestreams.client.MongoClients.create(store.uri())) {
      var database =
          client.getDatabase(new com.mongodb.ConnectionString(store.uri()).getDatabase());
      for (var name : Wait.forResult(Publishers.list(database.listCollectionNames()))) {
        assertThat(Wait.forResult(Publishers.list(database.getCollection(name).find())).toString())
            .as(name)
            .doesNotContain("uid-of-a-canary");
      }
    }
    assertThat(town.management("/metrics").text()).doesNotContain("company", "canary");
  }
}
