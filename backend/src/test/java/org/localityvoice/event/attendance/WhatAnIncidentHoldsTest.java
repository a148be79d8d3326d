package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.event.Session;
import org.localityvoice.http.Json;
import org.localityvoice.schedule.FinancialYear;

/** A child was hurt at a club, and nothing of that afternoon is removed while it is looked into. */
@ExtendWith(DoorstepExtension.class)
class WhatAnIncidentHoldsTest {
  private static Doorstep doorstep;

  @BeforeAll
  static void open(Doorstep shared) {
    doorstep = shared;
  }

  private static void until(java.time.Instant moment) {
    doorstep.town.passes(Duration.between(doorstep.now(), moment));
  }

  private static List<Document> of(String collection, String field, String value) {
    return doorstep.documents(collection).stream()
        .filter(one -> value.equals(one.getString(field)))
        .toList();
  }

  /** A club to which a child came, whose needs were read; the line of the child at the door. */
  private static String evening(Session club, String mother, String child, String name) {
    var booked = doorstep.registers(club, mother, child);
    doorstep.tells(mother, club, child);
    var device = doorstep.device(club);
    var scan = doorstep.scan("check-in", doorstep.ticket(mother, booked, club));
    assertThat(doorstep.verdicts(club, device, scan)).containsExactly("recorded");
    var guest = doorstep.line(club, device, name).path("guest").asText();
    var read =
        doorstep
            .town
            .nobody()
            .gets("/v1/sessions/" + club.id() + "/roster/" + guest, "Device-Token", device);
    assertThat(read.status()).as(read.text()).isEqualTo(200);
    var body =
        Town.body(
            "id", UUID.randomUUID().toString(),
            "at", doorstep.now().toString(),
            "guests", List.of(guest),
            "text", "A fall.");
    var noted =
        doorstep
            .town
            .nobody()
            .posts("/v1/sessions/" + club.id() + "/incidents", body, "Device-Token", device);
    assertThat(noted.status()).as(noted.text()).isEqualTo(201);
    doorstep.town.works();
    return noted.at("/id");
  }

  private static void holds(String incident, String method) {
    var on = LocalDate.ofInstant(doorstep.now(), ZoneId.of("UTC")).plusDays(90);
    var answer =
        doorstep
            .town
            .as("sam")
            .sends(
                method,
                "/v1/incidents/" + incident + "/hold",
                method.equals("PUT")
                    ? BodyPublishers.ofByteArray(Json.bytes(Town.body("reviewOn", on.toString())))
                    : BodyPublishers.noBody(),
                "Content-Type",
                "application/json");
    assertThat(answer.status()).as(answer.text()).isLessThan(300);
  }

  private static boolean registered(Session club, String child) {
    return doorstep.documents("registrations").stream()
        .anyMatch(
            one ->
                one.get("visit", Document.class).getString("session").equals(club.id())
                    && one.getList("participants", String.class).contains(child));
  }

  private static boolean allotted(Session club, String child) {
    return of("allotments", "_id", club.allotmentId()).stream()
        .anyMatch(one -> one.toJson().contains(child));
  }

  private static void allOf(Session club, String child, boolean there) {
    var what = child + (there ? " is there" : " is gone");
    assertThat(registered(club, child)).as("registration: " + what).isEqualTo(there);
    assertThat(allotted(club, child)).as("place: " + what).isEqualTo(there);
    assertThat(!of("attendance", "participant", child).isEmpty())
        .as("attendance: " + what)
        .isEqualTo(there);
    assertThat(!of("collected_reads", "participant", child).isEmpty())
        .as("who read it: " + what)
        .isEqualTo(there);
    assertThat(!of("roster_reads", "session", club.id()).isEmpty())
        .as("who looked: " + what)
        .isEqualTo(there);
  }

