package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.registration.Bookings.id;
import static org.localityvoice.event.registration.Bookings.member;
import static org.localityvoice.event.registration.Bookings.party;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Families register for sessions, over HTTP. */
@ExtendWith(StoreExtension.class)
class RegistrationsTest {
  private static Bookings bookings;

  @BeforeAll
  static void start(Store store, @TempDir Path folder) {
    bookings = new Bookings(store, folder);
  }

  @AfterAll
  static void stop() {
    bookings.close();
  }

  @Test
  void a_mother_registers_two_children_once_however_often_her_phone_asks() {
    var day = bookings.days(1, 4).get(0);
    var mia = bookings.child("ana", day);
    var leo = bookings.child("ana", day);
    var party = party(id(), mia, leo);
    var first = bookings.registers("ana", day, party);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(first.header("Location")).isEqualTo("/v1/registrations/" + party.get("id"));
    assertThat(first.at("/state")).isEqualTo("placed");
    assertThat(first.at("/title")).isEqualTo("Feast of Fun");
    assertThat(first.json().at("/participants")).hasSize(2);
    assertThat(first.text()).doesNotContain("canary");

    // She sees it at once, before anything has been carried out.
    assertThat(town().as("ana").gets("/v1/registrations").text())
        .contains((String) party.get("id"))
        .doesNotContain("canary");

    var again = bookings.registers("ana", day, party);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    var other = party((String) party.get("id"), mia);
    assertThat(bookings.registers("ana", day, other).problem()).isEqualTo("registration-id-taken");
    var toldOtherwise =
        Town.body(
            "id",
            party.get("id"),
            "participants",
            List.of(
                Town.body(
                    "id", mia, "needs", Map.of("emergencyContacts", contacts(), "dietary", "All.")),
                member(leo)));
    assertThat(bookings.registers("ana", day, toldOtherwise).problem())
        .isEqualTo("registration-id-taken");
    assertThat(bookings.taken(day)).isEqualTo(2);
    town().works();
    assertThat(bookings.sees("ana", (String) party.get("id")).text()).isEqualTo(first.text());
  }

  private static List<Map<String, Object>> contacts() {
    return List.of(Town.body("name", "Ana Petrescu", "phone", "01632 960123"));
  }

  @Test
  void what_is_not_asked_is_refused_what_is_missing_is_named_and_nothing_is_left() {
    var day = bookings.days(1, 4).get(0);
    var mia = bookings.child("ana", day);
    var undeclared =
        Town.body(
            "id",
            id(),
            "participants",
            List.of(
                Town.body(
                    "id", mia, "needs", Map.of("medical", "x", "emergencyContacts", contacts()))));
    var answer = bookings.registers("ana", day, undeclared);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsExactly("#/participants/0/needs/medical");

    var silent = Town.body("id", id(), "participants", List.of(Map.of("id", mia)));
    assertThat(bookings.registers("ana", day, silent).places())
        .containsExactly("#/participants/0/needs/emergencyContacts");
    assertThat(bookings.registers("ana", day, party(id(), mia, mia)).places())
        .containsExactly("#/participants/1/id");
    assertThat(
            bookings
                .registers("ana", day, Town.body("id", id(), "participants", List.of()))
                .places())
        .containsExactly("#/participants");
    assertThat(bookings.taken(day)).isZero();
    assertThat(bookings.sees("ana", (String) undeclared.get("id")).status()).isEqualTo(404);
  }

  @Test
  void nobody_registers_somebody_elses_child_or_sees_where_it_goes() {
    var day = bookings.days(1, 4).get(0);
    var mia = bookings.child("ana", day);
    var absent = bookings.registers("zofia", day, party(id(), "nobody"));
    var others = bookings.registers("zofia", day, party(id(), mia));
    assertThat(others.status()).isEqualTo(404);
    assertThat(others.at("/detail")).isEqualTo(absent.at("/detail"));
    assertThat(bookings.registers("ana", "no-such-session", party(id(), mia)).status())
        .isEqualTo(404);

    var registration = bookings.registered("ana", day, mia);
    assertThat(bookings.sees("zofia", registration).status()).isEqualTo(404);
    for (var what : List.of("cancel", "accept", "decline")) {
      assertThat(bookings.does("zofia", registration, what).status()).isEqualTo(404);
    }
    var change = Map.<String, Object>of("participants", List.of(member(mia)));
    assertThat(bookings.changes("zofia", registration, id(), change).status()).isEqualTo(404);
    assertThat(town().as("zofia").gets("/v1/registrations").text()).doesNotContain(registration);
    assertThat(town().nobody().gets("/v1/registrations").status()).isEqualTo(401);
    assertThat(bookings.taken(day)).isEqualTo(1);
  }

