package org.localityvoice.event.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.planning.Programmes.CLASHES;
import static org.localityvoice.event.planning.Programmes.adds;
import static org.localityvoice.event.planning.Programmes.answer;
import static org.localityvoice.event.planning.Programmes.changes;
import static org.localityvoice.event.planning.Programmes.clashes;
import static org.localityvoice.event.planning.Programmes.date;
import static org.localityvoice.event.planning.Programmes.decides;
import static org.localityvoice.event.planning.Programmes.drafts;
import static org.localityvoice.event.planning.Programmes.programme;
import static org.localityvoice.event.planning.Programmes.publishes;
import static org.localityvoice.event.planning.Programmes.says;
import static org.localityvoice.event.planning.Programmes.told;
import static org.localityvoice.event.planning.Programmes.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** Partners who plan for the same children find out in time, and settle it. */
@ExtendWith(TownExtension.class)
class PlanningTogetherTest {
  private static final String HAF = "haf-club-2026";
  private static final String HAF_DAY = "haf-club-2026-12-21";
  private static final String FEAST = "feast-of-fun-2026";
  private static final String FEAST_DAY = "feast-of-fun-2026-12-21";
  private static final String REASON = "There are more children than both of us have places for.";

  private static Map<String, Object> feastDay(String starts, String ends) {
    return date(FEAST, "2026-12-21T" + starts, "2026-12-21T" + ends, "newport-park", "pitch");
  }

  /** Theo of the landlord has a holiday club, and Omar of the police a feast of fun. */
  private static void bothPlanForOneAfternoon(Town town) {
    drafts(town.as("theo"), HAF, programme("thirteen", "HAF club", "holiday-club"));
    adds(
        town.as("theo"),
        HAF_DAY,
        date(HAF, "2026-12-21T13:00", "2026-12-21T16:00", "newport-hub", "main-hall"));
    drafts(town.as("omar"), FEAST, programme("cleveland-police", "Feast of Fun", "open-play"));
    adds(town.as("omar"), FEAST_DAY, feastDay("14:00", "17:00"));
    town.works();
  }

