package org.localityvoice.event.takeup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.takeup.Visits.Square;

/**
 * Somebody who wants to know what a table does not tell. They try every table of small whole
 * numbers and keep those that agree with all that is told. It shares nothing with the arithmetic
 * that decides what is hidden.
 */
final class Telling {
  private static final int MOST = 14;
  private static final int ROOM = 5;
  private static final List<AgeGroup> AGES = List.of(AgeGroup.FROM_5_TO_10, AgeGroup.FROM_11_TO_15);

  private final List<Sum> told = new ArrayList<>();
  private final List<Sum> hidden = new ArrayList<>();
  private final int cells;

  /** Some cells, what is told of their sum, and what it may be. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Sum(String name, int[] cells, int value, TreeSet<Integer> values) {
    int of(int[] numbers) {
      return Arrays.stream(cells).map(at -> numbers[at]).sum();
    }

    boolean fits(int[] numbers, int known) {
      var sum = Arrays.stream(cells).filter(at -> at < known).map(at -> numbers[at]).sum();
      return Arrays.stream(cells).allMatch(at -> at < known) ? sum == value : sum <= value;
    }
  }

  /** Reads a table of these homes and two ages, and what it is made of. */
  Telling(Table table, List<String> homes, Map<Square, Integer> truth) {
    cells = (homes.size() + 1) * AGES.size();
    add("all", IntStream.range(0, cells).toArray(), table.people());
    for (var column = 0; column < AGES.size(); column++) {
      var at = column;
      add(
          AGES.get(at).name(),
          IntStream.range(0, cells).filter(cell -> cell % AGES.size() == at).toArray(),
          of(table.ages(), AGES.get(at)));
    }
    for (var row = 0; row <= homes.size(); row++) {
      var first = row * AGES.size();
      if (row < homes.size()) {
        var home = table.homes().get(row);
        add(home.home(), new int[] {first, first + 1}, home.people());
        add(home.home() + " young", new int[] {first}, of(home.ages(), AGES.get(0)));
        add(home.home() + " older", new int[] {first + 1}, of(home.ages(), AGES.get(1)));
      } else {
        // Never told, but only what is small has to be kept from them.
        var young = truth.getOrDefault(new Square(Suppressed.REST, AGES.get(0)), 0);
        var older = truth.getOrDefault(new Square(Suppressed.REST, AGES.get(1)), 0);
        small("rest", new int[] {first, first + 1}, young + older);
        small("rest young", new int[] {first}, young);
        small("rest older", new int[] {first + 1}, older);
      }
    }
  }

  private void add(String name, int[] of, Integer number) {
    (number == null ? hidden : told)
        .add(new Sum(name, of, number == null ? -1 : number, new TreeSet<>()));
  }

  private void small(String name, int[] of, int number) {
    if (number < ROOM) {
      add(name, of, null);
    }
  }

  /** The number that is told of an age; null where none is. */
  static Integer of(List<Table.Ages> all, AgeGroup age) {
    return all.stream().filter(one -> one.age() == age).findFirst().orElseThrow().people();
  }

  /** What is not told and yet can only be one of fewer than five numbers. */
  List<String> narrow() {
    if (told.isEmpty()) {
      return List.of();
    }
    goOn(new int[cells], 0);
    return hidden.stream()
        .filter(one -> one.values().size() < ROOM)
        // Zero for an age that nobody at all has is told, and so is what follows from it.
        .filter(one -> !one.values().equals(new TreeSet<>(List.of(0))) || !emptyAge(one))
        .map(one -> one.name() + " is one of " + one.values())
        .toList();
  }

  private boolean emptyAge(Sum one) {
    return told.stream()
        .anyMatch(
            other ->
                other.value() == 0
                    && Arrays.stream(one.cells())
                        .allMatch(at -> Arrays.stream(other.cells()).anyMatch(in -> in == at)));
  }

  private void goOn(int[] numbers, int known) {
    if (hidden.stream().allMatch(one -> one.values().size() >= ROOM)) {
      return;
    }
    if (known == cells) {
      hidden.forEach(one -> one.values().add(one.of(numbers)));
      return;
    }
    for (var number = 0; number <= MOST; number++) {
      numbers[known] = number;
      if (told.stream().allMatch(one -> one.fits(numbers, known + 1))) {
        goOn(numbers, known + 1);
      }
    }
  }
}