  @Test
  void who_is_removed_comes_to_nothing_any_more_and_is_in_no_registration() {
    var days = bookings.days(3, 4);
    var mia = bookings.child("mum", days.get(0));
    var leo = bookings.child("mum", days.get(0));
    var both = bookings.registered("mum", days.get(0), mia, leo);
    var alone = bookings.registered("mum", days.get(1), mia);
    var left = bookings.registered("mum", days.get(2), mia);
    assertThat(bookings.does("mum", left, "cancel").status()).isEqualTo(200);
    var week = bookings.days(2, 4);
    var pia = bookings.child("mum", week.get(0));
    var packaged = party(id(), pia);
    var booked = bookings.books("mum", Bookings.event(week.get(0)), packaged);
    assertThat(booked.status()).as(booked.text()).isEqualTo(201);
    town().works();
    assertThat(bookings.with(mia, "registrations")).hasSize(3);

    for (var child : List.of(mia, pia)) {
      assertThat(bookings.removes("mum", child).status()).isEqualTo(204);
    }
    town().works();
    assertThat(bookings.taken(days.get(0))).isEqualTo(1);
    assertThat(bookings.taken(days.get(1))).isZero();
    assertThat(bookings.taken(week.get(0))).isZero();
    for (var child : List.of(mia, pia)) {
      for (var where : List.of("registrations", "packages", "collected", "allotments")) {
        assertThat(bookings.with(child, where)).as(where).isEmpty();
      }
    }
    assertThat(bookings.with(alone, "registrations"))
        .as("a row stays for its figures, and nobody's")
        .hasSize(1)
        .noneMatch(row -> row.contains("\"mum\""));
    assertThat(bookings.sees("mum", both).json().at("/participants"))
        .extracting(one -> one.asText())
        .containsExactly(leo);
    assertThat(bookings.list("mum")).contains(both).doesNotContain(alone, left);
    assertThat(town().outbox().documents()).isZero();
  }

  @Test
  void who_waits_is_offered_what_becomes_free_is_told_and_accepts() {
    var day = bookings.days(1, 1).get(0);
    var first = bookings.registered("ana", day, bookings.child("ana", day));
    var second = bookings.registered("zofia", day, bookings.child("zofia", day));
    var third = bookings.registered("gita", day, bookings.child("gita", day));
    assertThat(bookings.sees("zofia", second).at("/state")).isEqualTo("waiting");
    assertThat(bookings.sees("gita", third).json().at("/position").asInt()).isEqualTo(2);
    assertThat(bookings.does("zofia", second, "accept").problem()).isEqualTo("nothing-offered");

    assertThat(bookings.does("ana", first, "cancel").at("/reason")).isEqualTo("left");
    assertThat(bookings.does("ana", first, "cancel").at("/reason")).isEqualTo("left");
    town().works();
    var offered = bookings.sees("zofia", second);
    assertThat(offered.at("/state")).isEqualTo("offered");
    assertThat(offered.at("/offeredUntil")).isNotEmpty();
    assertThat(bookings.told("zofia")).contains("registration.offered");
    assertThat(town().as("zofia").gets("/v1/inbox").text()).contains(second).contains("Feast");

    assertThat(bookings.does("zofia", second, "decline").at("/reason")).isEqualTo("declined");
    town().works();
    assertThat(bookings.does("gita", third, "accept").at("/state")).isEqualTo("placed");
    assertThat(bookings.does("gita", third, "accept").at("/state")).isEqualTo("placed");
    assertThat(bookings.taken(day)).isEqualTo(1);
  }

  @Test
  void a_place_elsewhere_at_the_time_must_be_meant() {
    var one = bookings.days(1, 4).get(0);
    var other =
        bookings.days(MadeEvents.event(id()), Bookings.MONDAY.plus(Duration.ofHours(1)), 1, 4);
    var next =
        bookings.days(MadeEvents.event(id()), Bookings.MONDAY.plus(Duration.ofHours(2)), 1, 4);
    var mia =
        bookings.add(
            MadePeople.child(
                id(),
                Bookings.EIGHT,
                "ana",
                Bookings.event(one),
                Bookings.event(other.get(0)),
                Bookings.event(next.get(0))));
    bookings.registered("ana", one, mia);
    // One that begins when the other ends is no matter.
    bookings.registered("ana", next.get(0), mia);
    var party = party(id(), mia);
    var refused = bookings.registers("ana", other.get(0), party);
    assertThat(refused.problem()).isEqualTo("overlapping-place");
    assertThat(refused.at("/detail")).contains(one);
    var meant = new HashMap<>(party);
    meant.put("confirmOverlap", true);
    assertThat(bookings.registers("ana", other.get(0), meant).status()).isEqualTo(201);
  }

