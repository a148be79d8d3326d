package org.localityvoice.walkabout.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.localityvoice.walkabout.BatchItem;
import org.localityvoice.walkabout.Canonical;
import org.localityvoice.walkabout.Edit;
import org.localityvoice.walkabout.Items;
import org.localityvoice.walkabout.Items.Rules;
import org.localityvoice.walkabout.Items.Step;
import org.localityvoice.walkabout.Items.Taken;
import org.localityvoice.walkabout.Sender;
import org.localityvoice.walkabout.Tombstone;
import org.localityvoice.walkabout.Verdict;
import org.localityvoice.walkabout.Verdict.Kind;
import org.localityvoice.walkabout.Verdicts;

/**
 * Takes items into the notes of one finding. Pure. As with grades, the same items end in the same
 * notes in whatever order, however often and in how many pieces they come, but for our own clock
 * and count.
 */
final class NoteTaking implements Rules<Notes> {
  static final String FINDING = "finding";
  static final String EDIT = "findingEdit";

  /** More notes of one finding than anybody makes. */
  static final int MOST = 200;

  private final String finding;
  private final Sender sender;
  private final Instant now;

  /**
   * For one sender.
   *
   * @param finding id of the finding
   */
  NoteTaking(String finding, Sender sender, Instant now) {
    this.finding = finding;
    this.sender = sender;
    this.now = now;
  }

  /** Takes items that are known to be good. */
  Taken<Notes> take(Notes before, List<BatchItem> items) {
    return Items.take(this, before, items, sender);
  }

  @Override
  public Optional<String> digest(Notes notes, String id) {
    return notes.digest(id);
  }

  @Override
  public Step<Notes> step(Notes notes, Notes before, BatchItem item, String digest) {
    if (item.removes()) {
      return remove(notes, item, digest);
    }
    if (notes.gone()) {
      return new Step<>(notes, Verdict.of(Kind.DELETED));
    }
    if (notes.edits().size() >= MOST) {
      return new Step<>(notes, Verdict.invalid("", "too-many-items", MOST));
    }
    if (item.kind().equals(FINDING)) {
      return notes.tookBack(sender.uid())
          ? new Step<>(notes.madeBy(sender.uid()), Verdict.of(Kind.DELETED))
          : new Step<>(
              notes.with(edit(item, digest, 0)).madeBy(sender.uid()), Verdict.of(Kind.CREATED));
    }
    return item.base() > before.noted()
        ? new Step<>(notes, Verdict.invalid("/baseVersion", "unknown-version"))
        : new Step<>(notes.with(edit(item, digest, notes.noted() + 1)), Verdict.of(Kind.CREATED));
  }

  private Edit edit(BatchItem item, String digest, long number) {
    var values = new TreeMap<String, String>();
    item.payload().properties().stream()
        .filter(field -> !field.getKey().equals(FINDING))
        .forEach(field -> values.put(field.getKey(), Canonical.text(field.getValue())));
    return new Edit(
        item.id(),
        digest,
        sender.uid(),
        item.deviceTime(),
        now,
        number,
        item.base(),
        item.after().orElse(null),
        values);
  }

  private Step<Notes> remove(Notes notes, BatchItem item, String digest) {
    if (notes.removed().size() >= MOST) {
      return new Step<>(notes, Verdict.invalid("", "too-many-items", MOST));
    }
    var stone =
        new Tombstone(
            item.id(), digest, finding, sender.uid(), sender.manager(), item.deviceTime(), now);
    var maker = notes.maker();
    return maker != null && !stone.covers(maker)
        ? new Step<>(notes, Verdict.invalid("/payload/item", "not-yours"))
        : new Step<>(notes.with(stone), Verdict.of(Kind.CREATED));
  }

  @Override
  public Verdict told(Notes notes, String id, Notes before) {
    var found = notes.edits().stream().filter(one -> one.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return Verdict.of(Kind.DELETED);
    }
    if (notes.root().isEmpty()) {
      return Verdict.held(finding);
    }
    var verdict = Verdicts.of(found.get(), notes.edits(), Set.of(), before.noted(), now);
    // Whatever came before it, the first note is what the others are edits of.
    return found.get().number() == 0 && verdict.kind() == Kind.MERGED_SOFT
        ? Verdict.of(Kind.CREATED)
        : verdict;
  }
}
