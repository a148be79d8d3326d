package org.localityvoice.event.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.registration.Bookings.id;
import static org.localityvoice.event.registration.Bookings.party;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.event.EventTowns;
import org.localityvoice.event.people.MadePeople;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** A crowd at one door, over HTTP. */
@ExtendWith(StoreExtension.class)
class SignUpRaceTest {
  private static final int JOIN = 200;
  private static final int LEAVE = 40;

  @Test
  void two_hundred_join_and_forty_leave_while_the_hall_gets_smaller_and_nobody_is_lost(
      Store store, @TempDir Path folder) throws Exception {
    try (var bookings = new Bookings(store, folder)) {
      var day = bookings.days(1, 30).get(0);
      var children =
          IntStream.range(0, JOIN + LEAVE)
              .mapToObj(
                  i -> MadePeople.child("c-" + i, Bookings.EIGHT, "g-" + i, Bookings.event(day)))
              .toList();
      bookings.addAll(children);
      var before = new ArrayList<String>();
      for (var i = 0; i < LEAVE; i++) {
        before.add(bookings.registered("g-" + i, day, "c-" + i));
      }
      var tasks = new ArrayList<Callable<Answer>>();
      var ids = IntStream.range(0, JOIN).mapToObj(i -> id()).toList();
      for (var i = 0; i < JOIN; i++) {
        var who = LEAVE + i;
        var id = ids.get(i);
        tasks.add(() -> patient(bookings, "g-" + who, day, id, "c-" + who));
        if (i % (JOIN / LEAVE) == 0) {
          var leaver = i / (JOIN / LEAVE);
          tasks.add(() -> bookings.does("g-" + leaver, before.get(leaver), "cancel"));
        }
      }
      var crowd = Executors.newFixedThreadPool(16);
      List<Future<Answer>> asked = new ArrayList<>();
      for (var i = 0; i < tasks.size(); i++) {
        if (i == tasks.size() / 2) {
          var smaller = EventTowns.session(Bookings.event(day), "2026-12-21T13:00", "capacity", 20);
          var theo = bookings.town.as("theo");
          asked.add(crowd.submit(() -> EventTowns.edits(theo, "/v1/sessions/" + day, smaller, 1)));
        }
        asked.add(crowd.submit(tasks.get(i)));
      }
      for (var one : asked) {
        assertThat(one.get().status()).as(one.get().text()).isIn(200, 201, 409);
      }
      crowd.shutdown();
      assertThat(bookings.taken(day)).isBetween(20, 30);
      bookings.town.works();
      var hall = bookings.town.as("theo").gets("/v1/events/" + Bookings.event(day));
      assertThat(hall.at("/sessions/0/capacity")).isEqualTo("20");

      // Everybody finds what they were answered, or what it has become since; no row is without
      // its registration.
      var standing = 0;
      for (var i = 0; i < JOIN; i++) {
        var seen = bookings.sees("g-" + (LEAVE + i), ids.get(i));
        if (seen.status() == 404) {
          assertThat(bookings.list("g-" + (LEAVE + i))).isEmpty();
        } else {
          standing += List.of("placed", "offered").contains(seen.at("/state")) ? 1 : 0;
        }
      }
      assertThat(standing).isEqualTo(bookings.taken(day));
      for (var i = 0; i < LEAVE; i++) {
        assertThat(bookings.sees("g-" + i, before.get(i)).at("/reason")).isEqualTo("left");
      }
    }
  }

  /** Asks again where the answer is to come again. */
  private static Answer patient(
      Bookings bookings, String uid, String day, String id, String child) {
    for (var tries = 0; tries < 20; tries++) {
      var answer = bookings.registers(uid, day, party(id, child));
      if (answer.status() != 503) {
        return answer;
      }
      assertThat(answer.header("Retry-After")).isNotEmpty();
    }
    throw new AssertionError("no answer");
  }
}
