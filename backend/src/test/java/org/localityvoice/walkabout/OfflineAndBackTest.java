package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.grade;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.planned;
import static org.localityvoice.walkabout.Walks.puts;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.verdicts;
import static org.localityvoice.walkabout.Walks.with;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.testing.StoreExtension;

/** What was noted without a network comes back, in pieces and more than once. */
class OfflineAndBackTest {
  private static Town town;

  @BeforeAll
  static void opens() throws Exception {
    town = Town.on(StoreExtension.fresh(), Files.createTempDirectory("walks"), Map.of());
  }

  @AfterAll
  static void closes() {
    town.close();
  }

  private static Person wyn() {
    return town.as("wyn");
  }

  private static Answer record(Person person, String walkabout) {
    return person.gets("/v1/walkabouts/" + walkabout + "/record");
  }

  private static List<Map<String, Object>> walk(String walkabout) {
    var items = new ArrayList<>(Walks.worked(walkabout, "litter", "w1-"));
    items.add(item(walkabout, "note-began", "walkabout", began("2026-11-25T10:02:00Z")));
    items.add(
        with(
            item(
                walkabout,
                "note-ended",
                "walkabout",
                Town.body(
                    "endedAt",
                    "2026-11-25T11:40:00Z",
                    "participants",
                    List.of(
                        Town.body("type", "warden", "organisation", "thirteen", "count", 2),
                        Town.body("type", "resident", "count", 7)))),
            "after",
            "note-began"));
    var correction = grade(walkabout, "correction", "t01", "litter", "A");
    correction.put(
        "payload",
        Town.body("transect", "t01", "element", "litter", "grade", "A", "corrects", "w1-litter01"));
    items.add(correction);
    items.add(grade(walkabout, "not-meant", "t05", "graffiti", "D"));
    items.add(
        item(walkabout, "taken-back", "remove", Town.body("kind", "grade", "item", "not-meant")));
    return items;
  }

  private static Map<String, Object> began(String when) {
    return Town.body("startedAt", when);
  }

  /** What everybody and the graders see of it, without the name of the walkabout itself. */
  private static String seen(String walkabout) {
    var open = town.nobody().gets("/v1/walkabouts/" + walkabout);
    return (record(wyn(), walkabout).text() + open.json().at("/counts") + open.at("/state"))
        .replace(walkabout, "it");
  }

  @Test
  void the_same_notes_once_twice_at_once_shuffled_or_in_pieces_are_the_same_walk()
      throws Exception {
    var once = planned(town);
    var first = sends(wyn(), walk(once));
    assertThat(verdicts(first).subList(0, 23)).containsOnly("created");
    assertThat(verdicts(first)).endsWith("deleted", "created");
    var expected = seen(once);
    assertThat(expected).contains("ended", "\"walked\":20", "\"count\":7", "\"unsettled\":0");

    assertThat(verdicts(sends(wyn(), walk(once)))).containsOnly("duplicate", "deleted").hasSize(25);
    assertThat(seen(once)).isEqualTo(expected);

    var atOnce = planned(town);
    var tries = new ArrayList<CompletableFuture<Answer>>();
    for (var i = 0; i < 4; i++) {
      var items = walk(atOnce);
      Collections.shuffle(items, new Random(i));
      tries.add(CompletableFuture.supplyAsync(() -> sends(town.as("wyn"), items)));
    }
    for (var one : tries) {
      assertThat(verdicts(one.get())).doesNotContain("invalid", "contentMismatch", "conflictHard");
    }
    assertThat(seen(atOnce)).isEqualTo(expected);

    var random = new Random(7);
    var inPieces = planned(town);
    var shuffled = walk(inPieces);
    Collections.shuffle(shuffled, random);
    for (var from = 0; from < shuffled.size(); from += 4) {
      var piece = shuffled.subList(from, Math.min(shuffled.size(), from + 4));
      sends(wyn(), piece);
      if (random.nextBoolean()) {
        sends(wyn(), piece);
      }
    }
    assertThat(seen(inPieces)).isEqualTo(expected);
  }

