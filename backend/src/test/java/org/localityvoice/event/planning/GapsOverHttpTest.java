package org.localityvoice.event.planning;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.planning.Programmes.adds;
import static org.localityvoice.event.planning.Programmes.date;
import static org.localityvoice.event.planning.Programmes.drafts;
import static org.localityvoice.event.planning.Programmes.programme;
import static org.localityvoice.event.planning.Programmes.publishes;
import static org.localityvoice.event.planning.Programmes.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.event.Session;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What is missing in a locality shows as what is there with nothing in it. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class GapsOverHttpTest {
  private static final String GAPS = "/v1/localities/newport/event-gaps";
  private static final String NOTHING = "{\"sessions\":0,\"offered\":0,\"taken\":0,\"drafted\":0}";

  /** Somebody registers a party, by the allotment of the session. */
  private static void joins(Store store, Town town, String session, String... participants) {
    var vertx = Vertx.vertx();
    var mongo = store.connect();
    var found =
        Wait.forResult(
                Publishers.first(
                    mongo.collection("sessions", Session.class).find(eq("_id", session))))
            .orElseThrow();
    var jobs =
        new Jobs(
            vertx, new Leases(mongo, "a test", town.clock()), town.clock(), Duration.ofSeconds(30));
    var allotments =
        new Allotments(
            vertx, mongo, new Relay(mongo, jobs, town.clock()), town.clock(), new Random(1));
    var party = new Party("party-" + session, "gita", List.of(participants));
    Wait.forResult(
        allotments.apply(found.allotmentId(), new Command.Join(session, party, Entrance.RESIDENT)));
    Wait.forResult(vertx.close());
    town.works();
  }

  private static JsonNode band(JsonNode report, int week, String ages) {
    for (var band : report.at("/weeks/" + week + "/bands")) {
      if (band.path("ages").asText().equals(ages)) {
        return band.path("places");
      }
    }
    throw new AssertionError("no band " + ages);
  }

  @Test
  void a_manager_sees_what_a_holiday_offers_to_whom_and_what_it_does_not(Store store, Town town) {
    var theo = town.as("theo");
    var omar = town.as("omar");
    drafts(
        theo,
        "haf-club-2026",
        with(programme("thirteen", "HAF club", "holiday-club"), "supportsSend", true));
    for (var day : List.of("21", "22")) {
      adds(
          theo,
          "haf-club-2026-12-" + day,
          date(
              "haf-club-2026",
              "2026-12-" + day + "T13:00",
              "2026-12-" + day + "T16:00",
              "newport-hub",
              "main-hall"));
    }
    assertThat(publishes(theo, "haf-club-2026").status()).isEqualTo(200);
    drafts(
        omar,
        "boxing-2026",
        with(
            programme("cleveland-police", "Boxing", "sport"), "ages", Map.of("from", 9, "to", 16)));
    // Late on Sunday: by the clock of the area it is still that week.
    adds(
        omar,
        "boxing-2026-12-27",
        date("boxing-2026", "2026-12-27T23:00", "2026-12-27T23:45", "newport-park", "pitch"));
    joins(store, town, "haf-club-2026-12-21", "amina", "yusuf", "leon");

    var seen = town.as("nadia").gets(GAPS + "?from=2026-12-23&to=2026-12-28");
    assertThat(seen.status()).as(seen.text()).isEqualTo(200);
    var report = seen.json();
    assertThat(report.at("/weeks")).hasSize(2);
    assertThat(report.at("/weeks/0/week").asText()).isEqualTo("2026-W52");
    assertThat(report.at("/weeks/0/from").asText()).isEqualTo("2026-12-21");
    var primary = band(report, 0, "5-10");
    assertThat(primary.path("sendCapable").toString())
        .isEqualTo("{\"sessions\":2,\"offered\":40,\"taken\":3,\"drafted\":0}");
    for (var ages : List.of("5-10", "11-15", "16-17")) {
      assertThat(band(report, 0, ages).path("others").toString())
          .as(ages)
          .isEqualTo("{\"sessions\":0,\"offered\":0,\"taken\":0,\"drafted\":20}");
    }
    for (var ages : List.of("0-4", "11-15", "16-17", "18-64", "65+")) {
      assertThat(band(report, 0, ages).path("sendCapable").toString()).as(ages).isEqualTo(NOTHING);
      assertThat(band(report, 1, ages).path("others").toString()).as(ages).isEqualTo(NOTHING);
    }
    assertThat(report.at("/weeks/0/total/sendCapable/offered").asInt()).isEqualTo(40);
    assertThat(report.at("/weeks/0/total/others/drafted").asInt()).isEqualTo(20);
    assertThat(seen.text()).as("nobody is in it").doesNotContain("amina", "gita");

    assertThat(omar.gets(GAPS + "?from=2026-12-23&to=2026-12-28").text()).isEqualTo(seen.text());
    for (var other : List.of("ana", "wyn", "nora", "pat")) {
      assertThat(town.as(other).gets(GAPS + "?from=2026-12-21&to=2026-12-21").status())
          .as(other)
          .isEqualTo(404);
    }
    assertThat(
            omar.gets("/v1/localities/nowhere/event-gaps?from=2026-12-21&to=2026-12-21").status())
        .isEqualTo(404);
    for (var bad :
        List.of(
            "from=2026-12-21&to=2026-12-20",
            "from=2026-12-21&to=2027-06-21",
            "from=2026-12-21&to=2096-01-01")) {
      assertThat(omar.gets(GAPS + "?" + bad).places()).as(bad).containsExactly("query:to");
    }
    assertThat(omar.gets(GAPS + "?from=2026-12-21&to=2027-06-20").json().path("weeks"))
        .as("half a year")
        .hasSize(26);
    assertThat(omar.gets(GAPS + "?from=2026-12-21").places()).containsExactly("query:to");
    assertThat(omar.gets(GAPS + "?from=2026-02-30&to=2026-12-21").places())
        .containsExactly("query:from");
    forgotten(store, town);
  }

  /** How many had places is told, and known, to the end of the next financial year. */
  private static void forgotten(Store store, Town town) {
    var weeks = "?from=2026-12-21&to=2026-12-28";
    var end = Instant.parse("2028-03-31T23:00:00Z");
    town.passes(Duration.between(town.clock().instant(), end).minusMillis(1));
    assertThat(band(town.as("nadia").gets(GAPS + weeks).json(), 0, "5-10").toString())
        .contains("\"taken\":3");
    town.passes(Duration.ofMillis(1));
    var late = town.as("nadia").gets(GAPS + weeks);
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.places()).containsExactly("query:from");
    assertThat(late.text()).contains("2027-04-01");
    assertThat(town.as("nadia").gets(GAPS + "?from=2027-04-01&to=2027-04-01").status())
        .isEqualTo(200);
    town.passes(Duration.ofHours(7));
    var taken = store.connect().collection(PlacesTakenStore.COLLECTION, BsonDocument.class);
    assertThat(Wait.forResult(Publishers.list(taken.find()))).isEmpty();
  }
}
