package org.localityvoice.event.takeup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.takeup.Visits.Square;
import org.localityvoice.perception.disclosure.Group;
import org.localityvoice.perception.disclosure.Rules;
import org.localityvoice.perception.disclosure.Suppression;

/**
 * A table of people by home and age, without what is too small, and without as much more as it
 * takes that no sum of the rest gives it away. A count of nobody is as small as any. Only an age
 * that nobody of the whole table has is told as zero: which ages sessions are for is no secret.
 *
 * <p>Homes that few come from are one row while it is decided what is told, and none of them is. A
 * reader can work out their sum at best, so what protects the sum protects each of them.
 */
final class Suppressed {
  /** Fewer people are not told of. */
  static final int FEWEST = 5;

  /** The row of those who live elsewhere, or have not said where. Never told. */
  static final String REST = "";

  /** So many homes at most have a row of their own; the time to audit a table grows with them. */
  static final int MOST_HOMES = 8;

  /**
   * The thresholds. A hidden count must stay open over six values: that it is not zero may be seen,
   * since ages that nobody has are told, and five are left.
   */
  static final Rules RULES = new Rules(FEWEST, 0, 0, FEWEST + 1, 0, FEWEST);

  private static final String ALL = "all";

  private final Map<Square, Integer> people;
  private final List<String> rows;
  private final List<AgeGroup> columns;
  private final Set<String> hidden;

  private Suppressed(Map<Square, Integer> counts, Set<String> homes, Rules rules) {
    rows = rows(counts, homes);
    people = new HashMap<>();
    counts.forEach(
        (square, count) ->
            people.merge(
                rows.contains(square.home()) ? square : new Square(REST, square.age()),
                count,
                Integer::sum));
    columns =
        Arrays.stream(AgeGroup.values())
            .filter(age -> people.keySet().stream().anyMatch(square -> square.age() == age))
            .toList();
    hidden = hidden(rules);
  }

  /**
   * What is told.
   *
   * @param counts how many people, each at least one
   * @param homes every locality there is
   */
  static Table of(Map<Square, Integer> counts, List<String> homes, Rules rules) {
    return new Suppressed(counts, Set.copyOf(homes), rules).table(homes);
  }

  /** Those with most people; the rest is one row. */
  private static List<String> rows(Map<Square, Integer> counts, Set<String> homes) {
    var byHome =
        counts.entrySet().stream()
            .filter(one -> homes.contains(one.getKey().home()))
            .collect(
                Collectors.groupingBy(
                    one -> one.getKey().home(), Collectors.summingInt(Map.Entry::getValue)));
    return byHome.entrySet().stream()
        .filter(one -> one.getValue() >= FEWEST)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_HOMES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Set<String> hidden(Rules rules) {
    var groups = new ArrayList<Group>();
    var all = new HashSet<String>();
    var lines = new ArrayList<>(rows);
    lines.add(REST);
    for (var home : lines) {
      var row = columns.stream().map(age -> cell(home, age)).collect(Collectors.toSet());
      row.forEach(cell -> groups.add(new Group(cell, Set.of(cell))));
      groups.add(new Group(row(home), row));
      all.addAll(row);
    }
    for (var age : columns) {
      groups.add(
          new Group(
              column(age),
              lines.stream().map(home -> cell(home, age)).collect(Collectors.toSet())));
    }
    groups.add(new Group(ALL, all));
    var cells = new HashMap<String, Integer>();
    people.forEach((square, count) -> cells.put(cell(square.home(), square.age()), count));
    return people.isEmpty() ? Set.of(ALL) : Suppression.ofCounts(groups, cells, rules);
  }

  private Table table(List<String> homes) {
    var told =
        homes.stream()
            .map(
                home ->
                    new Table.Row(
                        home,
                        rows.contains(home) ? told(row(home), sum(home, null)) : null,
                        ages(home)))
            .toList();
    return new Table(told(ALL, sum(null, null)), ages(null), told);
  }

  private List<Table.Ages> ages(@Nullable String home) {
    return Arrays.stream(AgeGroup.values())
        .map(age -> new Table.Ages(age, one(home, age)))
        .toList();
  }

  private @Nullable Integer one(@Nullable String home, AgeGroup age) {
    if (!columns.contains(age)) {
      return hidden.contains(ALL) ? null : 0;
    }
    if (home != null && !rows.contains(home)) {
      return null;
    }
    return told(home == null ? column(age) : cell(home, age), sum(home, age));
  }

  private @Nullable Integer told(String group, int count) {
    return hidden.contains(group) ? null : count;
  }

  private int sum(@Nullable String home, @Nullable AgeGroup age) {
    return people.entrySet().stream()
        .filter(one -> home == null || one.getKey().home().equals(home))
        .filter(one -> age == null || one.getKey().age() == age)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static String cell(String home, AgeGroup age) {
    return home + "|" + age;
  }

  private static String row(String home) {
    return "home:" + home;
  }

  private static String column(AgeGroup age) {
    return "age:" + age;
  }
}