  @Test
  void an_item_that_does_not_fit_keeps_no_other_out() {
    var walkabout = planned(town);
    var good = grade(walkabout, "good-one", "t01", "litter", "B");
    var answer =
        sends(
            wyn(),
            List.of(
                good,
                grade(walkabout, "no-grade", "t01", "litter", "E"),
                grade(walkabout, "no-transect", "t99", "litter", "B"),
                grade(walkabout, "no-element", "t01", "moss", "B"),
                grade(walkabout, "applies", "t01", "litter", "N/A"),
                grade("no-such-walkabout", "elsewhere", "t01", "litter", "B"),
                with(good, "id", "x"),
                with(with(good, "id", "leap-second"), "deviceTime", "2026-12-31T23:59:60Z"),
                with(with(good, "id", "unknown-kind"), "kind", "song"),
                Map.of("id", "only-an-id"),
                with(
                    item(walkabout, "bad-base", "walkabout", began("2026-11-25T10:00:00Z")),
                    "baseVersion",
                    7),
                item(
                    walkabout,
                    "no-removal",
                    "remove",
                    Town.body("kind", "walkabout", "item", "good-one"))));
    assertThat(verdicts(answer)).startsWith("created");
    assertThat(verdicts(answer).subList(1, 12)).containsOnly("invalid");
    assertThat(answer.json().findValuesAsText("pointer"))
        .contains(
            "#/payload/grade",
            "#/payload/transect",
            "#/payload/element",
            "#/walkabout",
            "#/id",
            "#/deviceTime",
            "#/kind",
            "#/walkabout",
            "#/baseVersion",
            "#/payload/kind");
    assertThat(record(wyn(), walkabout).json().at("/opinions")).hasSize(1);
    assertThat(wyn().posts("/v1/walkabouts/batch", Town.body("items", List.of())).status())
        .isEqualTo(400);
  }

  @Test
  void one_id_stands_for_one_thing() {
    var walkabout = planned(town);
    var b = grade(walkabout, "one-thing", "t01", "litter", "B");
    var d = grade(walkabout, "one-thing", "t01", "litter", "D");
    // Of two in one batch nobody knows which is meant.
    assertThat(verdicts(sends(wyn(), List.of(b, d))))
        .containsExactly("contentMismatch", "contentMismatch");
    assertThat(record(wyn(), walkabout).json().at("/opinions")).isEmpty();
    assertThat(verdicts(sends(wyn(), List.of(b, b)))).containsExactly("created", "duplicate");
    assertThat(verdicts(sends(wyn(), List.of(d)))).containsExactly("contentMismatch");
    assertThat(record(wyn(), walkabout).at("/opinions/0/counts")).isEqualTo("B");
    // Spelt otherwise it is the same.
    var spelt = Town.body("deviceTime", b.get("deviceTime"), "payload", b.get("payload"));
    spelt.putAll(b);
    assertThat(verdicts(sends(wyn(), List.of(spelt)))).containsExactly("duplicate");
    // The same id in another walkabout is another item.
    var elsewhere = planned(town);
    assertThat(verdicts(sends(wyn(), List.of(grade(elsewhere, "one-thing", "t01", "litter", "D")))))
        .containsExactly("created");
  }

  @Test
  void two_graders_who_differ_are_heard_and_the_lead_settles_it() {
    var walkabout = planned(town);
    sends(wyn(), List.of(grade(walkabout, "wyns-grade", "t01", "litter", "B")));
    sends(town.as("rosa"), List.of(grade(walkabout, "rosas-grade", "t01", "litter", "C")));
    var seen = record(wyn(), walkabout);
    assertThat(seen.at("/unsettled")).isEqualTo("1");
    assertThat(seen.json().at("/opinions/0").has("counts")).isFalse();
    assertThat(seen.json().at("/opinions/0/grades").findValuesAsText("mine"))
        .containsExactlyInAnyOrder("true", "false");
    assertThat(seen.text()).doesNotContain("rosa\"", "\"wyn\"");
    town.works();
    for (var decides : List.of("nadia", "wyn")) {
      assertThat(town.as(decides).gets("/v1/inbox").text())
          .contains("walkabout.to-settle", walkabout);
    }
    assertThat(town.as("rosa").gets("/v1/inbox").text()).doesNotContain("walkabout.to-settle");

    var path = "/v1/walkabouts/" + walkabout + "/settlements";
    var choice = Town.body("transect", "t01", "element", "litter", "grade", "rosas-grade");
    assertThat(town.as("rosa").posts(path, choice).status()).isEqualTo(404);
    assertThat(wyn().posts(path, with(choice, "grade", "no-such-grade")).places())
        .containsExactly("#/grade");
    assertThat(wyn().posts(path, with(choice, "element", "weeds")).places())
        .containsExactly("#/transect");
    assertThat(wyn().posts(path, choice).at("/opinions/0/counts")).isEqualTo("C");
    var again = wyn().posts(path, choice);
    assertThat(again.at("/opinions/0/settled/role")).isEqualTo("warden");
    assertThat(again.at("/unsettled")).isEqualTo("0");
    // What was graded does not change, whatever counts.
    assertThat(
            verdicts(sends(wyn(), List.of(grade(walkabout, "wyns-grade", "t01", "litter", "C")))))
        .containsExactly("contentMismatch");
  }

