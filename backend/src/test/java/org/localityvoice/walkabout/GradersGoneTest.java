package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.grade;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.planned;
import static org.localityvoice.walkabout.Walks.puts;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.verdicts;
import static org.localityvoice.walkabout.Walks.with;

import com.mongodb.client.model.Filters;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/**
 * Who graded is forgotten on its day; what was graded stays, and whether it was the same person.
 */
class GradersGoneTest {
  private static final String FIGURES = "/v1/localities/newport/";

  /** A walkabout of Wyn's and its blind re-walk by Rosa, in which Wyn graded one thing again. */
  private record Family(String first, String rewalk, List<Map<String, Object>> sent) {}

  private static Map<String, Object> ended(String walkabout, String when) {
    return item(walkabout, "end-" + walkabout, "walkabout", Town.body("endedAt", when));
  }

  private static Family walked(Town town) {
    var first = planned(town);
    var sent = Walks.worked(first, "litter", first + "-");
    sent.add(grade(first, first + "-same", "t01", "graffiti", "B"));
    sent.add(ended(first, "2026-11-25T11:40:00Z"));
    sends(town.as("wyn"), sent);
    sends(town.as("rosa"), List.of(grade(first, first + "-rosa", "t02", "litter", "D")));
    var chosen = Town.body("transect", "t02", "element", "litter", "grade", first + "-litter02");
    var rewalk = UUID.randomUUID().toString();
    var plan = with(Walks.plan("2026-12-20T10:00"), "rewalkOf", first);
    assertThat(puts(town.as("nadia"), rewalk, plan, "If-None-Match", "*").status()).isEqualTo(201);
    sends(town.as("rosa"), Walks.worked(rewalk, "litter", rewalk + "-"));
    sends(town.as("wyn"), List.of(grade(rewalk, rewalk + "-same", "t01", "graffiti", "B")));
    var back = Town.body("kind", "grade", "item", rewalk + "-litter20");
    sends(town.as("rosa"), List.of(item(rewalk, rewalk + "-back", "remove", back)));
    sends(town.as("rosa"), List.of(ended(rewalk, "2026-12-20T12:00:00Z")));
    var settled = town.as("wyn").posts("/v1/walkabouts/" + first + "/settlements", chosen);
    assertThat(settled.status()).as(settled.text()).isLessThan(300);
    return new Family(first, rewalk, sent);
  }

  private static void until(Town town, String when) {
    town.passes(Duration.between(town.clock().instant(), Instant.parse(when)));
  }

  private static String kept(Mongo mongo, String collection, String id) {
    var all = mongo.collection(collection, Document.class);
    return Wait.forResult(Publishers.first(all.find(Filters.eq("_id", id)))).orElseThrow().toJson();
  }

  private static List<String> figures(Town town, Family... families) {
    var told = new ArrayList<String>();
    for (var figure : List.of("walkabout-index", "grader-agreement")) {
      var answer = town.as("nadia").gets(FIGURES + figure + "?from=2026-11&to=2026-12");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      told.add(answer.text());
    }
    for (var one : families) {
      var agreement = town.as("nadia").gets("/v1/walkabouts/" + one.rewalk() + "/agreement");
      assertThat(agreement.at("/sameGrader")).as(agreement.text()).isEqualTo("1");
      told.add(agreement.text());
      told.add(record(town, one.first()).json().at("/opinions").toString());
    }
    return told;
  }

  private static Answer record(Town town, String walkabout) {
    return town.as("nadia").gets("/v1/walkabouts/" + walkabout + "/record");
  }

  private static long purges(Mongo mongo) {
    var all = mongo.collection("walkabout_purges", Document.class);
    return Wait.forResult(Publishers.list(all.find())).stream()
        .mapToInt(one -> one.getInteger("count"))
        .sum();
  }

  @Test
  void graders_go_at_the_end_of_the_next_financial_year_and_no_figure_changes() throws Exception {
    var store = StoreExtension.fresh();
    var vertx = Vertx.vertx();
    try (var town = Town.on(store, Files.createTempDirectory("gone"), Map.of());
        var mongo = store.connect()) {
      var plain = walked(town);
      var cut = walked(town);
      until(town, "2028-03-31T22:59:00Z");
      var before = figures(town, plain, cut);
      var all = List.of(plain.first(), plain.rewalk(), cut.first(), cut.rewalk());
      assertThat(all)
          .allSatisfy(
              id -> assertThat(kept(mongo, "walkabouts", id)).contains("\"wyn\"", "\"rosa\""));
      assertThat(purges(mongo)).isZero();

      // One server was cut off when the re-walk was done, and the first was not.
      var walkabouts = new WalkaboutStore(mongo, new CompareAndSet(vertx, new Random(1)));
      var key = Pseudonyms.key();
      change(walkabouts, cut.first(), cut.first(), key);
      change(walkabouts, cut.rewalk(), cut.first(), key);
      town.passes(Duration.ofMinutes(2));
      assertThat(all)
          .allSatisfy(
              id ->
                  assertThat(kept(mongo, "walkabouts", id))
                      .doesNotContain("\"wyn\"", "\"rosa\"", "\"nadia\"", key)
                      .contains("pseudonym:"));
      assertThat(purges(mongo)).as("one was done before").isEqualTo(3);
      assertThat(figures(town, plain, cut)).isEqualTo(before);
      assertThat(kept(mongo, "walkabouts", plain.first()))
          .as("elsewhere the same person has another pseudonym")
          .doesNotContain(new Pseudonyms(key).of("wyn"));

      var once = all.stream().map(id -> kept(mongo, "walkabouts", id)).toList();
      town.passes(Duration.ofDays(2));
      assertThat(all.stream().map(id -> kept(mongo, "walkabouts", id)).toList()).isEqualTo(once);
      afterwards(town, plain);
      assertThat(figures(town, plain, cut)).isEqualTo(before);
    } finally {
      Wait.forResult(vertx.close());
    }
  }

  private static void change(WalkaboutStore store, String id, String first, String key) {
    Wait.forResult(
        store.change(
            id,
            found ->
                Decision.replace(
                    id.equals(first)
                        ? found.closing(key)
                        : found.nameless(new Pseudonyms(key), found.plan().startsAt()),
                    true)));
  }

  /** Whoever comes late is told plainly. */
  private static void afterwards(Town town, Family family) {
    assertThat(verdicts(sends(town.as("wyn"), family.sent()))).containsOnly("duplicate");
    var late =
        sends(
            town.as("wyn"),
            List.of(grade(family.first(), family.first() + "-late", "t03", "litter", "A")));
    assertThat(verdicts(late)).containsExactly("invalid");
    assertThat(late.text()).contains("nothing is added to it any more");
    var again = with(Walks.plan("2028-05-20T10:00"), "rewalkOf", family.first());
    var refused = puts(town.as("nadia"), UUID.randomUUID().toString(), again, "If-None-Match", "*");
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.places()).containsExactly("#/rewalkOf");
    var chosen =
        Town.body("transect", "t02", "element", "litter", "grade", family.first() + "-rosa");
    var settled =
        town.as("nadia").posts("/v1/walkabouts/" + family.first() + "/settlements", chosen);
    assertThat(settled.problem()).isEqualTo("walkabout-closed");
  }
}
