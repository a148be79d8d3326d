package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.localityvoice.perception.disclosure.Bounds.Range;

/**
 * Somebody who sees what is told of one question and knows the plan: which groups there are and
 * which cells they consist of, but of no cell how many are in it. Cells that lie in the same groups
 * are one to them. They take rounded bases and shares as exact.
 */
final class Reader {
  private final Bounds bounds;
  private final Counted counted;
  private final Map<String, Integer> lumps = new HashMap<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Integer> yes = new ArrayList<>();
  private final List<Integer> no = new ArrayList<>();

  /**
   * A reader.
   *
   * @param bounds what they know, which this adds to
   * @param treatment what becomes of a group's figure
   */
  Reader(
      Bounds bounds,
      List<Group> groups,
      Counted counted,
      Function<Group, Treatment> treatment,
      Rules rules) {
    this.bounds = bounds;
    this.counted = counted;
    lump(groups);
    groups.forEach(group -> told(group, treatment.apply(group), rules));
  }

  private void lump(List<Group> groups) {
    var cells = new TreeSet<String>();
    groups.forEach(group -> cells.addAll(group.cells()));
    var bySigns = new HashMap<List<Boolean>, Integer>();
    var counts = new ArrayList<Count>();
    for (var cell : cells) {
      var signs = groups.stream().map(group -> group.cells().contains(cell)).toList();
      var lump = bySigns.computeIfAbsent(signs, fresh -> bySigns.size());
      if (lump == counts.size()) {
        counts.add(Count.NONE);
        sizes.add(0);
      }
      lumps.put(cell, lump);
      sizes.set(lump, sizes.get(lump) + 1);
      counts.set(lump, counts.get(lump).plus(counted.cells().getOrDefault(cell, Count.NONE)));
    }
    for (var count : counts) {
      yes.add(bounds.number(count.positives()));
      no.add(bounds.number(count.others()));
    }
  }

  private void told(Group group, Treatment treatment, Rules rules) {
    var positives = of(yes, lumps(group.cells()));
    var others = of(no, lumps(group.cells()));
    switch (treatment) {
      case SHOWN -> {
        bounds.sum(positives);
        bounds.sum(others);
      }
      case BAND -> {
        bounds.sum(both(positives, others));
        var count = counted.of(group);
        var rare = count.others() < count.positives() ? others : positives;
        bounds.atMost(rare, rules.side() - 1);
      }
      // Not told, but known from other questions, give or take who left this one out.
      case COVER -> bounds.sum(both(positives, others));
      case HIDDEN -> {}
    }
  }

  /**
   * The reader has seen the same groups before, and supposes that answers were only added since, or
   * only taken away, where that is so.
   */
  void sawBefore(Reader earlier) {
    if (!lumps.equals(earlier.lumps)) {
      throw new IllegalArgumentException("the plan of a wave does not change");
    }
    if (noGreater(earlier, this)) {
      link(earlier, this);
    } else if (noGreater(this, earlier)) {
      link(this, earlier);
    }
  }

  private static boolean noGreater(Reader lesser, Reader greater) {
    return lesser.lumps.keySet().stream()
        .allMatch(
            cell -> {
              var less = lesser.counted.cells().getOrDefault(cell, Count.NONE);
              var more = greater.counted.cells().getOrDefault(cell, Count.NONE);
              return less.positives() <= more.positives() && less.others() <= more.others();
            });
  }

  private static void link(Reader lesser, Reader greater) {
    for (var lump = 0; lump < lesser.sizes.size(); lump++) {
      lesser.bounds.noGreater(lesser.yes.get(lump), greater.yes.get(lump));
      lesser.bounds.noGreater(lesser.no.get(lump), greater.no.get(lump));
    }
  }

  /** How many, as far as they can tell, gave a valid answer in these cells. */
  Range base(Set<String> cells) {
    var whole = lumps(cells);
    whole.removeIf(
        lump ->
            cells.stream().filter(cell -> lump.equals(lumps.get(cell))).count() < sizes.get(lump));
    var all = lumps(cells);
    var high = bounds.range(both(of(yes, all), of(no, all)));
    // Of several cells that look like one, any of them may be the empty one.
    return whole.equals(all)
        ? high
        : new Range(bounds.range(both(of(yes, whole), of(no, whole))).low(), high.high());
  }

  Range positives(Group group) {
    return bounds.range(of(yes, lumps(group.cells())));
  }

  Range others(Group group) {
    return bounds.range(of(no, lumps(group.cells())));
  }

  private Set<Integer> lumps(Collection<String> cells) {
    var found = new HashSet<Integer>();
    cells.forEach(cell -> Stream.ofNullable(lumps.get(cell)).forEach(found::add));
    return found;
  }

  private static List<Integer> of(List<Integer> numbers, Set<Integer> lumps) {
    return lumps.stream().sorted().map(numbers::get).toList();
  }

  private static List<Integer> both(List<Integer> some, List<Integer> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