  @Test
  void a_party_grows_only_where_there_is_room_and_shrinks_always() {
    var day = bookings.days(1, 2).get(0);
    var mia = bookings.child("ana", day);
    var leo = bookings.child("ana", day);
    var kim = bookings.child("ana", day);
    var registration = bookings.registered("ana", day, mia);
    var both = Map.<String, Object>of("participants", List.of(Map.of("id", mia), member(leo)));
    var key = Person.key();
    assertThat(bookings.changes("ana", registration, key, both).json().at("/participants"))
        .hasSize(2);
    assertThat(bookings.changes("ana", registration, key, both).json().at("/participants"))
        .hasSize(2);
    var three =
        Map.<String, Object>of(
            "participants", List.of(Map.of("id", mia), Map.of("id", leo), member(kim)));
    assertThat(bookings.changes("ana", registration, key, three).problem())
        .isEqualTo("key-used-before");
    assertThat(bookings.changes("ana", registration, id(), three).problem())
        .isEqualTo("party-too-large");
    var untold = Map.<String, Object>of("participants", List.of(Map.of("id", kim)));
    assertThat(bookings.changes("ana", registration, id(), untold).places())
        .containsExactly("#/participants/0/needs/emergencyContacts");
    var less = Map.<String, Object>of("participants", List.of(Map.of("id", leo)));
    assertThat(bookings.changes("ana", registration, id(), less).json().at("/participants"))
        .hasSize(1);
    assertThat(bookings.taken(day)).isEqualTo(1);
    assertThat(bookings.registers("ana", day, party(id(), leo)).problem())
        .isEqualTo("participant-registered");
  }

  @Test
  void the_list_goes_by_start_page_by_page_and_what_is_over_has_its_own() {
    var uid = "reader-" + id();
    var days = bookings.days(5, 4);
    var mia = bookings.child(uid, days.get(0));
    for (var day : days) {
      bookings.registered(uid, day, mia);
    }
    var page = town().as(uid).gets("/v1/registrations?limit=3");
    assertThat(page.json().findValuesAsText("session")).isEqualTo(days.subList(0, 3));
    var rest = town().as(uid).gets("/v1/registrations?limit=3&after=" + page.at("/next"));
    assertThat(rest.json().findValuesAsText("session")).isEqualTo(days.subList(3, 5));
    assertThat(rest.json().has("next")).isFalse();
    assertThat(town().as(uid).gets("/v1/registrations?over=true").json().at("/items")).isEmpty();
    assertThat(town().as(uid).gets("/v1/registrations?after=xx").places())
        .containsExactly("query:after");
  }

  @Test
  void six_of_the_same_request_at_once_make_one_registration() {
    var day = bookings.days(1, 4).get(0);
    var party = party(id(), bookings.child("ana", day));
    var answers = atOnce(6, i -> bookings.registers("ana", day, party));
    assertThat(answers).allMatch(answer -> List.of(200, 201, 503).contains(answer.status()));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(bookings.registers("ana", day, party).at("/state")).isEqualTo("placed");
    assertThat(bookings.taken(day)).isEqualTo(1);
  }

  @Test
  void of_two_parents_who_register_one_child_at_once_one_is_told_that_it_is_there() {
    for (var round = 0; round < 5; round++) {
      var day = bookings.days(1, 4).get(0);
      var event = Bookings.event(day);
      var child = MadePeople.child(id(), Bookings.EIGHT, "ana", event);
      var mia = bookings.add(MadePeople.with(child, "bilal"));
      var parents = List.of("ana", "bilal");
      var parties = List.of(party(id(), mia), party(id(), mia));
      var answers = atOnce(2, i -> bookings.registers(parents.get(i), day, parties.get(i)));
      var loser = answers.get(0).status() == 201 ? 1 : 0;
      assertThat(answers.get(1 - loser).status()).isEqualTo(201);
      // They are told so, or to come again in a moment, and then that it is so.
      assertThat(answers.get(loser).status()).isIn(409, 503);
      var again = bookings.registers(parents.get(loser), day, parties.get(loser));
      assertThat(again.problem()).isEqualTo("participant-registered");
      assertThat(bookings.taken(day)).isEqualTo(1);
      // What was told stays, whoever was refused.
      var needs = "/v1/participants/" + mia + "/needs/" + day;
      assertThat(town().as("ana").gets(needs).text()).contains("canary-7713");
    }
  }

  private static List<Answer> atOnce(int times, IntFunction<Answer> what) {
    var asked =
        IntStream.range(0, times)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> what.apply(i)))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private static Town town() {
    return bookings.town;
  }
}
