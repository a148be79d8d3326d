package org.localityvoice.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.directory.Entries.LOCATIONS;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.SERVICES;
import static org.localityvoice.directory.Entries.TAXONOMIES;
import static org.localityvoice.directory.Entries.done;
import static org.localityvoice.directory.Entries.id;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Nadia brings in what another directory has. */
@ExtendWith(TownExtension.class)
class ImportsTest {
  private static final String IMPORT = "/v1/directory/imports?keeper=thirteen&localities=newport";
  private static final String HEADER =
      "organisation,name,description,phone,needs,minimum_age,openings,street,town,county,postcode\n";
  private static Town town;

  @BeforeAll
  static void a_need_and_postcodes(Town shared) {
    town = shared;
    makes(
        town.as("nadia"),
        TAXONOMIES + id(),
        Town.body(
            "name", "Needs",
            "description", "What people need.",
            "terms",
                List.of(
                    Map.of("id", id(), "name", Map.of("en", "Warmth"), "description", "Warmth."))));
    var file = "postcode,latitude,longitude\nts1 5zz,54.571,-1.246\n";
    done(csv("ada", "/v1/directory/postcodes", file));
  }

  private static Answer csv(String who, String path, String file) {
    return town.as(who).raw(path, file.getBytes(StandardCharsets.UTF_8), "text/csv");
  }

  private static List<String> verdicts(Answer answer) {
    return done(answer).json().path("rows").findValuesAsText("verdict");
  }

  @Test
  void a_csv_file_comes_in_row_by_row_and_the_second_time_nothing_changes() {
    var file =
        HEADER
            + "Warm Hands,Knitting,Knit together.,01632 960010,warmth; gardening,18,"
            + "\"Mon,Wed 10:00-12:00; Fri 9:30-11:00\",1 Sample Street,Middlesbrough,Tees Valley,ts15zz\n"
            + "Warm Hands,Bad age,Text.,01632 960010,,old,,,,,\n"
            + "Warm Hands,Bad opening,Text.,,,,whenever,,,,\n"
            + "Warm Hands,,Nameless.,,,,,,,,\n"
            + "Warm Hands,Bad number,Text.,call me,,,,,,,\n";
    var dry = csv("nadia", IMPORT + "&publish=true&dryRun=true", file);
    assertThat(verdicts(dry))
        .containsExactly("created", "invalid", "invalid", "invalid", "invalid");
    assertThat(town.as("nadia").gets(SERVICES + dry.at("/rows/0/id")).status())
        .as("only what would be")
        .isEqualTo(404);

    var first = csv("nadia", IMPORT + "&publish=true", file);
    assertThat(verdicts(first)).isEqualTo(verdicts(dry));
    assertThat(first.at("/rows/0/notes/0")).isEqualTo("needs: gardening");
    assertThat(first.at("/rows/1/errors/0/place")).isEqualTo("minimum_age");
    assertThat(first.at("/rows/2/errors/0/place")).isEqualTo("openings");
    assertThat(first.at("/rows/3/errors/0/place")).isEqualTo("/name");
    assertThat(first.at("/rows/4/errors/0/place")).isEqualTo("/contacts/0/phones/0/number");

    town.works();
    var path = SERVICES + first.at("/rows/0/id");
    var seen = done(town.nobody().gets(path));
    assertThat(seen.at("/organisation/name")).isEqualTo("Warm Hands");
    assertThat(seen.at("/needs/0/name")).isEqualTo("Warmth");
    assertThat(seen.at("/places/0/address/postcode")).isEqualTo("TS1 5ZZ");
    assertThat(seen.json().at("/places/0/point/latitude").asDouble()).isEqualTo(54.571);
    assertThat(seen.json().at("/ages").toString()).isEqualTo("{\"from\":18,\"to\":120}");
    assertThat(seen.json().at("/openings/0/days").toString())
        .isEqualTo("[\"monday\",\"wednesday\"]");
    assertThat(seen.at("/openings/1/opens")).isEqualTo("09:30");
    assertThat(ids(town.nobody().gets("/v1/directory/services?q=knit&postcode=TS15ZZ"), "items"))
        .containsExactly(first.at("/rows/0/id"));

    var again = csv("nadia", IMPORT + "&publish=true", file);
    assertThat(verdicts(again).get(0)).isEqualTo("unchanged");
    assertThat(town.as("nadia").gets(path).at("/edition")).isEqualTo("2");

    var other = file.replace("Knit together.", "Knit and talk.");
    assertThat(verdicts(csv("nadia", IMPORT, other)).get(0)).as("left alone").isEqualTo("differs");
    assertThat(verdicts(csv("nadia", IMPORT + "&overwrite=true", other)).get(0))
        .isEqualTo("changed");
    assertThat(town.nobody().gets(path).at("/description")).isEqualTo("Knit and talk.");
  }

