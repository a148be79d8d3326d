package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.registration.Bookings.EIGHT;
import static org.localityvoice.event.registration.Bookings.MONDAY;
import static org.localityvoice.event.registration.Bookings.event;
import static org.localityvoice.event.registration.Bookings.id;
import static org.localityvoice.event.registration.Bookings.member;
import static org.localityvoice.event.registration.Bookings.needs;
import static org.localityvoice.event.registration.Bookings.party;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.http.Json;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** A party whose participants several people act for, at once and again, over HTTP. */
@ExtendWith(StoreExtension.class)
class PartyOfSeveralTest {
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
  void two_mothers_who_take_their_children_out_of_one_party_at_once_both_have() {
    var day = bookings.days(1, 9).get(0);
    var mia = child("ana", "gran", day);
    var leo = child("eva", "gran", day);
    var party = bookings.registered("gran", day, mia, leo);
    var both =
        atOnce(
            () -> bookings.does("ana", party, "cancel"),
            () -> bookings.does("eva", party, "cancel"));
    assertThat(both).extracting(Answer::status).containsExactly(200, 200);
    assertThat(bookings.sees("gran", party).at("/state")).isEqualTo("ended");
    assertThat(bookings.sees("gran", party).at("/reason")).isEqualTo("left");
    assertThat(bookings.taken(day)).isZero();
  }

  @Test
  void who_takes_a_child_out_does_not_undo_that_another_one_was_added_meanwhile() {
    var day = bookings.days(1, 9).get(0);
    var mia = child("ana", "gran", day);
    var leo = child("eva", "gran", day);
    var more = child("eva", "gran", day);
    var party = bookings.registered("gran", day, mia, leo);
    var both =
        atOnce(
            () -> bookings.does("ana", party, "cancel"),
            () -> bookings.changes("eva", party, id(), asked(member(leo), member(more))));
    assertThat(both).extracting(Answer::status).containsExactly(200, 200);
    assertThat(bookings.sees("gran", party).json().at("/participants"))
        .extracting(one -> one.asText())
        .containsExactlyInAnyOrder(leo, more);
    assertThat(bookings.taken(day)).isEqualTo(2);
  }

  @Test
  void who_declines_for_their_own_child_declines_for_nobody_elses() {
    var day = bookings.days(1, 2).get(0);
    var first = bookings.registered("eva", day, bookings.child("eva", day));
    var mia = child("ana", "gran", day);
    var leo = child("eva", "gran", day);
    var party = bookings.registered("gran", day, mia, leo);
    assertThat(bookings.does("ana", party, "decline").problem()).isEqualTo("nothing-offered");
    bookings.does("eva", first, "cancel");
    assertThat(bookings.sees("gran", party).at("/state")).isEqualTo("offered");
    var declined = bookings.does("ana", party, "decline");
    assertThat(declined.status()).as(declined.text()).isEqualTo(200);
    var left = bookings.sees("gran", party);
    assertThat(left.at("/state")).isEqualTo("offered");
    assertThat(left.json().at("/participants"))
        .extracting(one -> one.asText())
        .containsExactly(leo);
    assertThat(bookings.does("eva", party, "decline").at("/reason")).isEqualTo("declined");
  }

  @Test
  void who_accepts_for_a_party_of_several_is_not_told_where_other_families_children_are() {
    var day = bookings.days(1, 2).get(0);
    var later = MONDAY.plus(Duration.ofHours(1));
    var elsewhere = bookings.days(MadeEvents.event(id()), later, 1, 4).get(0);
    var full = bookings.registered("zofia", day, bookings.child("zofia", day));
    var mia = child("ana", "gran", day);
    var leo =
        bookings.add(
            MadePeople.with(
                MadePeople.child(id(), EIGHT, "eva", event(day), event(elsewhere)), "gran"));
    var party = bookings.registered("gran", day, mia, leo);
    bookings.registered("eva", elsewhere, leo);
    bookings.does("zofia", full, "cancel");
    assertThat(bookings.sees("ana", party).at("/state")).isEqualTo("offered");
    assertThat(bookings.does("gran", party, "accept").problem()).isEqualTo("overlapping-place");
    assertThat(bookings.does("ana", party, "accept").at("/state")).isEqualTo("placed");
  }

