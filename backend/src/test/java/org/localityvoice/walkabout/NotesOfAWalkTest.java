package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.Text;
import org.localityvoice.walkabout.Verdict.Kind;
import org.localityvoice.walkabout.grading.DueTimes;
import org.localityvoice.walkabout.grading.Element;
import org.localityvoice.walkabout.grading.Grade;
import org.localityvoice.walkabout.grading.Zone;

/** Notes of one walk, in whatever order and however often they come. */
class NotesOfAWalkTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Sender WYN = sender("wyn", false);
  private static final Sender ROSA = sender("rosa", false);
  private static final Spot HERE = new Spot(54.57, -1.25);
  private static final Route ROUTE =
      new Route(
          "terraces", 1, "newport", new Text(Map.of("en", "Terraces")), List.of(t("t1"), t("t2")));
  private static final WalkaboutCatalogue CATALOGUE =
      WalkaboutCatalogue.of(
          14,
          List.of(element("litter", false), element("detritus", true)),
          new DueTimes(List.of()),
          List.of(ROUTE));

  private static Sender sender(String uid, boolean manager) {
    return new Sender(uid, "warden", Optional.of("council"), manager);
  }

  private static Transect t(String id) {
    return new Transect(id, 1, Zone.MEDIUM, "housing", HERE, HERE);
  }

  private static Element element(String id, boolean mayNotApply) {
    return new Element(id, "environment", Map.of("en", id), null, mayNotApply, false);
  }

  private static BatchItem item(String id, String kind, long base, String after, ObjectNode body) {
    var all = body.deepCopy().put("id", id).put("kind", kind).put("base", base).put("after", after);
    return new BatchItem(
        id, kind, "w", base, Optional.ofNullable(after), NOW, body, Canonical.text(all));
  }

  private static ObjectNode body(String... pairs) {
    var node = JsonNodeFactory.instance.objectNode();
    for (var i = 0; i < pairs.length; i += 2) {
      node.put(pairs[i], pairs[i + 1]);
    }
    return node;
  }

  private static BatchItem grade(String id, String transect, String element, String grade) {
    return item(
        id, "grade", 0, null, body("transect", transect, "element", element, "grade", grade));
  }

  private static BatchItem corrects(String id, String target, String grade) {
    return item(
        id,
        "grade",
        0,
        null,
        body("transect", "t1", "element", "litter", "grade", grade, "corrects", target));
  }

  private static BatchItem note(String id, long base, String after, String... pairs) {
    return item(id, "walkabout", base, after, body(pairs));
  }

  private static BatchItem remove(String id, String target) {
    return item(id, BatchItem.REMOVE, 0, null, body("kind", "grade", "item", target));
  }

  private static Items.Taken<WalkRecord> take(
      WalkRecord record, Sender sender, List<BatchItem> items) {
    return new Taking(ROUTE, CATALOGUE, sender, NOW).take(record, items);
  }

  private static List<Kind> kinds(Items.Taken<WalkRecord> taken) {
    return taken.verdicts().stream().map(Verdict::kind).toList();
  }

  /** Everything but our own clock and count. */
  private static Object state(WalkRecord record) {
    var fields = record.fields(NOW);
    return List.of(
        record.grades(),
        record.notes().stream().map(one -> List.of(one.id(), one.digest(), one.values())).toList(),
        record.removed(),
        record.opinions(NOW),
        fields);
  }

  /** What a careless device might send, from a seed. */
  private static List<BatchItem> careless(
      Random random, String name, List<String> fields, int base) {
    var items = new ArrayList<BatchItem>();
    for (var i = 0; i < 10; i++) {
      var id = name + "-g" + i;
      var point = List.of(Grade.values()).get(random.nextInt(8)).wire();
      var transect = "t" + (1 + random.nextInt(3));
      var element = random.nextBoolean() ? "litter" : "detritus";
      var body = body("transect", transect, "element", element, "grade", point);
      if (random.nextInt(3) == 0) {
        body.put("corrects", name + "-g" + random.nextInt(12));
      }
      items.add(item(id, "grade", 0, null, body));
    }
    for (var i = 0; i < 6; i++) {
      var field = fields.get(random.nextInt(fields.size()));
      var after = random.nextInt(3) == 0 ? name + "-n" + random.nextInt(7) : null;
      items.add(
          note(
              name + "-n" + i,
              random.nextInt(base + 1),
              after,
              field,
              "2026-11-23T1" + random.nextInt(3) + ":00:00Z"));
    }
    for (var i = 0; i < 3; i++) {
      items.add(remove(name + "-r" + i, name + "-g" + random.nextInt(12)));
    }
    return items;
  }

  @Property(tries = 300)
  void the_same_batch_once_twice_shuffled_or_cut_anywhere_ends_in_the_same_state(
      @ForAll long seed) {
    var random = new Random(seed);
    var rosas = note("rosa-1", 0, null, "startedAt", "2026-11-23T09:00:00Z");
    var again = note("rosa-2", 1, null, "endedAt", "2026-11-23T11:00:00Z");
    var first = take(WalkRecord.EMPTY, ROSA, List.of(rosas)).holder();
    var before = take(first, ROSA, List.of(again)).holder();
    var batch = careless(random, "wyn", List.of("startedAt", "endedAt", "participants"), 2);
    var once = take(before, WYN, batch).holder();
    assertThat(state(take(once, WYN, batch).holder())).isEqualTo(state(once));
    assertThat(take(once, WYN, batch).holder()).isEqualTo(once);
    assertThat(state(inPieces(before, batch, random))).isEqualTo(state(once));
  }

  /** Shuffled, cut, pieces sent again, and at the end all of it once more. */
  private static WalkRecord inPieces(WalkRecord before, List<BatchItem> batch, Random random) {
    var record = before;
    var shuffled = new ArrayList<>(batch);
    Collections.shuffle(shuffled, random);
    var from = 0;
    while (from < shuffled.size()) {
      var to = Math.min(shuffled.size(), from + 1 + random.nextInt(6));
      record = take(record, WYN, shuffled.subList(from, to)).holder();
      if (random.nextBoolean()) {
        record = take(record, WYN, shuffled.subList(0, to)).holder();
      }
      from = to;
    }
    return take(record, WYN, batch).holder();
  }

  @Property(tries = 200)
  void two_devices_at_once_end_in_the_same_state_whoever_goes_first(@ForAll long seed) {
    var random = new Random(seed);
    var wyns = careless(random, "wyn", List.of("startedAt", "participants"), 0);
    var rosas = careless(random, "rosa", List.of("endedAt"), 0);
    var first = take(take(WalkRecord.EMPTY, WYN, wyns).holder(), ROSA, rosas).holder();
    var mixed = WalkRecord.EMPTY;
    var a = new ArrayList<>(wyns);
    var b = new ArrayList<>(rosas);
    while (!a.isEmpty() || !b.isEmpty()) {
      var wynsTurn = b.isEmpty() || (!a.isEmpty() && random.nextBoolean());
      var one = (wynsTurn ? a : b).remove(0);
      mixed = take(mixed, wynsTurn ? WYN : ROSA, List.of(one)).holder();
    }
    assertThat(state(mixed)).isEqualTo(state(first));
  }

  @Test
  void a_second_grader_who_differs_is_a_second_opinion_until_the_lead_settles_it() {
    var one =
        take(WalkRecord.EMPTY, WYN, List.of(grade("wyn-grade", "t1", "litter", "B"))).holder();
    var two = take(one, ROSA, List.of(grade("rosa-grade", "t1", "litter", "C"))).holder();
    var opinions = two.opinions(NOW).get(0);
    assertThat(opinions.standing()).hasSize(2);
    assertThat(opinions.unsettled()).isTrue();
    var settled =
        two.with(
            new Settlement(
                "t1",
                "litter",
                "rosa-grade",
                List.of("rosa-grade", "wyn-grade"),
                "nadia",
                "m",
                NOW));
    assertThat(settled.opinions(NOW).get(0).counting().orElseThrow().grade()).isEqualTo(Grade.C);
    // A third one who differs has not been heard when it was settled; one who agrees has.
    var agrees =
        take(settled, sender("theo", false), List.of(grade("third-one", "t1", "litter", "C")));
    assertThat(agrees.holder().opinions(NOW).get(0).unsettled()).isFalse();
    var differs =
        take(settled, sender("theo", false), List.of(grade("third-one", "t1", "litter", "D")));
    assertThat(differs.holder().opinions(NOW).get(0).unsettled()).isTrue();
  }

  @Test
  void a_correction_waits_for_what_it_corrects_and_stands_alone_after_five_days() {
    var early = take(WalkRecord.EMPTY, WYN, List.of(corrects("correction", "wyn-grade", "D")));
    assertThat(early.verdicts().get(0)).isEqualTo(Verdict.held("wyn-grade"));
    assertThat(early.holder().opinions(NOW).get(0).standing()).isEmpty();
    var later = early.holder().opinions(NOW.plus(Duration.ofDays(5))).get(0);
    assertThat(later.standing()).hasSize(1);
    assertThat(later.orphans()).containsExactly("correction");
    var both = take(early.holder(), WYN, List.of(grade("wyn-grade", "t1", "litter", "B"))).holder();
    assertThat(both.opinions(NOW).get(0).counting().orElseThrow().grade()).isEqualTo(Grade.D);
    // Nobody corrects somebody else.
    var others = take(both, ROSA, List.of(corrects("of-another", "correction", "A"))).holder();
    assertThat(others.opinions(NOW).get(0).standing()).hasSize(2);
  }

  @Test
  void what_was_taken_back_does_not_come_back_and_nobody_takes_back_what_others_noted() {
    var mine = grade("wyn-grade", "t1", "litter", "B");
    var gone = take(WalkRecord.EMPTY, WYN, List.of(mine, remove("removal", "wyn-grade")));
    assertThat(kinds(gone)).containsExactly(Kind.DELETED, Kind.CREATED);
    assertThat(kinds(take(gone.holder(), WYN, List.of(mine)))).containsExactly(Kind.DELETED);
    var there = take(WalkRecord.EMPTY, WYN, List.of(mine)).holder();
    assertThat(kinds(take(there, ROSA, List.of(remove("removal", "wyn-grade")))))
        .containsExactly(Kind.INVALID);
    assertThat(kinds(take(there, sender("nadia", true), List.of(remove("removal", "wyn-grade")))))
        .containsExactly(Kind.CREATED);
    var kept = gone.holder().pruned(NOW.plus(Duration.ofDays(390)));
    assertThat(kept.removed()).hasSize(1);
    assertThat(kept.pruned(NOW.plus(Duration.ofDays(399))).removed()).isEmpty();
  }

  @Test
  void what_others_have_said_of_a_field_stays_and_the_other_word_is_proposed() {
    var start = take(WalkRecord.EMPTY, ROSA, List.of(note("rosa-1", 0, null, "startedAt", "9:00")));
    var wyns =
        take(
            start.holder(),
            WYN,
            List.of(
                note("wyn-1", 0, null, "startedAt", "9:05"),
                note("wyn-2", 0, null, "endedAt", "11:00"),
                note("wyn-3", 1, null, "participants", "12")));
    assertThat(kinds(wyns)).containsExactly(Kind.CONFLICT_HARD, Kind.MERGED_SOFT, Kind.CREATED);
    var fields = wyns.holder().fields(NOW);
    assertThat(fields.values()).containsEntry("startedAt", "\"9:00\"").hasSize(3);
    assertThat(fields.proposals())
        .containsExactly(new Fields.Proposal("startedAt", "wyn-1", "\"9:05\""));
    // Who has seen the other word may change it.
    var known = take(wyns.holder(), WYN, List.of(note("wyn-4", 4, null, "startedAt", "9:10")));
    assertThat(known.holder().fields(NOW).values()).containsEntry("startedAt", "\"9:10\"");
    assertThat(known.holder().fields(NOW).proposals()).isEmpty();
    assertThat(kinds(take(start.holder(), WYN, List.of(note("wyn-9", 7, null, "endedAt", "1")))))
        .containsExactly(Kind.INVALID);
  }

  @Test
  void what_builds_upon_a_note_that_is_not_there_is_held() {
    var late = take(WalkRecord.EMPTY, WYN, List.of(note("wyn-2", 0, "wyn-1", "endedAt", "11:00")));
    assertThat(late.verdicts()).containsExactly(Verdict.held("wyn-1"));
    assertThat(late.holder().fields(NOW).values()).isEmpty();
    var both = take(late.holder(), WYN, List.of(note("wyn-1", 0, null, "endedAt", "10:00")));
    assertThat(both.holder().fields(NOW).values()).containsEntry("endedAt", "\"11:00\"");
    assertThat(both.holder().fields(NOW).proposals()).isEmpty();
    var later = late.holder().fields(NOW.plus(Fields.HELD));
    assertThat(later.orphans()).isEqualTo(Set.of("wyn-2"));
    assertThat(later.values()).containsKey("endedAt");
  }

  @Test
  void one_id_stands_for_one_thing_by_one_person() {
    var there = take(WalkRecord.EMPTY, WYN, List.of(grade("wyn-grade", "t1", "litter", "B")));
    assertThat(kinds(take(there.holder(), WYN, List.of(grade("wyn-grade", "t1", "litter", "B+")))))
        .containsExactly(Kind.CONTENT_MISMATCH);
    assertThat(kinds(take(there.holder(), ROSA, List.of(grade("wyn-grade", "t1", "litter", "B")))))
        .containsExactly(Kind.CONTENT_MISMATCH);
    assertThat(
            kinds(
                take(
                    there.holder(),
                    WYN,
                    List.of(
                        grade("second", "t9", "litter", "B"),
                        grade("third", "t1", "moss", "B"),
                        grade("fourth", "t1", "litter", "N/A")))))
        .containsOnly(Kind.INVALID);
  }

  @Test
  void numbers_and_names_may_be_written_otherwise() throws Exception {
    var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
    assertThat(Canonical.text(mapper.readTree("{\"b\":[1.0,{}],\"a\":1e2,\"c\":\"x\"}")))
        .isEqualTo(Canonical.text(mapper.readTree("{\"c\":\"x\",\"a\":100,\"b\":[1,{}]}")));
    assertThat(Canonical.text(mapper.readTree("[0.1]")))
        .isNotEqualTo(Canonical.text(mapper.readTree("[0.10001]")));
  }
}