  @Test
  void what_our_own_feed_tells_comes_in_again_as_the_same() {
    var file =
        HEADER
            + "Round Trip,Choir,Sing together.,01632 960011,warmth,60,Thu 14:00-15:30,"
            + "2 Sample Street,Middlesbrough,Tees Valley,TS1 5ZZ\n";
    var id = csv("nadia", IMPORT + "&publish=true", file).at("/rows/0/id");
    var feed = (ObjectNode) done(town.nobody().gets("/oruk/services/" + id)).json();
    // What the feed does not tell of a place, its point aside, is made of what it tells.
    assertThat(verdicts(json(feed))).containsExactly("unchanged");
    var page = feed.objectNode();
    page.putArray("contents").add(feed).add(changed(feed)).add(feed.objectNode());
    var answer = json(page);
    assertThat(verdicts(answer)).containsExactly("unchanged", "created", "invalid");
    assertThat(answer.at("/rows/2/errors/0/place")).isEqualTo("/id");
    var copy = done(town.as("nadia").gets(SERVICES + answer.at("/rows/1/id")));
    assertThat(copy.at("/state")).isEqualTo("draft");
    assertThat(copy.at("/openings/0/opens")).isEqualTo("14:00");
  }

  @Test
  void on_the_first_and_third_thursday_of_a_month_is_two_openings() {
    var file =
        HEADER
            + "Twice Monthly,Quiz,Guess together.,01632 960012,warmth,60,Thu 14:00-15:30,"
            + "3 Sample Street,Middlesbrough,Tees Valley,TS1 5ZZ\n";
    var first = csv("nadia", IMPORT + "&publish=true", file).at("/rows/0/id");
    var feed = changed((ObjectNode) done(town.nobody().gets("/oruk/services/" + first)).json());
    var schedule = (ObjectNode) feed.at("/schedules/0");
    schedule.put("freq", "MONTHLY").put("byday", "1TH,3TH,TH,1TH,3FR,-1MO");
    var answer = json(feed);
    assertThat(verdicts(answer)).containsExactly("created");
    var openings = done(town.as("nadia").gets(SERVICES + answer.at("/rows/0/id"))).json();
    var said = new ArrayList<String>();
    for (var one : openings.path("openings")) {
      assertThat(one.path("opens").asText()).isEqualTo("14:00");
      assertThat(one.path("closes").asText()).isEqualTo("15:30");
      said.add(one.path("week").asText("each") + one.path("days"));
    }
    assertThat(said)
        .containsExactly(
            "1[\"thursday\"]",
            "3[\"thursday\",\"friday\"]",
            "each[\"thursday\"]",
            "-1[\"monday\"]");
  }

  @Test
  void of_a_service_that_is_refused_nothing_is_made() {
    var file =
        HEADER
            + "Half Done,Darts,Throw together.,01632 960013,warmth,60,Thu 14:00-15:30,"
            + "4 Sample Street,Middlesbrough,Tees Valley,TS1 5ZZ\n";
    var first = csv("nadia", IMPORT + "&publish=true", file).at("/rows/0/id");
    var feed = (ObjectNode) done(town.nobody().gets("/oruk/services/" + first)).json();
    var giver = id();
    var place = id();
    ((ObjectNode) feed.path("organization")).put("id", giver);
    ((ObjectNode) feed.at("/service_at_locations/0/location")).put("id", place);
    var noContact = feed.deepCopy();
    noContact.remove(List.of("contacts", "phones", "url", "email"));
    var overwrite = IMPORT + "&overwrite=true";
    for (var path : List.of(overwrite, overwrite + "&dryRun=true")) {
      assertThat(verdicts(town.as("nadia").posts(path, noContact)))
          .as("nobody is sent where they cannot ask")
          .containsExactly("invalid");
      for (var made : List.of(ORGANISATIONS + giver, LOCATIONS + place)) {
        assertThat(town.as("nadia").gets(made).status()).as(made).isEqualTo(404);
      }
    }
    assertThat(verdicts(town.as("nadia").posts(overwrite, feed))).containsExactly("changed");
    done(town.as("nadia").gets(ORGANISATIONS + giver));
    done(town.as("nadia").gets(LOCATIONS + place));
  }

