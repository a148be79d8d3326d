package org.localityvoice.walkabout.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.localityvoice.walkabout.BatchItem;
import org.localityvoice.walkabout.Canonical;
import org.localityvoice.walkabout.Sender;

/** Notes of one finding, in whatever order and however often they come. */
class NotesOfAFindingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Sender WYN = sender("wyn", false);
  private static final Sender NADIA = sender("nadia", true);

  private static Sender sender(String uid, boolean manager) {
    return new Sender(uid, "warden", Optional.of("council"), manager);
  }

  private static BatchItem item(String id, String kind, String after, ObjectNode body) {
    var all = body.deepCopy().put("id", id).put("kind", kind).put("after", after);
    return new BatchItem(
        id, kind, "w", 0, Optional.ofNullable(after), NOW, body, Canonical.text(all));
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What a careless device might send, from a seed; sometimes without the finding itself. */
  private static List<BatchItem> careless(Random random) {
    var items = new ArrayList<BatchItem>();
    if (random.nextInt(5) > 0) {
      items.add(
          item("the-finding", "finding", null, body().put("element", "litter").put("grade", "D")));
    }
    for (var i = 0; i < 6; i++) {
      var after = random.nextInt(2) == 0 ? "edit-" + random.nextInt(7) : null;
      var edit = body().put("finding", "the-finding");
      edit.put(random.nextBoolean() ? "grade" : "note", "C" + random.nextInt(3));
      items.add(item("edit-" + i, "findingEdit", after, edit));
    }
    if (random.nextInt(3) == 0) {
      items.add(
          item(
              "removal", "remove", null, body().put("kind", "finding").put("item", "the-finding")));
    }
    return items;
  }

  private static Notes take(Notes notes, Sender sender, List<BatchItem> items) {
    return new NoteTaking("the-finding", sender, NOW).take(notes, items).holder();
  }

  /** Everything but our own clock and count. */
  private static Object state(Notes notes) {
    return List.of(
        notes.edits().stream().map(one -> List.of(one.id(), one.digest(), one.values())).toList(),
        notes.removed(),
        Optional.ofNullable(notes.maker()),
        notes.fields(NOW));
  }

  @Property(tries = 400)
  void the_same_batch_once_twice_shuffled_or_cut_anywhere_ends_in_the_same_state(
      @ForAll long seed) {
    var random = new Random(seed);
    var sender = random.nextInt(4) == 0 ? NADIA : WYN;
    var batch = careless(random);
    var once = take(Notes.EMPTY, sender, batch);
    assertThat(take(once, sender, batch)).isEqualTo(once);
    var shuffled = new ArrayList<>(batch);
    Collections.shuffle(shuffled, random);
    var notes = Notes.EMPTY;
    var from = 0;
    while (from < shuffled.size()) {
      var to = Math.min(shuffled.size(), from + 1 + random.nextInt(3));
      notes = take(notes, sender, shuffled.subList(from, to));
      if (random.nextBoolean()) {
        notes = take(notes, sender, shuffled.subList(0, to));
      }
      from = to;
    }
    assertThat(state(take(notes, sender, batch))).isEqualTo(state(once));
  }

  @Property(tries = 200)
  void what_was_taken_back_by_whoever_may_is_gone_in_every_order(@ForAll long seed) {
    var random = new Random(seed);
    var found = item("the-finding", "finding", null, body().put("grade", "D"));
    var removal =
        item("removal", "remove", null, body().put("kind", "finding").put("item", "the-finding"));
    var edit = item("an-edit", "findingEdit", null, body().put("note", "Here."));
    var steps = new ArrayList<>(List.of(found, removal, edit));
    Collections.shuffle(steps, random);
    var own = Notes.EMPTY;
    var managers = Notes.EMPTY;
    for (var one : steps) {
      own = take(own, WYN, List.of(one));
      managers = take(managers, one.removes() ? NADIA : WYN, List.of(one));
    }
    assertThat(own.gone()).isTrue();
    assertThat(own.edits()).isEmpty();
    assertThat(managers.gone()).isTrue();
    assertThat(managers.edits()).isEmpty();
    // Somebody else's removal does nothing, whichever came first.
    var others = Notes.EMPTY;
    for (var one : steps) {
      others = take(others, one.removes() ? sender("rosa", false) : WYN, List.of(one));
    }
    assertThat(others.root()).isPresent();
    assertThat(others.removed()).isEmpty();
  }
}
