package org.localityvoice.perception.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Small tables for tests: cells {@code a0|s1}, groups {@code all}, {@code age:a0}, {@code sex:s1}.
 */
final class Tables {
  private Tables() {}

  /** Groups of a table of so many ages and sexes: all, by age, and by sex where there are any. */
  static List<Group> groups(int ages, int sexes) {
    var byGroup = new HashMap<String, Set<String>>();
    for (var age = 0; age < ages; age++) {
      for (var sex = 0; sex < sexes; sex++) {
        var cell = "a" + age + "|s" + sex;
        byGroup.computeIfAbsent("all", fresh -> new HashSet<>()).add(cell);
        byGroup.computeIfAbsent("age:a" + age, fresh -> new HashSet<>()).add(cell);
        if (sexes > 1) {
          byGroup.computeIfAbsent("sex:s" + sex, fresh -> new HashSet<>()).add(cell);
        }
      }
    }
    return byGroup.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  /** Also the crossing of both, as a table that is published. */
  static List<Group> crossed(int ages, int sexes) {
    var groups = new ArrayList<>(groups(ages, sexes));
    groups.stream()
        .filter(group -> group.id().equals("all"))
        .findFirst()
        .ifPresent(
            all ->
                all.cells().stream()
                    .sorted()
                    .forEach(cell -> groups.add(new Group("both:" + cell, Set.of(cell)))));
    return groups;
  }

  /** A question of one sex only: positives and others by age. */
  static Counted byAge(String question, int... pairs) {
    var cells = new HashMap<String, Count>();
    for (var i = 0; i < pairs.length; i += 2) {
      cells.put("a" + i / 2 + "|s0", new Count(pairs[i], pairs[i + 1]));
    }
    return new Counted(question, cells, Map.of());
  }

  /** Some answers in every cell, mostly few. */
  static Counted random(String question, int ages, int sexes, Random random) {
    var cells = new HashMap<String, Count>();
    for (var age = 0; age < ages; age++) {
      for (var sex = 0; sex < sexes; sex++) {
        var most = random.nextBoolean() ? 4 : 12;
        cells.put("a" + age + "|s" + sex, new Count(random.nextInt(most), random.nextInt(most)));
      }
    }
    return new Counted(question, cells, Map.of());
  }

  /** The same bases with a few of the answers left out. */
  static Counted alike(String question, Counted other, Random random) {
    var cells = new HashMap<String, Count>();
    other
        .cells()
        .forEach(
            (cell, count) -> {
              var base = count.base() - (random.nextInt(6) == 0 ? Math.min(1, count.base()) : 0);
              var positives = base == 0 ? 0 : random.nextInt(base + 1);
              cells.put(cell, new Count(positives, base - positives));
            });
    return new Counted(question, cells, Map.of());
  }

  /** Everything that the audit finds a reader could narrow down too far, of all questions. */
  static List<Narrow> faults(
      List<Group> groups, List<Counted> questions, Pattern pattern, Rules rules) {
    var audit = new Audit(groups, rules);
    var found = new ArrayList<Narrow>();
    for (var question : questions) {
      Function<Group, Treatment> treatment = group -> pattern.of(question.question(), group.id());
      found.addAll(audit.faults(question, treatment, audit.reader(question, treatment)));
    }
    return found;
  }

  /** What is told of a question's bases, to somebody who tries to work out the rest. */
  static Attack bases(List<Group> groups, Counted question, Pattern pattern) {
    var attack = new Attack();
    groups.forEach(group -> attack.plan(group.cells()));
    for (var group : groups) {
      if (pattern.of(question.question(), group.id()) != Treatment.HIDDEN) {
        attack.knows(group.cells(), question.of(group).base());
      }
    }
    return attack;
  }

  static Group group(List<Group> groups, String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst().orElseThrow();
  }
}
