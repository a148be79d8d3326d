package org.localityvoice.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.notify.Post.NOON;
import static org.localityvoice.notify.Post.about;
import static org.localityvoice.notify.Post.effect;
import static org.localityvoice.notify.Post.toPeople;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What residents and staff find in their inboxes, and what they do not. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class InboxTest {
  private static final String INBOX = "/v1/inbox";

  private static List<JsonNode> items(Person person, String... headers) {
    var items = person.gets(INBOX, headers).json().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  private static List<String> codes(Person person) {
    return items(person).stream().map(item -> item.path("code").asText()).toList();
  }

  private static Answer reads(Person person, String entry) {
    return person.sends("PUT", INBOX + "/" + entry + "/read", BodyPublishers.noBody());
  }

  private static Notice toStaff(About about, String partner, boolean managers, String actor) {
    return new Notice(about, List.of(), List.of(partner), managers, null, actor);
  }

  @Test
  void those_affected_are_told_in_their_own_language_and_asked(Store store, Town town) {
    var asked =
        new Notice(
            about("r1", 7, "report.said-done"),
            List.of("ana", "zofia"),
            List.of(),
            false,
            8L,
            null);
    new Post(store, town).sends(asked);

    var item = items(town.as("ana")).get(0);
    assertThat(item.path("audience").asText()).isEqualTo("person");
    assertThat(item.path("report").asText()).isEqualTo("r1");
    assertThat(item.path("question").asInt()).isEqualTo(8);
    assertThat(item.path("at").asText()).isEqualTo(NOON.toString());
    assertThat(item.at("/locality/name").asText()).isEqualTo("Newport");
    assertThat(item.path("text").asText())
        .isEqualTo(
            "Those in charge say that this is done: Litter or a full bin, Newport."
                + " Has it been dealt with?");
    assertThat(items(town.as("zofia"), "Accept-Language", "pl").get(0).path("text").asText())
        .isEqualTo(
            "Odpowiedzialni mówią, że to zrobiono: Śmieci lub pełny kosz, Newport."
                + " Czy problem został rozwiązany?");
    assertThat(items(town.as("bilal"))).isEmpty();
  }

  @Test
  void what_an_organisation_is_told_its_officers_in_that_locality_find(Store store, Town town) {
    new Post(store, town)
        .sends(
            toStaff(about("r1", 1, "report.new"), "cleveland-police", false, null),
            toStaff(about("r2", 1, "report.new"), "thirteen", false, null),
            toStaff(
                about("r3", 1, "report.new", "elsewhere", "litter", NOON),
                "cleveland-police",
                false,
                null));

    assertThat(items(town.as("omar"))).hasSize(1);
    assertThat(items(town.as("omar")).get(0).path("audience").asText()).isEqualTo("organisation");
    assertThat(items(town.as("omar")).get(0).path("report").asText()).isEqualTo("r1");
    // Nora works for that partner, but is no officer of it.
    for (var other : List.of("ana", "wyn", "nadia", "nora", "pat", "sam", "ada")) {
      assertThat(items(town.as(other))).as(other).isEmpty();
    }
  }

  @Test
  void what_managers_are_told_the_manager_of_that_locality_finds_and_no_other(
      Store store, Town town) {
    new Post(store, town)
        .sends(
            new Notice(about("r1", 4, "report.overdue"), List.of(), List.of(), true, null, null));

    assertThat(items(town.as("nadia")).get(0).path("audience").asText()).isEqualTo("managers");
    for (var other : List.of("ana", "wyn", "omar", "nora", "pat")) {
      assertThat(items(town.as(other))).as(other).isEmpty();
    }
  }

  @Test
  void nobody_is_told_of_their_own_doing(Store store, Town town) {
    new Post(store, town)
        .sends(
            toStaff(about("r1", 2, "report.disputed"), "cleveland-police", true, "nadia"),
            new Notice(
                about("r1", 3, "report.planned"),
                List.of("ana", "gita"),
                List.of(),
                false,
                null,
                "ana"));

    assertThat(codes(town.as("omar"))).containsExactly("report.disputed");
    assertThat(items(town.as("nadia"))).isEmpty();
    assertThat(items(town.as("ana"))).isEmpty();
    assertThat(codes(town.as("gita"))).containsExactly("report.planned");
  }

  @Test
  void staff_are_told_of_events_by_their_titles_and_once_a_day_for_two_events(
      Store store, Town town) {
    var titles = Map.of("en", "Sports week and Fun club", "pl", "Tydzień sportu i Klub zabawy");
    var pair = new About.Happening("pair", "p1", titles, "2026-12-21");
    var found = new About("", 1, "event-clash.found", "newport", "", "", NOON, null, pair);
    var tomorrow = new About("", 2, "event-clash.found", "newport", "", "", NOON, null, pair);
    new Post(store, town)
        .sends(
            toStaff(found, "cleveland-police", false, null),
            toStaff(found, "cleveland-police", false, null),
            toStaff(tomorrow, "cleveland-police", false, null));

    var told = items(town.as("omar"));
    assertThat(told).hasSize(2);
    assertThat(told.get(0).path("text").asText())
        .isEqualTo(
            "These events get in each other's way on 2026-12-21 in Newport: Sports week and Fun"
                + " club. Please say what is to become of it, each side for itself.");
    assertThat(told.get(0).at("/happening/id").asText()).isEqualTo("p1");
    assertThat(told.get(0).has("report") || told.get(0).has("measure")).isFalse();
    assertThat(
            items(town.as("omar"), "Accept-Language", "pl").get(0).at("/happening/title").asText())
        .isEqualTo("Tydzień sportu i Klub zabawy");
  }

  @Test
  void each_reader_of_a_shared_inbox_has_marks_of_their_own(Store store, Town town) {
    new Post(store, town)
        .sends(
            toStaff(about("r1", 1, "report.new"), "cleveland-police", true, null),
            toPeople(about("r2", 5, "report.planned"), "nadia"));
    var nadia = town.as("nadia");
    assertThat(nadia.gets(INBOX).json().path("unread").asInt()).isEqualTo(2);

    var shared =
        items(nadia).stream()
            .filter(item -> item.path("audience").asText().equals("managers"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    assertThat(reads(nadia, shared).status()).isEqualTo(204);
    var first = nadia.gets(INBOX);
    town.passes(Duration.ofMinutes(1));
    assertThat(reads(nadia, shared).status()).isEqualTo(204);

    assertThat(first.json().path("unread").asInt()).isEqualTo(1);
    assertThat(nadia.gets(INBOX).text()).as("the first time counts").isEqualTo(first.text());
    assertThat(town.as("omar").gets(INBOX).json().path("unread").asInt()).isEqualTo(1);
  }

  @Test
  void an_entry_of_somebody_else_cannot_be_told_from_none(Store store, Town town) {
    new Post(store, town)
        .sends(
            toPeople(about("r1", 5, "report.planned"), "ana"),
            toStaff(about("r1", 6, "report.overdue"), "cleveland-police", true, null));
    var absent = faceless(reads(town.as("bilal"), "0".repeat(12) + "-" + "0".repeat(32)));
    assertThat(absent).contains("not-found");
    for (var owner : List.of("ana", "omar", "nadia")) {
      var entry = items(town.as(owner)).get(0).path("id").asText();
      assertThat(faceless(reads(town.as("nora"), entry))).as(owner).isEqualTo(absent);
      assertThat(reads(town.as(owner), entry).status()).as(owner).isEqualTo(204);
      assertThat(reads(town.nobody(), entry).status()).isEqualTo(401);
    }
    assertThat(town.nobody().gets(INBOX).status()).isEqualTo(401);
  }

  private static String faceless(Answer answer) {
    return answer.text().replace(answer.at("/instance"), "");
  }

  @Test
  void one_thing_is_told_once_whichever_way_and_however_often_it_comes(Store store, Town town) {
    var post = new Post(store, town);
    var notice = toPeople(about("r1", 5, "report.planned"), "ana");
    post.sends(effect("e1", notice));
    var first = town.as("ana").gets(INBOX).text();
    post.sends(effect("e1", notice));
    post.sends(effect("e2", notice));
    assertThat(town.as("ana").gets(INBOX).text()).isEqualTo(first);
    // The control: the next thing is another one.
    post.sends(effect("e3", toPeople(about("r1", 6, "report.planned"), "ana")));
    assertThat(items(town.as("ana"))).hasSize(2);
  }

  @Test
  void an_inbox_is_read_page_by_page_newest_first(Store store, Town town) {
    var all =
        IntStream.rangeClosed(1, 7)
            .mapToObj(
                i ->
                    (Object)
                        new Notice(
                            about(
                                "r" + i,
                                1,
                                "report.overdue",
                                "newport",
                                "litter",
                                NOON.plusSeconds(i)),
                            i % 2 == 0 ? List.of("nadia") : List.of(),
                            List.of(),
                            i % 2 == 1,
                            null,
                            null))
            .toArray();
    new Post(store, town).sends(all);

    var seen = new ArrayList<String>();
    var after = "";
    do {
      var page = town.as("nadia").gets(INBOX + "?limit=3" + after).json();
      page.path("items").forEach(item -> seen.add(item.path("report").asText()));
      assertThat(page.path("unread").asInt()).isEqualTo(7);
      after = page.has("next") ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty());
    assertThat(seen).containsExactly("r7", "r6", "r5", "r4", "r3", "r2", "r1");
  }

  @Test
  void a_page_marker_or_a_limit_that_cannot_be_is_refused(Town town) {
    assertThat(town.as("ana").gets(INBOX + "?after=tomorrow").places())
        .containsExactly("query:after");
    assertThat(town.as("ana").gets(INBOX + "?limit=0").places()).containsExactly("query:limit");
    assertThat(town.as("ana").gets(INBOX + "?since=now").places()).containsExactly("query:since");
    assertThat(reads(town.as("ana"), "no%20id").places()).containsExactly("path:entryId");
  }

  @Test
  void entries_are_forgotten_after_a_year(Store store, Town town) {
    new Post(store, town).sends(toPeople(about("r1", 5, "report.planned"), "ana"));
    town.clock().set(NOON.plus(InboxService.KEPT));
    town.works();
    assertThat(items(town.as("ana"))).hasSize(1);
    town.passes(Duration.ofMillis(1));
    assertThat(items(town.as("ana"))).isEmpty();
  }

  @Test
  void a_code_of_a_newer_server_is_told_in_general_words(Store store, Town town) {
    new Post(store, town).sends(toPeople(about("r1", 5, "report.moved-to-mars"), "ana"));
    var item = items(town.as("ana")).get(0);
    assertThat(item.path("code").asText()).isEqualTo("report.moved-to-mars");
    assertThat(item.path("text").asText()).startsWith("There is something new about this: ");
  }
}
