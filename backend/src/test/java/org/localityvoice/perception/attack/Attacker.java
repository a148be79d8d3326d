package org.localityvoice.perception.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Tries every world that agrees with all that was read: every base, share, interval, standard error
 * and effective base of everybody and of each group, the merges, and the adults of the area. What
 * all of them have in common is what the outsider knows.
 */
final class Attacker {
  private final Clues clues;
  private final double[] adults = new double[World.BANDS.size()];
  private final int[] classes;
  private final int[] n = new int[World.BANDS.size()];
  private final int[] yes = new int[World.BANDS.size()];
  private final List<Integer> hidden = new ArrayList<>();
  private final Consumer<World> each;

  private final List<NavigableSet<Integer>> bases = none();
  private final List<NavigableSet<Integer>> sides = none();
  private final NavigableSet<Integer> withheld = new TreeSet<>();
  private long worlds;

  private Attacker(Clues clues, Consumer<World> each) {
    this.clues = clues;
    this.each = each;
    classes = classes(clues.merged);
  }

  /**
   * What somebody knows in the end.
   *
   * @param worlds how many agree with everything
   * @param bases by band, the numbers of answers it may have
   * @param yes by band, how many of them may have said yes
   * @param withheld how many there may be in all bands that are not told of
   */
  record Knowledge(
      long worlds,
      List<NavigableSet<Integer>> bases,
      List<NavigableSet<Integer>> yes,
      NavigableSet<Integer> withheld) {

    /**
     * The same with what is known of a later revision, to which answers were only added: what has
     * come altogether is the most that any band can have gained.
     */
    Knowledge before(Knowledge later) {
      var gained = later.withheld.last() - withheld.first();
      return new Knowledge(
          worlds, earlier(bases, later.bases, gained), earlier(yes, later.yes, gained), withheld);
    }

    private static List<NavigableSet<Integer>> earlier(
        List<NavigableSet<Integer>> now, List<NavigableSet<Integer>> later, int gained) {
      var both = new ArrayList<NavigableSet<Integer>>();
      for (var b = 0; b < now.size(); b++) {
        var possible = new TreeSet<>(now.get(b));
        var then = later.get(b);
        if (possible.size() > 1) {
          possible.removeIf(value -> then.subSet(value, true, value + gained, true).isEmpty());
        }
        both.add(possible);
      }
      return both;
    }
  }

  static Knowledge attack(Clues clues) {
    return attack(clues, world -> {});
  }

  /** Shows each world that agrees; its numbers change once it has been looked at. */
  static Knowledge attack(Clues clues, Consumer<World> each) {
    var attacker = new Attacker(clues, each);
    attacker.learn();
    attacker.told(0);
    return new Knowledge(attacker.worlds, attacker.bases, attacker.sides, attacker.withheld);
  }

  private static List<NavigableSet<Integer>> none() {
    return World.BANDS.stream().<NavigableSet<Integer>>map(band -> new TreeSet<>()).toList();
  }

  private void learn() {
    for (var b = 0; b < World.BANDS.size(); b++) {
      adults[b] = clues.adults.getOrDefault(World.BANDS.get(b), 0.0);
      if (!clues.knows(group(b), "base")) {
        hidden.add(b);
      }
    }
  }

  /** The number of the class that each band is weighted in. */
  static int[] classes(Set<String> merged) {
    var classes = new int[World.BANDS.size()];
    for (var b = 0; b < classes.length; b++) {
      classes[b] = b;
      for (var merge : merged) {
        var parts = List.of(merge.substring(merge.indexOf(':') + 1).split("\\+", -1));
        if (parts.contains(World.BANDS.get(b))) {
          classes[b] = World.BANDS.indexOf(parts.get(0));
        }
      }
    }
    return classes;
  }

  private static String group(int band) {
    return "ageBand:" + World.BANDS.get(band);
  }

  /** Bands whose figure is told: all pairs of base and yes that it can have been made of. */
  private void told(int band) {
    if (band == World.BANDS.size()) {
      least();
      return;
    }
    if (hidden.contains(band)) {
      told(band + 1);
      return;
    }
    var base = clues.of(group(band), "base");
    for (var size = (int) Math.ceil(base[0]); size <= base[1]; size++) {
      for (var some = 0; some <= size; some++) {
        if (agrees(group(band), 100.0 * some / size, size)) {
          n[band] = size;
          yes[band] = some;
          told(band + 1);
        }
      }
    }
  }