  @Test
  void what_somebody_else_has_noted_stays_and_the_other_word_is_proposed() {
    var walkabout = planned(town);
    var wyns = item(walkabout, "wyns-note", "walkabout", began("2026-11-25T10:00:00Z"));
    var rosas =
        item(
            walkabout,
            "rosas-note",
            "walkabout",
            Town.body("startedAt", "2026-11-25T10:05:00Z", "endedAt", "2026-11-25T11:00:00Z"));
    sends(wyn(), List.of(wyns));
    assertThat(verdicts(sends(town.as("rosa"), List.of(rosas)))).containsExactly("conflictHard");
    var seen = record(wyn(), walkabout);
    assertThat(seen.at("/fields/startedAt")).isEqualTo("2026-11-25T10:00:00Z");
    assertThat(seen.at("/fields/endedAt")).isEqualTo("2026-11-25T11:00:00Z");
    assertThat(seen.at("/proposals/0/fields/startedAt")).isEqualTo("2026-11-25T10:05:00Z");
    var kit = town.as("rosa").gets("/v1/walkabouts/" + walkabout + "/kit");
    var informed =
        with(
            item(walkabout, "rosas-second", "walkabout", began("2026-11-25T10:05:00Z")),
            "baseVersion",
            kit.json().at("/noted").asInt());
    assertThat(verdicts(sends(town.as("rosa"), List.of(informed)))).containsExactly("created");
    assertThat(record(wyn(), walkabout).json().at("/proposals")).isEmpty();
    var late =
        item(walkabout, "wyns-second", "walkabout", Town.body("endedAt", "2026-11-25T11:00:00Z"));
    assertThat(verdicts(sends(wyn(), List.of(late)))).containsExactly("mergedSoft");
  }

  @Test
  void a_note_that_builds_upon_a_lost_one_waits_five_days_and_no_longer() throws Exception {
    // In a town of its own, since days pass.
    try (var other =
        Town.on(StoreExtension.fresh(), Files.createTempDirectory("walks"), Map.of())) {
      var walkabout = planned(other);
      var late =
          with(
              item(walkabout, "second-note", "walkabout", began("2026-11-25T10:00:00Z")),
              "after",
              "first-note");
      var answer = sends(other.as("wyn"), List.of(late));
      assertThat(verdicts(answer)).containsExactly("held");
      assertThat(answer.at("/items/0/parent")).isEqualTo("first-note");
      assertThat(record(other.as("wyn"), walkabout).at("/held/0")).isEqualTo("second-note");
      other.passes(Duration.ofDays(5));
      var seen = record(other.as("wyn"), walkabout);
      assertThat(seen.at("/orphans/0")).isEqualTo("second-note");
      assertThat(seen.at("/fields/startedAt")).isEqualTo("2026-11-25T10:00:00Z");

      // What was taken back stays so for more than a year, and no longer.
      var gone = grade(walkabout, "gone-grade", "t01", "litter", "B");
      var removal =
          item(
              walkabout,
              "gone-removal",
              "remove",
              Town.body("kind", "grade", "item", "gone-grade"));
      sends(other.as("wyn"), List.of(removal));
      other.passes(Duration.ofDays(390));
      assertThat(verdicts(sends(other.as("wyn"), List.of(gone)))).containsExactly("deleted");
      other.passes(Duration.ofDays(20));
      assertThat(verdicts(sends(other.as("wyn"), List.of(gone)))).containsExactly("created");
    }
  }

