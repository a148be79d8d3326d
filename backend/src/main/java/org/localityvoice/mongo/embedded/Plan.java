package org.localityvoice.mongo.embedded;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A way to find the candidates of a query: stretches of one index, read forwards or backwards.
 *
 * @param sorted whether the candidates come in the order the query asks for
 * @param equal how many leading fields are bound to single values
 */
record Plan(StoreIndex index, List<Run> runs, int equal, boolean sorted, boolean reverse) {

  /**
   * One stretch of an index.
   *
   * @param from the bytes its entries begin at
   * @param to the bytes they stay below; empty means to the end
   * @param shared how many leading bytes do not count when runs are merged in order
   */
  record Run(Key from, Key to, int shared) {}

  /** How many entries the plan reads when it reads all. */
  long size() {
    MVMap<Key, Boolean> entries = index.entries();
    long size = 0;
    for (Run run : runs) {
      long end = run.to.length() == 0 ? entries.sizeAsLong() : rank(entries, run.to);
      size += Math.max(0, end - rank(entries, run.from));
    }
    return size;
  }

  private static long rank(MVMap<Key, Boolean> entries, Key key) {
    long at = entries.getKeyIndex(key);
    return at < 0 ? -at - 1 : at;
  }

  /** The candidates' positions, each once, from one moment's view of the index. */
  Iterator<Long> positions() {
    var entries = index.entries();
    var root = entries.flushAndGetRoot();
    // Merged by their bytes, or one after the other.
    Comparator<Stretch> order =
        sorted
            ? reverse ? Comparator.reverseOrder() : Comparator.naturalOrder()
            : Comparator.comparingInt(Stretch::turn);
    PriorityQueue<Stretch> open = new PriorityQueue<>(order);
    for (Run run : runs) {
      Key to = run.to.length() == 0 ? null : run.to;
      var cursor =
          reverse
              ? entries.cursor(root, to, run.from, true)
              : entries.cursor(root, run.from, to, false);
      if (cursor.hasNext()) {
        open.add(new Stretch(cursor, cursor.next(), run.shared, open.size()));
      }
    }
    return new Candidates(open);
  }

  /** The unread rest of a run, and its next entry. */
  private record Stretch(Cursor<Key, Boolean> cursor, Key entry, int shared, int turn)
      implements Comparable<Stretch> {
    @Override
    public int compareTo(Stretch other) {
      return entry.compareFrom(shared, other.entry, other.shared);
    }
  }

  private static final class Candidates implements Iterator<Long> {
    private final PriorityQueue<Stretch> open;
    private final Set<Long> seen = new HashSet<>();
    private @Nullable Long next;

    Candidates(PriorityQueue<Stretch> open) {
      this.open = open;
    }

    @Override
    public boolean hasNext() {
      while (next == null && !open.isEmpty()) {
        Stretch first = open.remove();
        if (first.cursor.hasNext()) {
          open.add(new Stretch(first.cursor, first.cursor.next(), first.shared, first.turn));
        }
        long position = first.entry.lastLong();
        // Arrays have several entries, and so has a document that is just being changed.
        next = seen.add(position) ? position : null;
      }
      return next != null;
    }

    @Override
    public Long next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Long result = next;
      next = null;
      return result;
    }
  }
}