  private static ObjectNode changed(ObjectNode feed) {
    var other = feed.deepCopy();
    other.put("id", id());
    return other;
  }

  private static Answer json(JsonNode body) {
    return town.as("nadia").posts(IMPORT, body);
  }

  @Test
  void a_file_that_is_none_is_refused_whole() {
    for (var bad :
        List.of(
            "name\nx\n",
            HEADER.replace("phone", "shoe size") + "a,b,c,,,,,,,,\n",
            "organisation,name,description\n\"a,b,c\n",
            "organisation,name,description\n" + "a,b,c\n".repeat(301))) {
      assertThat(csv("nadia", IMPORT, bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(verdicts(csv("nadia", IMPORT, "organisation,name,description\na,b\n")))
        .containsExactly("invalid");
    var latin =
        "organisation,name,description\nCaf\u00e9,b,c\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(town.as("nadia").raw(IMPORT, latin, "text/csv").status()).isEqualTo(400);
    assertThat(csv("nadia", "/v1/directory/imports?localities=newport", HEADER).places())
        .containsExactly("query:keeper");
  }

  @Test
  void only_into_ones_own_ward_and_in_the_name_of_a_partner() {
    var file = "organisation,name,description\nElsewhere,Thing,Text.\n";
    assertThat(csv("theo", IMPORT, file).status()).isEqualTo(404);
    assertThat(verdicts(csv("nora", IMPORT, file))).containsExactly("invalid");
    var nobody = IMPORT.replace("thirteen", "nobody-we-know");
    assertThat(verdicts(csv("nadia", nobody + "&dryRun=true", file))).containsExactly("invalid");
    var nowhere = IMPORT.replace("=newport", "=nowhere") + "&dryRun=true";
    assertThat(verdicts(csv("ada", nowhere, file))).containsExactly("invalid");
    var refused = csv("nadia", nobody, file);
    assertThat(verdicts(refused)).containsExactly("invalid");
    assertThat(refused.at("/rows/0/errors/0/place")).isEqualTo("/keeper");
    assertThat(verdicts(csv("ada", IMPORT, file))).containsExactly("created");
  }

  @Test
  void a_name_that_was_written_on_two_lines_keeps_nobody_from_the_next_page() {
    var file =
        "organisation,name,description,phone,areas\n"
            + "Two Lines,\"Quilting\nfor all\",\"Warm.\nFriendly.\",01632 960011,Newport\n"
            + "Two Lines,Quilting now,Text.,01632 960011,Newport\n"
            + "Two Lines,"
            + "\uD55C".repeat(150)
            + ",Quilting in Korean.,01632 960011,Newport\n"
            + "Two Lines,Zigzag,Quilting too.,01632 960011,Newport\n";
    var answer = csv("nadia", IMPORT + "&publish=true", file);
    assertThat(verdicts(answer)).containsOnly("created");
    town.works();
    assertThat(done(town.nobody().gets(SERVICES + answer.at("/rows/0/id"))).at("/name"))
        .isEqualTo("Quilting for all");

    var seen = new ArrayList<String>();
    var path = "/v1/directory/services?q=quilting&limit=1";
    for (var next = path; next != null; ) {
      var page = done(town.nobody().gets(next));
      page.json().path("items").forEach(one -> seen.add(one.path("id").asText()));
      next = page.json().has("next") ? path + "&after=" + page.at("/next") : null;
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(answer.json().findValuesAsText("id"));
  }

  @Test
  void postcodes_are_taken_whole_or_not_at_all() {
    var path = "/v1/directory/postcodes";
    var good = "postcode,latitude,longitude\nTS1 9ZZ,54.57,-1.24\nTS1 9ZY,54.57,-1.25\n";
    assertThat(done(csv("ada", path, good)).at("/postcodes")).isEqualTo("2");
    var bad = "postcode,latitude,longitude\nTS1 9ZX,54.57,-1.24\nTS1,95,x\n";
    assertThat(csv("ada", path, bad).places())
        .containsExactly("#/2/postcode", "#/2/latitude", "#/2/longitude");
    assertThat(town.nobody().gets("/v1/directory/services?postcode=TS19ZX").places())
        .containsExactly("query:postcode");
    assertThat(town.nobody().gets("/v1/directory/services?postcode=TS19ZY").status())
        .isEqualTo(200);
    assertThat(csv("nadia", path, good).status()).isEqualTo(404);
  }
}