  @Test
  void a_party_of_several_grows_to_twenty_and_no_further() {
    var day = bookings.days(1, 60).get(0);
    var others = Stream.generate(() -> child("eva", "gran", day)).limit(19).toList();
    var mia = child("ana", "gran", day);
    var all = Stream.concat(others.stream(), Stream.of(mia)).toArray(String[]::new);
    var party = bookings.registered("gran", day, all);
    var answer =
        bookings.changes(
            "ana", party, id(), asked(member(mia), member(bookings.child("ana", day))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("party-too-large");
  }

  @Test
  void a_late_retry_does_not_bring_back_what_was_told_before() {
    var day = bookings.days(1, 9).get(0);
    var mia = bookings.child("ana", day);
    var party = bookings.registered("ana", day, mia);
    var first = asked(Town.body("id", mia, "needs", dietary("No fish.")));
    var key = id();
    var changed = bookings.changes("ana", party, key, first);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    var path = "/v1/participants/" + mia + "/needs/" + day;
    bookings
        .town
        .as("ana")
        .sends(
            "PUT",
            path,
            BodyPublishers.ofByteArray(Json.bytes(dietary("No fish, no nuts."))),
            "Content-Type",
            "application/json");
    var again = bookings.changes("ana", party, key, first);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(changed.text());
    assertThat(bookings.town.as("ana").gets(path).at("/dietary")).isEqualTo("No fish, no nuts.");
    var other = asked(Town.body("id", mia, "needs", dietary("Anything.")));
    assertThat(bookings.changes("ana", party, key, other).problem()).isEqualTo("key-used-before");
  }

  @Test
  void a_change_that_was_refused_is_a_new_try_when_it_comes_again() {
    var day = bookings.days(1, 2).get(0);
    var mia = bookings.child("ana", day);
    var leo = bookings.child("ana", day);
    var party = bookings.registered("ana", day, mia);
    var guest = bookings.registered("eva", day, bookings.child("eva", day));
    var key = id();
    var wanted = asked(member(mia), member(leo));
    assertThat(bookings.changes("ana", party, key, wanted).problem()).isEqualTo("session-full");
    bookings.does("eva", guest, "cancel");
    var again = bookings.changes("ana", party, key, wanted);
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(again.json().at("/participants")).hasSize(2);
  }

  @Test
  void nobody_accepts_places_for_a_child_whom_staff_have_to_look_at_first() {
    var day = bookings.days(1, 1).get(0);
    var first = bookings.registered("eva", day, bookings.child("eva", day));
    var mia = bookings.child("ana", day);
    var waits = bookings.registered("ana", day, mia);
    bookings.does("eva", first, "cancel");
    assertThat(bookings.sees("ana", waits).at("/state")).isEqualTo("offered");
    hold("PUT", mia);
    assertThat(bookings.does("ana", waits, "accept").problem()).isEqualTo("participant-on-hold");
    assertThat(bookings.sees("ana", waits).at("/state")).isEqualTo("offered");
    hold("DELETE", mia);
    assertThat(bookings.does("ana", waits, "accept").at("/state")).isEqualTo("placed");
  }

  @Test
  void a_child_on_hold_that_waits_keeps_its_turn_and_is_placed_on_the_last_day() {
    var soon = bookings.town.clock().instant().plus(Duration.ofHours(20));
    var day = bookings.days(MadeEvents.event(id()), soon, 1, 1).get(0);
    var first = bookings.registered("eva", day, bookings.child("eva", day));
    var mia = bookings.child("ana", day);
    var waits = bookings.registered("ana", day, mia);
    hold("PUT", mia);
    bookings.does("eva", first, "cancel");
    assertThat(bookings.sees("ana", waits).at("/state")).isEqualTo("placed");
    assertThat(bookings.does("ana", waits, "cancel").status()).isEqualTo(200);
  }

  private static void hold(String method, String participant) {
    var body = BodyPublishers.ofByteArray(Json.bytes(Map.of("reason", "safeguarding")));
    var answer =
        bookings
            .town
            .as("nadia")
            .sends(
                method,
                "/v1/participants/" + participant + "/hold",
                method.equals("PUT") ? body : BodyPublishers.noBody(),
                "Content-Type",
                "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String child(String guardian, String other, String day) {
    return bookings.add(
        MadePeople.with(MadePeople.child(id(), EIGHT, guardian, event(day)), other));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // They are only read.
  private static Map<String, Object> asked(Map<String, Object>... members) {
    return Town.body("participants", List.of(members));
  }

  private static Map<String, Object> dietary(String text) {
    var needs = needs();
    needs.put("dietary", text);
    return needs;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // They are only read.
  private static List<Answer> atOnce(Supplier<Answer>... all) {
    var sent = Stream.of(all).map(CompletableFuture::supplyAsync).toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }
}
