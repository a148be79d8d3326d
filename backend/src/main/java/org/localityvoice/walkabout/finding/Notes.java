package org.localityvoice.walkabout.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.walkabout.Edit;
import org.localityvoice.walkabout.Fields;
import org.localityvoice.walkabout.Tombstone;

/**
 * What devices noted of one finding: a set of items, of which everything else follows. Sorted by
 * id.
 *
 * @param edits the first note has the number 0, so that every edit has seen it
 * @param removed what takes it back
 * @param maker uid of whose first note it is; absent before that has come. Stays when it is taken
 *     back, so that edits which come later know
 */
public record Notes(List<Edit> edits, List<Tombstone> removed, @Nullable String maker) {
  static final Notes EMPTY = new Notes(List.of(), List.of(), null);

  public Notes {
    edits = edits.stream().sorted(Comparator.comparing(Edit::id)).toList();
    removed = removed.stream().sorted(Comparator.comparing(Tombstone::id)).toList();
  }

  /** The first note. */
  public Optional<Edit> root() {
    return edits.stream().filter(edit -> edit.number() == 0).findFirst();
  }

  /** Whether it was taken back by somebody who may. */
  public boolean gone() {
    return maker != null && removed.stream().anyMatch(stone -> stone.covers(maker));
  }

  /** Whether somebody's first note would be taken back already. */
  boolean tookBack(String by) {
    return removed.stream().anyMatch(stone -> stone.covers(by));
  }

  /** The digest of what that id stands for, if it stands for anything. */
  Optional<String> digest(String id) {
    return edits.stream()
        .filter(edit -> edit.id().equals(id))
        .map(Edit::digest)
        .findFirst()
        .or(
            () ->
                removed.stream()
                    .filter(stone -> stone.id().equals(id))
                    .map(Tombstone::digest)
                    .findFirst());
  }

  /** The version that devices are told. */
  public long noted() {
    return edits.stream().mapToLong(Edit::number).max().orElse(0);
  }

  /** What is noted of it, all edits together. */
  public Fields fields(Instant now) {
    return Fields.of(edits, Set.of(), now);
  }

  Notes with(Edit edit) {
    var all = new ArrayList<>(edits);
    all.add(edit);
    return new Notes(all, removed, maker);
  }

  /**
   * Knowing whose it is: what others took back counts no more, and what they may, is taken back.
   */
  Notes madeBy(String uid) {
    var covering = removed.stream().filter(stone -> stone.covers(uid)).toList();
    return new Notes(covering.isEmpty() ? edits : List.of(), covering, uid);
  }

  Notes with(Tombstone stone) {
    var all = new ArrayList<>(removed);
    all.add(stone);
    var next = new Notes(edits, all, maker);
    return next.gone() ? new Notes(List.of(), all, maker) : next;
  }

  /** When the first tombstone may go. */
  Optional<Instant> pruneAt() {
    return removed.stream().map(Tombstone::until).max(Comparator.naturalOrder());
  }
}
