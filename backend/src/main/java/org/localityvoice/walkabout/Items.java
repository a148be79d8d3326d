package org.localityvoice.walkabout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.walkabout.Verdict.Kind;

/**
 * Takes items into what is a set of them, such as the record of a walkabout or the notes of a
 * finding. Pure. An item whose id is there already changes nothing, and is told by comparison; what
 * is to be said of a new one is known when all have been taken, since another of them may take it
 * back, or be what it waits for.
 */
public final class Items {
  private Items() {}

  /**
   * What may be taken.
   *
   * @param <T> what holds the items
   */
  public interface Rules<T> {
    /** The digest of the item of that id, if it is there. */
    Optional<String> digest(T holder, String id);

    /**
     * Takes an item whose id is not there yet, or says why not.
     *
     * @param before what it was before the first of them
     */
    Step<T> step(T holder, T before, BatchItem item, String digest);

    /** What to say of an item that was taken, now that all have been. */
    Verdict told(T last, String id, T before);
  }

  /** After an item. */
  public record Step<T>(T holder, Verdict verdict) {}

  /**
   * After all of them.
   *
   * @param verdicts one for each item, in their order
   */
  public record Taken<T>(T holder, List<Verdict> verdicts) {
    public Taken {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** Takes what somebody sends. */
  public static <T> Taken<T> take(Rules<T> rules, T before, List<BatchItem> items, Sender sender) {
    var holder = before;
    Map<Integer, Verdict> verdicts = new TreeMap<>();
    var fresh = new HashMap<String, Integer>();
    for (var index : inOrder(items)) {
      var item = items.get(index);
      var digest = item.digest(sender);
      var known = rules.digest(holder, item.id());
      if (known.isPresent()) {
        verdicts.put(
            index, Verdict.of(known.get().equals(digest) ? Kind.DUPLICATE : Kind.CONTENT_MISMATCH));
        continue;
      }
      var step = rules.step(holder, before, item, digest);
      holder = step.holder();
      verdicts.put(index, step.verdict());
      if (step.verdict().kind() == Kind.CREATED && !item.removes()) {
        fresh.put(item.id(), index);
      }
    }
    var last = holder;
    fresh.forEach((id, index) -> verdicts.put(index, rules.told(last, id, before)));
    return new Taken<>(holder, List.copyOf(verdicts.values()));
  }

  /** What they build upon first, so that numbers are given out alike however they were sent. */
  private static List<Integer> inOrder(List<BatchItem> items) {
    var order = new ArrayList<Integer>();
    for (var i = 0; i < items.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> items.get(i).base())
            .thenComparing(i -> items.get(i).id()));
    return order;
  }
}