  private static void refused(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  private static Map<String, Object> accepts(int round, String session) {
    return with(answer(round, session, "accepted"), "reason", REASON);
  }

  /** One of many answers. */
  private static Map<String, Object> accepts(JsonNode clash, String organiser) {
    for (var side : clash.path("sides")) {
      if (side.path("organiser").asText().equals(organiser)) {
        return with(
            accepts(clash.path("round").asInt(), side.path("session").asText()),
            "clash",
            clash.path("id").asText());
      }
    }
    throw new AssertionError("no side of " + organiser);
  }

  private static Answer sends(Person officer, List<Map<String, Object>> answers, String key) {
    return officer.posts(
        "/v1/event-clash-answers", Map.of("answers", answers), "Idempotency-Key", key);
  }

  @Test
  void a_holiday_club_and_a_feast_of_fun_on_one_afternoon_are_one_duplicate_that_both_settle(
      Town town) {
    var theo = town.as("theo");
    var omar = town.as("omar");
    bothPlanForOneAfternoon(town);

    // Both are told, once; everybody who plans in Newport sees it, and nobody else.
    assertThat(told(theo, "event-clash.found")).isEqualTo(1);
    assertThat(told(omar, "event-clash.found")).isEqualTo(1);
    for (var staff : List.of("theo", "omar", "rosa", "nadia")) {
      assertThat(clashes(town.as(staff), "open")).as(staff).hasSize(1);
    }
    var clash = clashes(theo, "open").get(0);
    var id = clash.path("id").asText();
    var path = "/v1/event-clashes/" + id;
    assertThat(clash.path("code").asText()).isEqualTo("DUPLICATE");
    for (var other : List.of("ana", "wyn", "nora", "pat", "sam", "ada")) {
      assertThat(town.as(other).gets(CLASHES).status()).as(other).isEqualTo(404);
      assertThat(town.as(other).gets(path).status()).as(other).isEqualTo(404);
    }
    assertThat(town.nobody().gets(CLASHES).status()).isEqualTo(401);

    // Neither can publish, not even both at the same moment.
    var atOnce =
        List.of(
            CompletableFuture.supplyAsync(() -> publishes(theo, HAF)),
            CompletableFuture.supplyAsync(() -> publishes(omar, FEAST)));
    for (var tried : atOnce) {
      refused(tried.join(), 409, "event-clashes");
      assertThat(tried.join().at("/conflicts/0")).isEqualTo(id);
      assertThat(tried.join().at("/detail")).contains("DUPLICATE");
      // Whoever reads it knows what clashes with what, and when.
      var why = tried.join().json().at("/hindrances/0");
      assertThat(why.at("/id").asText()).isEqualTo(id);
      assertThat(why.at("/code").asText()).isEqualTo("DUPLICATE");
      assertThat(why.findValuesAsText("en")).containsExactlyInAnyOrder("HAF club", "Feast of Fun");
      assertThat(why.findValuesAsText("startsAt"))
          .containsExactlyInAnyOrder("2026-12-21T13:00:00Z", "2026-12-21T14:00:00Z");
    }
    assertThat(town.nobody().gets("/v1/events/" + HAF).status()).isEqualTo(404);

    // Theo wants both to go on, and has to say why; for Omar he cannot speak.
    var noReason = says(theo, id, answer(1, HAF_DAY, "accepted"));
    refused(noReason, 400, "invalid-request");
    assertThat(noReason.places()).containsExactly("#/reason");
    refused(says(theo, id, accepts(1, FEAST_DAY)), 403, "forbidden");
    refused(says(theo, id, accepts(1, "somebody-elses")), 404, "not-found");
    var key = Person.key();
    var retries =
        IntStream.range(0, 4)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> says(theo, id, accepts(1, HAF_DAY), key)))
            .toList();
    retries.forEach(one -> assertThat(one.join().status()).isEqualTo(200));
    refused(says(theo, id, answer(1, HAF_DAY, "withdrawn"), key), 409, "key-used-before");
    town.works();
    assertThat(told(omar, "event-clash.answered")).isEqualTo(1);
    refused(publishes(theo, HAF), 409, "event-clashes");

