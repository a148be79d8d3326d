package org.localityvoice.event.takeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.takeup.TakeUpFigure.Status;
import org.localityvoice.event.takeup.Visits.Square;
import org.localityvoice.event.takeup.Visits.Visit;

/** What of take-up is offered to the performance framework. */
class TakeUpFigureTest {
  private static final List<String> HOMES = List.of("newport", "gresham");
  private static final AgeGroup YOUNG = AgeGroup.FROM_5_TO_10;
  private static final AgeGroup OLDER = AgeGroup.FROM_11_TO_15;

  private static TakeUp counted(Visits visits, List<String> homes) {
    return TakeUp.of(
        "newport",
        Quarter.of("2026-Q4"),
        visits,
        homes,
        Suppressed.RULES,
        Instant.parse("2027-01-08T00:00:00Z"));
  }

  private static TakeUp counted(Map<Square, Integer> people) {
    var visits = new Visits();
    var all = new ArrayList<Visit>();
    people.forEach(
        (square, count) ->
            IntStream.range(0, count)
                .forEach(
                    i -> all.add(new Visit(square + "-" + i, home(square), square.age(), true))));
    visits.add(all, 0);
    return counted(visits, HOMES);
  }

  private static @Nullable String home(Square square) {
    return square.home().isEmpty() ? null : square.home();
  }

  /** What is told, by measure and breakdown; of what is withheld the status. */
  private static Map<String, Object> told(TakeUp counted) {
    var told = new TreeMap<String, Object>();
    for (var one : TakeUpFigure.of(counted)) {
      var name = one.measure() + " " + one.breakdown();
      var value = one.value();
      assertThat(told.put(name, value == null ? one.status() : value)).as(name).isNull();
      assertThat(value != null).as(name).isEqualTo(one.status() == Status.OK);
      assertThat(one.suppressionReason())
          .isEqualTo(one.status() == Status.SUPPRESSED ? "small-number" : null);
    }
    return told;
  }

  @Test
  void many_are_told_and_three_children_are_withheld_with_a_reason_and_are_never_zero() {
    var counted =
        counted(
            Map.of(
                new Square("newport", YOUNG), 20,
                new Square("newport", OLDER), 30,
                new Square("gresham", YOUNG), 3));
    assertThat(told(counted))
        .containsEntry("PEOPLE all", 53)
        .containsEntry("PEOPLE home:gresham", Status.SUPPRESSED)
        .containsEntry("PEOPLE ageBand:18-and-over", 0)
        .containsEntry("NO_SHOWS all", Status.SUPPRESSED)
        .containsEntry("WAITED_IN_VAIN all", 0)
        .doesNotContainKey("PEOPLE homeAndAge:gresham-5-10")
        .doesNotContainValue(3);
  }

  @Test
  void a_share_of_places_missed_has_both_its_numbers() {
    var visits = new Visits();
    var all = new ArrayList<Visit>();
    for (var i = 0; i < 41; i++) {
      all.add(new Visit("guest-" + i, i < 21 ? "newport" : null, YOUNG, i >= 6));
    }
    visits.add(all, 5);
    var figure =
        TakeUpFigure.of(counted(visits, HOMES)).stream()
            .filter(one -> one.measure() == TakeUpMeasure.NO_SHOWS)
            .findFirst()
            .orElseThrow();
    assertThat(figure.value()).isEqualTo(14.6);
    assertThat(figure.numerator()).isEqualTo(6);
    assertThat(figure.denominator()).isEqualTo(41);
  }

  @Test
  void where_nobody_noted_who_came_there_is_no_base_and_no_zero() {
    var visits = new Visits();
    visits.add(List.of(), 7);
    assertThat(told(counted(visits, HOMES)))
        .isEqualTo(
            Map.of(
                "PEOPLE all", Status.NO_BASE,
                "NO_SHOWS all", Status.NO_BASE,
                "WAITED_IN_VAIN all", 7));
  }

  @Property(tries = 40)
  void held_against_the_page_it_tells_nothing_more(@ForAll long seed) {
    var random = new Random(seed);
    var people = new HashMap<Square, Integer>();
    for (var home : Stream.concat(HOMES.stream(), Stream.of(Suppressed.REST)).toList()) {
      for (var age : List.of(YOUNG, OLDER)) {
        var count = random.nextInt(random.nextBoolean() ? 4 : 12);
        if (count > 0) {
          people.put(new Square(home, age), count);
        }
      }
    }
    var counted = counted(people);
    var told = told(counted);
    var page = new HashMap<String, Object>();
    var table = counted.table();
    put(page, "all", table.people());
    table.ages().forEach(one -> put(page, "ageBand:" + slug(one), one.people()));
    for (var row : table.homes()) {
      put(page, "home:" + row.home(), row.people());
      row.ages()
          .forEach(one -> put(page, "homeAndAge:" + row.home() + "-" + slug(one), one.people()));
    }
    // Every figure is one of the page, and every number of people on the page is a figure.
    told.forEach(
        (name, value) -> {
          if (name.startsWith("PEOPLE ")) {
            var cell = name.substring("PEOPLE ".length());
            var seen = people.isEmpty() ? Status.NO_BASE : page.get(cell);
            assertThat(value).as(cell).isEqualTo(seen);
          }
        });
    page.forEach(
        (cell, value) -> {
          if (value instanceof Integer number && number > 0) {
            assertThat(told).containsEntry("PEOPLE " + cell, value);
          }
        });
  }

  private static void put(Map<String, Object> page, String cell, Integer people) {
    page.put(cell, people == null ? Status.SUPPRESSED : people);
  }

  private static String slug(Table.Ages one) {
    return switch (one.age()) {
      case UNDER_5 -> "0-4";
      case FROM_5_TO_10 -> "5-10";
      case FROM_11_TO_15 -> "11-15";
      case FROM_16_TO_17 -> "16-17";
      case ADULT -> "18-and-over";
    };
  }

  @Test
  void an_area_of_five_hundred_localities_with_long_names_fits_the_statement() {
    var homes =
        IntStream.range(0, 500).mapToObj(i -> "home-%03d-".formatted(i) + "x".repeat(54)).toList();
    var visits = new Visits();
    var all = new ArrayList<Visit>();
    for (var i = 0; i < 2_000; i++) {
      var home = homes.get(i % 20);
      all.add(new Visit("guest-" + i, home, i < 1_000 ? YOUNG : OLDER, true));
    }
    visits.add(all, 0);
    var figures = TakeUpFigure.of(counted(visits, homes));
    assertThat(figures).hasSizeBetween(507, 1_000);
    var pattern = "^(all|[a-zA-Z][A-Za-z0-9_]{0,40}:[A-Za-z0-9][A-Za-z0-9-]{0,99})$";
    assertThat(figures).allSatisfy(one -> assertThat(one.breakdown()).matches(pattern));
    assertThat(new HashSet<>(figures.stream().map(TakeUpFigure::breakdown).toList()))
        .as("but for no-shows and waiting, which are of everybody")
        .hasSize(figures.size() - 2);
  }
}
