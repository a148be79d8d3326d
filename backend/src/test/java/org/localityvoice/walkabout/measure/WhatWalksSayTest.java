package org.localityvoice.walkabout.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.grade;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.planned;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.localityvoice.walkabout.Walks;

/** Wyn and Rosa walk through Newport; what they grade becomes figures. One town, month by month. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhatWalksSayTest {
  private static final String INDEX = "/v1/localities/newport/walkabout-index";
  private static final String AGREEMENT = "/v1/localities/newport/grader-agreement";
  private static Store store;
  private static Town town;
  private static String first;

  @BeforeAll
  static void opens() throws Exception {
    store = StoreExtension.fresh();
    town = Town.on(store, Files.createTempDirectory("walks"), Map.of());
  }

  @AfterAll
  static void closes() {
    town.close();
  }

  /** Has the clock go on until then. */
  private static void until(String when) {
    town.passes(Duration.between(town.clock().instant(), Instant.parse(when)));
  }

  private static Map<String, Object> ended(String walkabout, String when) {
    return item(walkabout, "it-ended-" + walkabout, "walkabout", Town.body("endedAt", when));
  }

  private static String now() {
    return town.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A walkabout of Wyn's that has ended with so many transects graded A. */
  private static void walked(int transects) {
    var walkabout = planned(town);
    town.passes(Duration.ofDays(3));
    var items = new ArrayList<Map<String, Object>>();
    for (var i = 1; i <= transects; i++) {
      items.add(grade(walkabout, "some-" + walkabout + i, "t%02d".formatted(i), "litter", "A"));
    }
    items.add(ended(walkabout, now()));
    sends(town.as("wyn"), items);
    town.works();
  }

  private static Answer index(String from, String to) {
    return town.nobody().gets(INDEX + "?from=" + from + "&to=" + to);
  }

  private static JsonNode element(Answer answer, int month, String element) {
    for (var one : answer.json().at("/months/" + month + "/elements")) {
      if (one.path("element").asText().equals(element)) {
        return one;
      }
    }
    throw new AssertionError("no " + element + " in " + answer.text());
  }

  private static JsonNode litter(String month) {
    return element(index(month, month), 0, "litter");
  }

  @Test
  @Order(1)
  void ten_good_four_b_minus_and_six_worse_are_40_in_the_month_in_which_the_walk_ended() {
    first = planned(town);
    until("2026-11-25T11:40:00Z");
    sends(town.as("wyn"), Walks.worked(first, "litter", "a-"));
    town.works();
    assertThat(index("2026-11", "2026-11").at("/months/0/walkabouts"))
        .as("it has not ended")
        .isEqualTo("0");
    sends(town.as("wyn"), List.of(ended(first, "2026-11-25T11:40:00Z")));
    town.works();

    var seen = index("2026-10", "2026-11");
    var litter = element(seen, 1, "litter");
    assertThat(litter.path("index").asDouble()).isEqualTo(40.0);
    assertThat(litter.path("transectsGraded").asInt()).isEqualTo(20);
    assertThat(litter.path("transectsPlanned").asInt()).isEqualTo(20);
    assertThat(litter.path("theme").asText()).isEqualTo("environmental-standards");
    assertThat(litter.path("words").asText())
        .isEqualTo("Litter: 40.0, from 20 of 20 transects. 0 is best, 100 worst.");
    assertThat(litter.has("withheld")).isFalse();
    assertThat(seen.at("/methodVersion")).isEqualTo("walkabout-index-1");
    assertThat(seen.at("/months/1/provisional")).isEqualTo("true");
    assertThat(seen.at("/months/1/walkabouts")).isEqualTo("1");
    // What nobody graded is withheld, and no zero.
    var graffiti = element(seen, 1, "graffiti");
    assertThat(graffiti.has("index")).isFalse();
    assertThat(graffiti.path("withheld").asText()).isEqualTo("too-few-transects");
    assertThat(element(seen, 0, "litter").path("withheld").asText()).isEqualTo("no-walkabout");
    assertThat(seen.json().at("/months/0").has("overall")).isFalse();
    assertThat(seen.json().at("/months/1").has("overall"))
        .as("one element of eleven is not the locality")
        .isFalse();
    var tag = seen.header("ETag");
    var path = INDEX + "?from=2026-10&to=2026-11";
    assertThat(town.nobody().gets(path, "If-None-Match", tag).status()).isEqualTo(304);
    var polish = town.nobody().gets(path, "Accept-Language", "pl");
    assertThat(element(polish, 1, "litter").path("words").asText()).startsWith("Śmieci: 40,0");
    assertThat(element(polish, 0, "litter").path("words").asText()).contains("żaden obchód");
    // Everything once more, shuffled: the same.
    var again = new ArrayList<>(Walks.worked(first, "litter", "a-"));
    again.add(ended(first, "2026-11-25T11:40:00Z"));
    Collections.shuffle(again);
    sends(town.as("wyn"), again);
    town.works();
    assertThat(town.nobody().gets(path).header("ETag")).isEqualTo(tag);
  }

  @Test
  @Order(2)
  void where_graders_differ_the_transect_is_left_out_until_the_lead_has_settled_it() {
    sends(town.as("rosa"), List.of(grade(first, "rosas-grade", "t01", "litter", "D")));
    town.works();
    var open = litter("2026-11");
    assertThat(open.path("index").asDouble()).as("8 of 19, not the mean").isEqualTo(42.1);
    assertThat(open.path("transectsGraded").asInt()).isEqualTo(19);
    assertThat(open.path("unsettled").asInt()).isEqualTo(1);
    var choice = Town.body("transect", "t01", "element", "litter", "grade", "rosas-grade");
    var path = "/v1/walkabouts/" + first + "/settlements";
    assertThat(town.as("wyn").posts(path, choice).status()).isEqualTo(200);
    town.works();
    assertThat(litter("2026-11").path("index").asDouble()).isEqualTo(45.0);
    choice.put("grade", "a-litter01");
    town.as("wyn").posts(path, choice);
    town.works();
    assertThat(litter("2026-11").path("index").asDouble()).isEqualTo(40.0);
    assertThat(litter("2026-11").path("unsettled").asInt()).isZero();
  }

  @Test
  @Order(3)
  void a_blind_re_walk_counts_for_the_graders_and_not_for_the_street() {
    var path = AGREEMENT + "?from=2026-11&to=2026-11";
    assertThat(town.as("wyn").gets(path).at("/all/withheld")).isEqualTo("too-few-pairs");
    var before = index("2026-11", "2026-11").text();
    var rewalk = UUID.randomUUID().toString();
    var plan = with(Walks.plan("2026-11-27T10:00"), "rewalkOf", first);
    plan.put("shortNoticeReason", "A trial.");
    var made = Walks.puts(town.as("nadia"), rewalk, plan, "If-None-Match", "*");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    until("2026-11-27T12:00:00Z");
    var items = Walks.worked(rewalk, "litter", "b-");
    items.set(0, grade(rewalk, "b-litter01", "t01", "litter", "D"));
    items.add(ended(rewalk, "2026-11-27T11:50:00Z"));
    sends(town.as("rosa"), items);
    town.works();
    assertThat(index("2026-11", "2026-11").text()).isEqualTo(before);

    var told = town.as("rosa").gets(path);
    assertThat(told.at("/rewalks")).isEqualTo("1");
    assertThat(told.at("/all/pairs")).isEqualTo("20");
    var kappa = told.json().at("/all/kappa").asDouble();
    assertThat(kappa).isBetween(0.5, 0.9);
    assertThat(told.at("/elements/0/element")).isEqualTo("litter");
    assertThat(told.text()).doesNotContain("wyn\"", "rosa", "t01", "\"D\"");
    // What is settled about the first walk later counts for the agreement as well.
    var choice = Town.body("transect", "t01", "element", "litter", "grade", "rosas-grade");
    town.as("wyn").posts("/v1/walkabouts/" + first + "/settlements", choice);
    town.works();
    var settled = town.as("pat").gets(path);
    assertThat(settled.at("/all/pairs")).as("Rosa's own grades say nothing").isEqualTo("19");
    assertThat(settled.at("/sameGrader")).isEqualTo("1");
    assertThat(settled.json().at("/all/kappa").asDouble()).isEqualTo(1.0);
    choice.put("grade", "a-litter01");
    town.as("wyn").posts("/v1/walkabouts/" + first + "/settlements", choice);
    town.works();
    assertThat(town.as("wyn").gets(path).json().at("/all/kappa").asDouble()).isEqualTo(kappa);
    for (var nobodyOfThere : List.of("nora", "ana")) {
      assertThat(town.as(nobodyOfThere).gets(path).status()).isIn(403, 404);
    }
    assertThat(town.nobody().gets(path).status()).isEqualTo(401);
    assertThat(town.as("nora").gets(path).status()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void a_second_walk_that_was_broken_off_weighs_only_where_it_went() {
    var second = planned(town);
    until("2026-11-30T12:00:00Z");
    sends(
        town.as("rosa"),
        List.of(
            grade(second, "second-19", "t19", "litter", "B"),
            grade(second, "second-20", "t20", "litter", "A"),
            ended(second, "2026-11-30T11:00:00Z")));
    town.works();
    var both = litter("2026-11");
    assertThat(both.path("index").asDouble()).as("two of the D are halves now").isEqualTo(35.0);
    assertThat(both.path("transectsGraded").asInt()).isEqualTo(20);
    assertThat(both.path("gradings").asInt()).isEqualTo(22);
    assertThat(index("2026-11", "2026-11").at("/months/0/walkabouts")).isEqualTo("2");
  }

  @Test
  @Order(5)
  void nine_transects_are_too_few_eleven_too_little_of_the_way_and_twelve_enough() {
    until("2026-12-02T10:00:00Z");
    walked(9);
    assertThat(litter("2026-12").path("withheld").asText()).isEqualTo("too-few-transects");
    walked(11);
    var thin = litter("2026-12");
    assertThat(thin.path("withheld").asText()).isEqualTo("route-not-walked");
    assertThat(thin.has("index")).isFalse();
    assertThat(thin.path("words").asText()).contains("less than 60 per cent");
    walked(12);
    var enough = litter("2026-12");
    assertThat(enough.path("index").asDouble(-1)).isZero();
    assertThat(enough.path("transectsGraded").asInt()).isEqualTo(12);
    assertThat(enough.path("gradings").asInt()).isEqualTo(32);
  }

  @Test
  @Order(6)
  void
      a_correction_whose_first_grade_was_lost_counts_after_five_days_though_nobody_sends_anything() {
    var walkabout = planned(town);
    town.passes(Duration.ofDays(3));
    var items = new ArrayList<>(Walks.worked(walkabout, "graffiti", "c-"));
    items.set(
        0,
        item(
            walkabout,
            "correction",
            "grade",
            Town.body(
                "transect", "t01", "element", "graffiti", "grade", "D", "corrects", "lost-one")));
    items.add(ended(walkabout, now()));
    sends(town.as("wyn"), items);
    town.works();
    assertThat(town.clock().instant()).isBefore(Instant.parse("2026-12-24T00:00:00Z"));
    var held = element(index("2026-12", "2026-12"), 0, "graffiti");
    assertThat(held.path("transectsGraded").asInt()).isEqualTo(19);
    town.passes(Duration.ofDays(5).plusHours(2));
    var counts = element(index("2026-12", "2026-12"), 0, "graffiti");
    assertThat(counts.path("transectsGraded").asInt()).isEqualTo(20);
    assertThat(counts.path("index").asDouble()).isEqualTo(45.0);
  }

  @Test
  @Order(7)
  void the_month_is_by_the_clocks_of_the_place_and_no_device_moves_it() {
    until("2027-06-29T09:00:00Z");
    var late = planned(town);
    until("2027-07-01T10:00:00Z");
    var items = new ArrayList<>(Walks.worked(late, "litter", "d-"));
    // Half past midnight in July; planned for this morning, so before that it cannot have ended.
    items.add(ended(late, "2027-06-30T23:30:00Z"));
    sends(town.as("wyn"), items);
    town.works();
    assertThat(litter("2027-07").path("index").asDouble()).isEqualTo(40.0);
    assertThat(litter("2027-06").path("withheld").asText()).isEqualTo("no-walkabout");

    until("2027-07-29T22:00:00Z");
    var another = UUID.randomUUID().toString();
    var plan = with(Walks.plan("2027-07-31T23:30"), "shortNoticeReason", "By night.");
    Walks.puts(town.as("wyn"), another, plan, "If-None-Match", "*");
    until("2027-08-01T09:00:00Z");
    items = new ArrayList<>(Walks.worked(another, "graffiti", "e-"));
    // A quarter past midnight in August, though in UTC it is July.
    items.add(ended(another, "2027-07-31T23:15:00Z"));
    sends(town.as("wyn"), items);
    var ahead = planned(town);
    items = new ArrayList<>(Walks.worked(ahead, "weeds", "f-"));
    until("2027-08-03T12:00:00Z");
    // A device that is two years ahead: it cannot have ended after we heard of it.
    items.add(ended(ahead, "2029-08-03T11:00:00Z"));
    sends(town.as("wyn"), items);
    town.works();
    var july = index("2027-07", "2027-08");
    assertThat(element(july, 0, "graffiti").path("transectsGraded").asInt()).isZero();
    assertThat(element(july, 1, "graffiti").path("index").asDouble()).isEqualTo(40.0);
    assertThat(element(july, 1, "weeds").path("index").asDouble()).isEqualTo(40.0);
    assertThat(july.at("/months/1/walkabouts")).isEqualTo("2");
  }

  @Test
  @Order(8)
  void what_cannot_be_asked_is_answered_plainly() {
    for (var query :
        List.of(
            "?from=2027-03&to=2027-02", "?from=2025-07&to=2027-07", "?from=2027-07&to=2027-09")) {
      assertThat(town.nobody().gets(INDEX + query).places()).containsExactly("query:to");
      assertThat(town.as("nadia").gets(AGREEMENT + query).places()).containsExactly("query:to");
    }
    assertThat(index("2025-08", "2027-07").json().at("/months")).hasSize(24);
    for (var query : List.of("", "?from=2027-01", "?from=2027-13&to=2027-13", "?from=x&to=y")) {
      var refused = town.nobody().gets(INDEX + query);
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(refused.places()).isNotEmpty();
    }
    var nowhere =
        town.nobody().gets("/v1/localities/nowhere/walkabout-index?from=2027-01&to=2027-01");
    assertThat(nowhere.status()).isEqualTo(404);
    // Walks of one locality are not those of the other.
    var elsewhere =
        town.nobody().gets("/v1/localities/north-ormesby/walkabout-index?from=2026-11&to=2026-11");
    assertThat(elsewhere.at("/months/0/walkabouts")).isEqualTo("0");
    assertThat(town.outbox().documents()).isZero();
  }

  @Test
  @Order(9)
  void what_was_made_from_an_older_walkabout_never_takes_the_place_of_a_newer_one() {
    var tallies = new TallyStore(store.connect());
    var kept =
        Wait.forResult(tallies.between("newport", "2026-11", "2026-12", Optional.empty(), 1));
    var newest = kept.get(0);
    assertThat(Wait.forResult(tallies.put(from(newest, newest.source() - 1)))).isFalse();
    assertThat(Wait.forResult(tallies.put(from(newest, newest.source())))).isTrue();
    // Page by page, each once.
    var seen = new ArrayList<String>();
    var mark = Optional.<TallyStore.Mark>empty();
    for (var page = kept; !page.isEmpty(); ) {
      seen.add(page.get(0).id());
      mark = Optional.of(new TallyStore.Mark(page.get(0).month(), page.get(0).id()));
      page = Wait.forResult(tallies.between("newport", "2026-11", "2026-12", mark, 1));
    }
    assertThat(seen).doesNotHaveDuplicates().contains(first).hasSize(7);
  }

  private static WalkTally from(WalkTally tally, long source) {
    return new WalkTally(
        tally.id(),
        source,
        tally.locality(),
        tally.month(),
        tally.day(),
        tally.rewalk(),
        tally.route(),
        tally.transects(),
        tally.elements(),
        tally.pairs(),
        tally.sameGrader(),
        tally.againAt());
  }
}