    assertThat(says(omar, id, accepts(1, FEAST_DAY)).at("/state")).isEqualTo("resolved");
    refused(says(omar, id, answer(1, FEAST_DAY, "withdrawn")), 409, "clash-resolved");
    assertThat(clashes(theo, "open")).isEmpty();
    assertThat(publishes(theo, HAF).status()).isEqualTo(200);
    assertThat(publishes(omar, FEAST).status()).isEqualTo(200);
    assertThat(town.nobody().gets("/v1/events/" + HAF).status()).isEqualTo(200);
    anotherWardMeansTheSameFamilies(town);
  }

  /** Rosa's crafts are in the next ward, but meant for people from up to three kilometres away. */
  private static void anotherWardMeansTheSameFamilies(Town town) {
    var rosa = town.as("rosa");
    var crafts = "crafts-2026";
    var ordinary =
        with(
            programme("environment-and-community-services", "Crafts", "arts"),
            "locality",
            "north-ormesby");
    drafts(rosa, crafts, with(ordinary, "catchmentMetres", 3_000));
    var place = "ormesby-community-centre";
    adds(rosa, crafts, date(crafts, "2026-12-21T13:00", "2026-12-21T15:00", place, "hall"));
    town.works();
    for (var manager : List.of("nadia", "nora")) {
      var locality = manager.equals("nora") ? "north-ormesby" : "newport";
      var seen = town.as(manager).gets("/v1/localities/" + locality + "/event-clashes").json();
      assertThat(seen.path("items"))
          .as(manager)
          .hasSize(2)
          .allMatch(one -> one.path("code").asText().equals("COMPETING"));
    }
    var held = publishes(rosa, crafts);
    refused(held, 409, "event-clashes");
    assertThat(held.json().path("conflicts")).hasSize(2);

    // Theo's own reach does not go so far, and the clash stays although it is he who changes.
    var day = date(HAF, "2026-12-21T13:00", "2026-12-21T16:00", "newport-hub", "main-hall");
    changes(town.as("theo"), HAF_DAY, 2, with(day, "capacity", 25));
    town.works();
    assertThat(clashes(town.as("theo"), "open")).hasSize(2);
    Programmes.edits(rosa, "/v1/events/" + crafts, ordinary, 1);
    town.works();
    assertThat(clashes(town.as("theo"), "open")).as("for the ward only").isEmpty();
    assertThat(publishes(rosa, crafts).status()).isEqualTo(200);

    // A year after the afternoon nobody keeps what was said of it.
    town.passes(Duration.ofDays(28));
    assertThat(clashes(town.as("theo"), "resolved")).hasSize(1);
    town.passes(Duration.ofDays(366));
    assertThat(clashes(town.as("theo"), "resolved")).isEmpty();
    assertThat(clashes(town.as("theo"), "gone")).isEmpty();
  }

  @Test
  void what_was_settled_holds_for_the_two_as_they_were(Town town) {
    var theo = town.as("theo");
    var omar = town.as("omar");
    bothPlanForOneAfternoon(town);
    var id = clashes(theo, "open").get(0).path("id").asText();
    says(theo, id, accepts(1, HAF_DAY));
    says(omar, id, accepts(1, FEAST_DAY));

    changes(omar, FEAST_DAY, 1, feastDay("13:30", "17:00"));
    refused(publishes(theo, HAF), 409, "event-clashes");
    assertThat(theo.gets("/v1/event-clashes/" + id).json().path("round").asInt()).isEqualTo(2);
    refused(says(theo, id, accepts(1, HAF_DAY)), 409, "clash-opened-anew");

    // More places make no difference to it, and touching is no clash.
    assertThat(says(theo, id, answer(2, HAF_DAY, "moved")).at("/state")).isEqualTo("open");
    changes(omar, FEAST_DAY, 2, with(feastDay("13:30", "17:00"), "capacity", 30));
    town.works();
    assertThat(theo.gets("/v1/event-clashes/" + id).json().path("round").asInt()).isEqualTo(2);
    changes(omar, FEAST_DAY, 3, feastDay("16:00", "19:00"));
    town.works();
    assertThat(clashes(theo, "open")).isEmpty();
    assertThat(clashes(theo, "gone")).hasSize(1);
    refused(says(omar, id, accepts(2, FEAST_DAY)), 409, "clash-gone");
    assertThat(publishes(theo, HAF).status()).isEqualTo(200);
    assertThat(publishes(omar, FEAST).status()).isEqualTo(200);
  }

  @Test
  void after_five_working_days_the_manager_is_told_and_decides(Town town) {
    bothPlanForOneAfternoon(town);
    var id = clashes(town.as("nadia"), "open").get(0).path("id").asText();
    var decision =
        Town.body("round", 1, "resolution", "withdrawn", "givesWay", HAF_DAY, "reason", REASON);
    refused(decides(town.as("nadia"), id, decision), 409, "clash-with-organisers");
    refused(decides(town.as("theo"), id, decision), 404, "not-found");

    // Only one of them answers. The sixth day is a Sunday, the seventh a Monday.
    assertThat(says(town.as("theo"), id, accepts(1, HAF_DAY)).status()).isEqualTo(200);
    town.passes(Duration.ofDays(6));
    assertThat(told(town.as("nadia"), "event-clash.unanswered")).isZero();
    town.passes(Duration.ofDays(1));
    town.passes(Duration.ofDays(1));
    var theo = town.as("theo");
    var nadia = town.as("nadia");
    assertThat(told(nadia, "event-clash.unanswered")).isEqualTo(1);
    assertThat(told(town.as("nora"), "event-clash.unanswered")).isZero();

    var bad = decides(nadia, id, with(decision, "givesWay", "another-session"));
    assertThat(bad.places()).containsExactly("#/givesWay");
    assertThat(decides(nadia, id, decision).at("/decision/by")).isEqualTo("neighbourhood-manager");
    refused(decides(nadia, id, decision), 409, "clash-resolved");
    town.works();
    assertThat(told(theo, "event-clash.decided")).isEqualTo(1);
    refused(publishes(theo, HAF), 409, "event-clashes");
    assertThat(publishes(town.as("omar"), FEAST).status()).isEqualTo(200);

    // Theo finds another date, and takes the old one back.
    adds(
        theo,
        "haf-club-2026-12-22",
        date(HAF, "2026-12-22T13:00", "2026-12-22T16:00", "newport-hub", "main-hall"));
    var cancelled =
        theo.posts(
            "/v1/events/" + HAF + "/sessions/changes",
            Map.of("sessions", List.of(HAF_DAY), "action", "cancel"));
    assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
    town.works();
    assertThat(clashes(nadia, "gone")).hasSize(1);
    assertThat(publishes(theo, HAF).status()).isEqualTo(200);
  }

  @Test
  void two_series_are_one_pair_whose_clashes_are_read_page_by_page(Town town) {
    var theo = town.as("theo");
    var omar = town.as("omar");
    drafts(theo, HAF, programme("thirteen", "Football", "sport"));
    drafts(omar, FEAST, programme("cleveland-police", "Boxing", "sport"));
    // Five Wednesdays, with the change of clocks on 28 March between them.
    for (var event : List.of(HAF, FEAST)) {
      var own = event.equals(HAF);
      var series =
          Town.body(
              "id",
              event + "-spring",
              "from",
              "2027-03-10",
              "to",
              "2027-04-07",
              "weekdays",
              List.of("wednesday"),
              "starts",
              own ? "16:00" : "17:00",
              "ends",
              own ? "17:30" : "18:30",
              "venue",
              own ? "newport-park" : "newport-hub",
              "space",
              own ? "pitch" : "main-hall",
              "capacity",
              20);
      var made = (own ? theo : omar).posts("/v1/events/" + event + "/series", series);
      assertThat(made.status()).as(made.text()).isEqualTo(200);
    }
    town.works();

    var all = clashes(theo, "open");
    assertThat(all).hasSize(5).allMatch(one -> one.path("code").asText().equals("DUPLICATE"));
    var pair = all.get(0).path("pair").asText();
    assertThat(all).allMatch(one -> one.path("pair").asText().equals(pair));
    assertThat(told(theo, "event-clash.found")).as("one entry for two events").isEqualTo(1);

    var first = theo.gets(CLASHES + "?limit=3&pair=" + pair).json();
    assertThat(first.path("items")).hasSize(3);
    var rest =
        theo.gets(CLASHES + "?limit=3&pair=" + pair + "&after=" + first.path("next").asText());
    assertThat(rest.json().path("items")).hasSize(2);
    assertThat(rest.json().has("next")).isFalse();
    assertThat(rest.json().at("/items/1/id")).isEqualTo(all.get(4).path("id"));
    assertThat(theo.gets(CLASHES + "?pair=none-such").json().path("items")).isEmpty();
    assertThat(theo.gets(CLASHES + "?after=bm9uc2Vuc2U").places()).containsExactly("query:after");

    // Four are settled, and one is enough to hold it up; without that one the gate lets it pass.
    for (var officer : List.of(theo, omar)) {
      var own = officer == theo ? "thirteen" : "cleveland-police";
      var answers = all.subList(0, 4).stream().map(one -> accepts(one, own)).toList();
      var key = Person.key();
      for (var attempt = 0; attempt < 2; attempt++) {
        var results = sends(officer, answers, key).json().path("results");
        assertThat(results)
            .hasSize(4)
            .allMatch(one -> one.path("outcome").asText().equals("answered"));
      }
    }
    var mixed = sends(theo, List.of(accepts(all.get(0), "thirteen")), Person.key());
    assertThat(mixed.at("/results/0/code")).isEqualTo("clash-resolved");
    var held = publishes(theo, HAF);
    refused(held, 409, "event-clashes");
    assertThat(held.json().path("conflicts")).containsExactly(all.get(4).path("id"));
    sends(theo, List.of(accepts(all.get(4), "thirteen")), Person.key());
    sends(omar, List.of(accepts(all.get(4), "cleveland-police")), Person.key());
    assertThat(publishes(theo, HAF).status()).isEqualTo(200);
  }
}
