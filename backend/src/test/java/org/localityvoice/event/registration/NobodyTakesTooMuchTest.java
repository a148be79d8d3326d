package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.registration.Bookings.id;
import static org.localityvoice.event.registration.Bookings.party;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.event.MadeEvents;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Places are for those who come: nobody books a summer away, or jumps the queue. */
@ExtendWith(StoreExtension.class)
class NobodyTakesTooMuchTest {
  private static final Instant AFTER_SCHOOL = Instant.parse("2027-01-11T16:00:00Z");
  private static Bookings bookings;

  @BeforeAll
  static void start(Store store, @TempDir Path folder) {
    bookings = new Bookings(store, folder);
  }

  @AfterAll
  static void stop() {
    bookings.close();
  }

  private static List<String> term(int days, int capacity) {
    return bookings.days(MadeEvents.event(id()), AFTER_SCHOOL, days, capacity);
  }

  /** Twenty children of one guardian, with consent to the events of those sessions. */
  private static List<String> children(String guardian, String... sessions) {
    var events = List.of(sessions).stream().map(Bookings::event).toArray(String[]::new);
    var ids = IntStream.range(0, 20).mapToObj(i -> id()).toList();
    bookings.addAll(
        ids.stream()
            .map(child -> MadePeople.child(child, Bookings.EIGHT, guardian, events))
            .toList());
    return ids;
  }

  private static String[] first(List<String> all, int size) {
    return all.subList(0, size).toArray(String[]::new);
  }

  @Test
  void whoever_leaves_the_queue_and_comes_again_is_at_its_end() {
    var day = bookings.days(1, 1).get(0);
    bookings.registered("bilal", day, bookings.child("bilal", day));
    var mia = bookings.child("ana", day);
    var first = bookings.registered("ana", day, mia);
    var next = bookings.registered("zofia", day, bookings.child("zofia", day));
    assertThat(bookings.sees("ana", first).at("/position")).isEqualTo("1");
    for (var round = 0; round < 3; round++) {
      assertThat(bookings.does("ana", first, "cancel").at("/state")).isEqualTo("ended");
      // Neither the old id nor a new one is a way back.
      assertThat(bookings.registers("ana", day, party(first, mia)).at("/state")).isEqualTo("ended");
      first = bookings.registered("ana", day, mia);
      assertThat(bookings.sees("ana", first).at("/position")).isEqualTo("2");
      assertThat(bookings.sees("zofia", next).at("/position")).isEqualTo("1");
    }
  }

  @Test
  void one_account_holds_four_hundred_places_to_come_and_no_more() {
    var holidays = bookings.days(15, 20);
    var club = term(22, 60);
    var all = children("school", holidays.get(0), club.get(0));
    var whole = party(id(), first(all, 20));
    assertThat(bookings.books("school", Bookings.event(holidays.get(0)), whole).status())
        .isEqualTo(201);
    // 300, and 5 for each of 22 days would be 410: not one of them is had.
    var week = party(id(), first(all, 5));
    for (var tries = 0; tries < 2; tries++) {
      var refused = bookings.books("school", Bookings.event(club.get(0)), week);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("too-many-places");
      assertThat(refused.at("/detail")).contains("Give some back first");
    }
    assertThat(club).allMatch(day -> bookings.taken(day) == 0);
    var last = "";
    for (var day : club.subList(0, 5)) {
      last = bookings.registered("school", day, first(all, 20));
    }
    var more = party(id(), all.get(0));
    assertThat(bookings.registers("school", club.get(20), more).problem())
        .isEqualTo("too-many-places");
    // The controls: another account may, and this one when it has given something back.
    bookings.registered("ana", club.get(20), bookings.child("ana", club.get(20)));
    assertThat(bookings.does("school", last, "cancel").status()).isEqualTo(200);
    var small = bookings.registered("school", club.get(19), first(all, 19));
    var grown = all.stream().map(Bookings::member).toList();
    assertThat(bookings.registers("school", club.get(18), more).status()).isEqualTo(201);
    assertThat(bookings.changes("school", small, id(), Map.of("participants", grown)).problem())
        .isEqualTo("too-many-places");
    assertThat(bookings.taken(club.get(19))).isEqualTo(19);
    assertThat(bookings.does("school", small, "cancel").status()).isEqualTo(200);
    atOnce(club.get(20), club.get(21), all);
  }

  /** Forty requests at once for the last nineteen places that the account may have. */
  private static void atOnce(String one, String other, List<String> all) {
    var before = bookings.taken(one) + bookings.taken(other);
    var asked =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            bookings.registers(
                                "school", i < 20 ? one : other, party(id(), all.get(i % 20)))))
            .toList();
    assertThat(asked).allMatch(answer -> List.of(201, 409).contains(answer.join().status()));
    assertThat(bookings.taken(one) + bookings.taken(other)).isLessThanOrEqualTo(before + 19);
    // Two at once may both have been refused; one after the other they fill up what is left.
    for (var child : all) {
      bookings.registers("school", one, party(id(), child));
      bookings.registers("school", other, party(id(), child));
    }
    assertThat(bookings.taken(one) + bookings.taken(other)).isEqualTo(before + 19);
  }

  @Test
  void one_child_is_in_a_hundred_and_twenty_sessions_to_come() {
    var term = term(120, 1);
    var event = Bookings.event(term.get(0));
    var day = bookings.days(1, 9).get(0);
    var mia = MadePeople.child(id(), Bookings.EIGHT, "ana", event, Bookings.event(day));
    bookings.add(mia);
    var year = bookings.books("ana", event, party(id(), mia.id()));
    assertThat(year.status()).as(year.text()).isEqualTo(201);
    var more = party(id(), mia.id());
    var refused = bookings.registers("ana", day, more);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("too-many-ahead");
    assertThat(refused.at("/detail")).contains("120");
    // The control: when she has given one back.
    var one = year.at("/registrations/0/registration");
    assertThat(bookings.does("ana", one, "cancel").status()).isEqualTo(200);
    assertThat(bookings.registers("ana", day, more).status()).isEqualTo(201);
  }
}