  @Test
  void a_person_is_no_finding_and_only_the_safeguarding_lead_reads_of_them() {
    var walkabout = planned(town);
    var child =
        item(walkabout, "lost-child", "person", Town.body("text", "A lost child, Zuzanna K."));
    assertThat(verdicts(sends(wyn(), List.of(child, child))))
        .containsExactly("created", "duplicate");
    var again = sends(wyn(), List.of(child));
    assertThat(verdicts(again)).containsExactly("duplicate");
    assertThat(again.text()).doesNotContain("Zuzanna");
    var other = with(child, "payload", Town.body("text", "Somebody else."));
    assertThat(verdicts(sends(wyn(), List.of(other)))).containsExactly("contentMismatch");
    assertThat(verdicts(sends(town.as("rosa"), List.of(child)))).containsExactly("contentMismatch");
    assertThat(
            verdicts(sends(wyn(), List.of(with(other, "payload", Town.body("text", " \u2800 "))))))
        .containsExactly("invalid");
    for (var person : List.of("wyn", "nadia", "rosa")) {
      assertThat(record(town.as(person), walkabout).text()).doesNotContain("Zuzanna", "lost-child");
    }
    assertThat(town.as("nadia").gets("/v1/localities/newport/incidents").status()).isEqualTo(404);
    var all = town.as("sam").gets("/v1/localities/newport/incidents");
    assertThat(all.status()).as(all.text()).isEqualTo(200);
    assertThat(all.text()).contains("walkabout/" + walkabout).doesNotContain("Zuzanna");
    var one = town.as("sam").gets("/v1/incidents/" + all.at("/items/0/id"));
    assertThat(one.at("/text")).isEqualTo("A lost child, Zuzanna K.");
    town.works();
    assertThat(town.as("sam").gets("/v1/inbox").text()).contains("safeguarding");
  }

  @Test
  void nobody_sends_notes_of_walks_elsewhere() {
    var walkabout = planned(town);
    var one = List.of(grade(walkabout, "some-grade", "t01", "litter", "B"));
    assertThat(town.as("ana").posts("/v1/walkabouts/batch", Town.body("items", one)).status())
        .isEqualTo(404);
    // The manager of the other ward is told the same as if there were no such walkabout.
    var elsewhere = sends(town.as("nora"), one);
    assertThat(verdicts(elsewhere)).containsExactly("invalid");
    assertThat(elsewhere.at("/items/0/errors/0/pointer")).isEqualTo("#/walkabout");
    assertThat(record(town.as("nora"), walkabout).status()).isEqualTo(404);
    assertThat(record(wyn(), walkabout).json().at("/opinions")).isEmpty();
  }

  @Test
  void a_blind_re_walk_sees_nothing_and_tells_how_far_graders_agree() {
    var first = planned(town);
    sends(wyn(), Walks.worked(first, "litter", "a-"));
    var rewalk = UUID.randomUUID().toString();
    var plan = with(Walks.plan("2026-12-20T10:00"), "rewalkOf", first);
    assertThat(puts(town.as("nadia"), rewalk, plan, "If-None-Match", "*").status()).isEqualTo(201);
    assertThat(record(town.as("rosa"), first).problem()).isEqualTo("blind-rewalk-open");
    assertThat(record(town.as("nadia"), first).status()).isEqualTo(200);
    assertThat(town.as("rosa").gets("/v1/walkabouts/" + rewalk + "/kit").text())
        .doesNotContain("\"D\",\"");
    var agreement = "/v1/walkabouts/" + rewalk + "/agreement";
    assertThat(town.as("nadia").gets(agreement).problem()).isEqualTo("walkabout-not-ended");

    var again = Walks.worked(rewalk, "litter", "b-");
    again.set(0, grade(rewalk, "b-litter01", "t01", "litter", "B-"));
    sends(town.as("rosa"), again);
    sends(wyn(), List.of(grade(rewalk, "wyns-again", "t01", "graffiti", "B")));
    sends(wyn(), List.of(grade(first, "wyns-first", "t01", "graffiti", "B")));
    sends(
        town.as("rosa"),
        List.of(
            item(rewalk, "rewalk-end", "walkabout", Town.body("endedAt", "2026-12-20T12:00:00Z"))));
    var told = town.as("rosa").gets(agreement);
    assertThat(told.at("/all/pairs")).isEqualTo("20");
    assertThat(told.at("/sameGrader")).isEqualTo("1");
    assertThat(told.json().at("/all/value").asDouble()).isBetween(0.97, 0.9999);
    assertThat(told.text()).doesNotContain("wyn\"", "rosa");
    assertThat(record(town.as("rosa"), first).status()).isEqualTo(200);
    assertThat(town.as("nadia").gets("/v1/walkabouts/" + first + "/agreement").status())
        .isEqualTo(404);
  }
}