  private boolean agrees(String group, double estimate, double effective) {
    return clues.allows(group, "estimate", estimate)
        && clues.allows(group, "low", World.bound(estimate, effective, -1))
        && clues.allows(group, "high", World.bound(estimate, effective, 1));
  }

  private void least() {
    hidden.forEach(band -> n[band] = 0);
    var left = clues.of(Clues.ALL, "base");
    var known = Arrays.stream(n).sum();
    for (var all = (int) Math.ceil(left[0]); all <= left[1]; all++) {
      sizes(0, all - known);
    }
  }

  /** Every way to share out those whose band is not told. */
  private void sizes(int at, int left) {
    if (left < 0) {
      return;
    }
    if (hidden.isEmpty() || at == hidden.size() - 1) {
      if (!hidden.isEmpty()) {
        n[hidden.get(at)] = left;
      }
      if (hidden.isEmpty() ? left == 0 : true) {
        weighed();
      }
      return;
    }
    for (var size = 0; size <= left; size++) {
      n[hidden.get(at)] = size;
      sizes(at + 1, left - size);
    }
  }

  private void weighed() {
    for (var b = 0; b < World.BANDS.size() - 1; b++) {
      var of = 0;
      for (var other = 0; other < World.BANDS.size() - 1; other++) {
        of += classes[other] == classes[b] ? n[other] : 0;
      }
      if (of == 0) {
        return;
      }
    }
    var weights = World.weights(n, adults, classes);
    var effective = World.effective(n, weights);
    if (clues.allows(Clues.ALL, "effective", effective)
        && clues.allows(Clues.ALL, "effect", effect(effective))) {
      answers(0, weights, effective);
    }
  }

  private double effect(double effective) {
    return Arrays.stream(n).sum() / effective;
  }

  /** Every way in which they may have answered. */
  private void answers(int at, double[] weights, double effective) {
    if (at < hidden.size() - 1) {
      for (var some = 0; some <= n[hidden.get(at)]; some++) {
        yes[hidden.get(at)] = some;
        answers(at + 1, weights, effective);
      }
      return;
    }
    if (hidden.isEmpty()) {
      judged(weights, effective);
      return;
    }
    // The last follows from the share, give or take its rounding.
    var last = hidden.get(at);
    yes[last] = 0;
    var sum = 0.0;
    for (var b = 0; b < n.length; b++) {
      sum += n[b] == 0 ? 0 : weights[b] * n[b];
    }
    var without = new World(n, yes).estimate(weights);
    var share = clues.of(Clues.ALL, "estimate");
    var step = n[last] == 0 ? 1 : 100 * weights[last] / sum;
    var from = Math.max(0, (int) Math.ceil((share[0] - without) / step - 1e-6));
    var to = Math.min(n[last], (int) Math.floor((share[1] - without) / step + 1e-6));
    for (var some = from; some <= to; some++) {
      yes[last] = some;
      judged(weights, effective);
    }
  }

  private void judged(double[] weights, double effective) {
    var world = new World(n, yes);
    var estimate = world.estimate(weights);
    if (agrees(Clues.ALL, estimate, effective)
        && clues.allows(Clues.ALL, "error", world.error(weights))
        && clues.allows(Clues.ALL, "yes", Arrays.stream(yes).sum())
        && bands()
        && compared(world)) {
      worlds++;
      withheld.add(hidden.stream().mapToInt(band -> n[band]).sum());
      for (var b = 0; b < n.length; b++) {
        bases.get(b).add(n[b]);
        sides.get(b).add(yes[b]);
      }
      each.accept(world);
    }
  }

  /** Shares that are told as a band only. */
  private boolean bands() {
    for (var band : hidden) {
      if (n[band] > 0 && !clues.allows(group(band), "estimate", 100.0 * yes[band] / n[band])) {
        return false;
      }
    }
    return true;
  }

  private boolean compared(World world) {
    for (var one : clues.compared.entrySet()) {
      var share = world.estimate(World.weights(n, adults, classes(one.getKey())));
      if (share < one.getValue()[0] - 1e-9 || share > one.getValue()[1] + 1e-9) {
        return false;
      }
    }
    return true;
  }
}