  @Test
  void all_of_it_stays_until_the_lead_lets_go_and_of_others_it_goes_on_its_day() {
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var ben = doorstep.child(ola, "Ben", "Sharma", 8);
    var hers = doorstep.club(Duration.ofHours(1), 20, false);
    var his = doorstep.club(Duration.ofHours(1), 20, false);
    var incident = evening(hers, ola, maya, "Maya S.");
    evening(his, ola, ben, "Ben S.");
    holds(incident, "PUT");
    var zone = ZoneId.of("Europe/London");
    var end = FinancialYear.endOfNext(LocalDate.ofInstant(hers.startsAt(), zone), zone);
    until(end.minusMillis(1));
    allOf(hers, maya, true);
    allOf(his, ben, true);
    assertThat(of("collected", "participant", maya)).hasSize(1);
    assertThat(of("collected", "participant", ben)).isEmpty();
    until(end);
    allOf(hers, maya, true);
    allOf(his, ben, false);
    assertThat(of("collected", "participant", maya)).hasSize(1);
    holds(incident, "DELETE");
    doorstep.town.passes(Duration.ofHours(2));
    allOf(hers, maya, false);
    assertThat(of("collected", "participant", maya)).isEmpty();
    assertThat(of("incidents", "_id", incident)).as("the note itself").hasSize(1);
    assertThat(doorstep.documents("event_purges"))
        .extracting(one -> one.getString("what"))
        .contains("registrations", "allotments");
  }

  @Test
  void a_child_who_is_removed_meanwhile_stays_in_what_is_looked_into_and_nowhere_else() {
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var one = doorstep.club(Duration.ofHours(1), 20, false);
    var other = doorstep.club(Duration.ofHours(1), 20, false);
    var incident = evening(one, ola, maya, "Maya S.");
    evening(other, ola, maya, "Maya S.");
    holds(incident, "PUT");
    doorstep.town.passes(Duration.ofHours(4));
    var removed =
        doorstep.town.as(ola).sends("DELETE", "/v1/participants/" + maya, BodyPublishers.noBody());
    assertThat(removed.status()).isEqualTo(204);
    doorstep.town.works();
    assertThat(registered(one, maya)).isTrue();
    assertThat(registered(other, maya)).isFalse();
    assertThat(of("attendance", "participant", maya))
        .extracting(row -> row.getString("session"))
        .containsExactly(one.id());
    assertThat(of("collected", "participant", maya))
        .extracting(row -> row.getString("session"))
        .containsExactly(one.id());
  }

  private static List<String> updates(String who) {
    return StreamSupport.stream(
            doorstep.town.as(who).gets("/v1/inbox").json().path("items").spliterator(), false)
        .filter(entry -> entry.path("code").asText().equals("update"))
        .map(entry -> entry.path("id").asText())
        .toList();
  }

  @Test
  void on_the_day_that_was_set_the_lead_is_told_once_and_it_goes_on_until_they_let_go() {
    var ola = doorstep.mother();
    var maya = doorstep.child(ola, "Maya", "Sharma", 8);
    var club = doorstep.club(Duration.ofHours(1), 20, false);
    var incident = evening(club, ola, maya, "Maya S.");
    holds(incident, "PUT");
    var day = LocalDate.ofInstant(doorstep.now(), ZoneId.of("UTC")).plusDays(90);
    var begins = day.atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    until(begins.minusMillis(1));
    var before = updates("sam");
    var others = updates("nadia");
    until(begins);
    var after = updates("sam").stream().filter(one -> !before.contains(one)).toList();
    assertThat(after).hasSize(1);
    assertThat(updates("nadia")).isEqualTo(others);
    assertThat(of("inbox", "_id", after.get(0)))
        .allSatisfy(one -> assertThat(one.toJson()).doesNotContain(incident, maya, club.id()));
    doorstep.town.passes(Duration.ofDays(2));
    assertThat(updates("sam")).doesNotHaveDuplicates().containsAll(after);
    assertThat(updates("sam").stream().filter(one -> !before.contains(one))).hasSize(1);
    assertThat(of("collected", "participant", maya)).as("held on").hasSize(1);
    // Another day that is set is another day on which somebody is told.
    holds(incident, "PUT");
    doorstep.town.passes(Duration.ofDays(91));
    assertThat(updates("sam").stream().filter(one -> !before.contains(one))).hasSize(2);
    holds(incident, "DELETE");
    doorstep.town.passes(Duration.ofHours(2));
    assertThat(of("collected", "participant", maya)).isEmpty();
  }
}
