package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Boxes.Rectangle;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Lists by index against a look at every report. */
@ExtendWith(StoreExtension.class)
class ReadingListsTest {
  private static final double WIDTH = 0.03;
  private static final Comparator<Report> NEWEST =
      Comparator.comparing((Report report) -> report.standing().changedAt())
          .thenComparing(Report::id)
          .reversed();

  private final Vertx vertx = Vertx.vertx();
  private final Random random = new Random(5);
  private final SomeReports some = new SomeReports(4, WIDTH);
  private final HandClock clock = new HandClock(SomeReports.START.plusSeconds(86_400));
  private ReportStore store;
  private ReportListStore lists;
  private ReportListService service;

  @BeforeEach
  void connect(Store place) {
    var mongo = place.connect();
    store = new ReportStore(mongo, new CompareAndSet(vertx, new Random(3)));
    lists = new ReportListStore(mongo);
    service = new ReportListService(lists, clock);
    Wait.forResult(mongo.ready());
  }

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  private List<Report> arrive(int count) {
    var all = some.many(count);
    Wait.forResult(Future.all(all.stream().map(store::add).toList()));
    return all;
  }

  private void change(Report report, boolean listed, java.time.Instant at) {
    Wait.forResult(
        store.change(
            report.id(),
            seen ->
                Decision.replace(
                    SomeReports.changed(
                        seen,
                        SomeReports.in(seen.standing(), seen.standing().state(), at),
                        listed,
                        false),
                    true)));
  }

  /** Walks all pages; {@code between} happens after each. */
  private List<String> walk(
      ReportFilter filter, Optional<ListRequest.Near> near, Runnable between) {
    var met = new ArrayList<String>();
    Optional<String> after = Optional.empty();
    for (var pages = 0; pages < 500; pages++) {
      var page =
          Wait.forResult(
              service.reports(new ListRequest(filter, near, after, 1 + random.nextInt(40))));
      page.items().forEach(report -> met.add(report.id()));
      after = page.next();
      if (after.isEmpty()) {
        return met;
      }
      between.run();
    }
    throw new AssertionError("no end");
  }

  private List<String> walk(ReportFilter filter) {
    return walk(filter, Optional.empty(), () -> {});
  }

  private static List<String> ids(List<Report> reports) {
    return reports.stream().map(Report::id).toList();
  }

  private Rectangle rectangle(double widest) {
    var west = -1.2440 + (random.nextDouble() - 0.5) * WIDTH * 2;
    var south = 54.5740 + (random.nextDouble() - 0.5) * WIDTH;
    return new Rectangle(
        west, south, west + random.nextDouble() * widest, south + random.nextDouble() * widest / 2);
  }

  private ReportFilter filter(int kind) {
    var categories = kind % 2 == 0 ? Set.<String>of() : Set.of("pothole", "street-light");
    var states =
        kind % 3 == 0 ? Set.<ReportState>of() : Set.of(ReportState.OPEN, ReportState.REFUSED);
    var rectangle =
        kind % 5 == 0
            ? Optional.<Rectangle>empty()
            : Optional.of(rectangle(List.of(0.002, 0.02, 0.1, 2.0).get(random.nextInt(4))));
    return new ReportFilter(
        rectangle,
        kind % 7 == 0 ? Optional.of("newport") : Optional.empty(),
        states,
        categories,
        kind % 4 == 0 ? Set.of() : Set.of("thirteen"),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        kind % 6 == 0
            ? Optional.of(SomeReports.START.plusSeconds(random.nextInt(3_600)))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Predicate<Report> admitted(ReportFilter filter) {
    return report -> report.publication().listed() && filter.admits(ReportRow.of(report));
  }

  @Test
  void every_list_is_what_a_look_at_every_report_finds_in_the_same_order() {
    var all = arrive(700);
    for (var hidden : all.subList(0, 50)) {
      change(hidden, false, hidden.standing().changedAt());
    }
    var shown = all.subList(50, all.size());
    for (var kind = 0; kind < 40; kind++) {
      var filter = filter(kind);
      assertThat(walk(filter))
          .as("kind %d, %s", kind, filter)
          .containsExactlyElementsOf(
              ids(shown.stream().filter(admitted(filter)).sorted(NEWEST).toList()));
    }
  }

  @Test
  void near_lists_come_in_order_of_distance_and_hold_all_within_the_circle() {
    var shown = new ArrayList<>(arrive(600));
    // A heap of reports in one spot, more than one look at a square shows.
    for (var i = 0; i < 90; i++) {
      var report = some.at(54.5741, -1.2439, "pothole", "thirteen", ReportState.OPEN, false);
      Wait.forResult(store.add(report));
      shown.add(report);
    }
    for (var kind = 1; kind < 30; kind++) {
      var middle =
          new Point(
              54.5740 + (random.nextDouble() - 0.5) * WIDTH * kind % 3,
              -1.2440 + (random.nextDouble() - 0.5) * WIDTH);
      var metres = List.of(20.0, 100.0, 700.0, 5_000.0).get(random.nextInt(4));
      var filter = filter(kind % 5 == 0 ? kind : kind * 5);
      var expected =
          shown.stream()
              .filter(admitted(filter))
              .filter(report -> metres(middle, report) <= metres)
              .sorted(
                  Comparator.comparingDouble((Report report) -> metres(middle, report))
                      .thenComparing(Report::id))
              .toList();
      assertThat(walk(filter, Optional.of(new ListRequest.Near(middle, metres)), () -> {}))
          .as("kind %d, %s within %s", kind, middle, metres)
          .containsExactlyElementsOf(ids(expected));
    }
  }

  private static double metres(Point middle, Report report) {
    return ReportRow.of(report).point().map(middle::metresTo).orElse(Double.MAX_VALUE);
  }

  @Test
  void whoever_walks_the_newest_changes_meets_what_stays_once_and_nothing_twice() {
    var all = arrive(300);
    var moving = new ArrayList<>(all.subList(0, 100));
    var staying = ids(all.subList(100, 300));
    var met =
        walk(
            ReportFilter.ALL,
            Optional.empty(),
            () -> {
              change(
                  moving.get(random.nextInt(moving.size())),
                  true,
                  SomeReports.START.plusSeconds(5_000 + random.nextInt(1_000)));
              arrive(1);
            });
    assertThat(met).doesNotHaveDuplicates().containsAll(staying);
  }

  @Test
  void whoever_follows_changes_misses_none_however_they_fall() {
    var all = arrive(200);
    var met = new ArrayList<String>();
    var now = SomeReports.START.plusSeconds(4_000);
    var since = SomeReports.START;
    var changed = new HashSet<String>();
    for (var round = 0; round < 20; round++) {
      now = now.plusSeconds(60);
      clock.set(now);
      var moved = all.get(random.nextInt(all.size()));
      change(moved, true, now);
      changed.add(moved.id());
      met.addAll(walk(since(since)));
      since = now.minus(ReportListService.SETTLING);
    }
    // The last change is left to the next call.
    clock.set(now.plus(ReportListService.SETTLING).plusMillis(1));
    met.addAll(walk(since(since)));
    assertThat(met).containsAll(ids(all)).containsAll(changed);
    assertThat(met.get(met.size() - 1)).isIn(changed);
    assertThat(walk(since(now.plusMillis(1)))).isEmpty();
  }

  private static ReportFilter since(java.time.Instant time) {
    var all = ReportFilter.ALL;
    return new ReportFilter(
        all.rectangle(),
        all.locality(),
        all.states(),
        all.categories(),
        all.owners(),
        all.priorities(),
        all.sources(),
        all.overdue(),
        all.submittedSince(),
        all.submittedUntil(),
        Optional.of(time),
        all.changedUntil());
  }

  @Test
  void a_change_that_is_a_moment_old_is_left_to_the_next_call_of_those_who_follow() {
    var report = arrive(1).get(0);
    var at = report.standing().changedAt();
    clock.set(at.plus(ReportListService.SETTLING));
    assertThat(walk(since(at))).isEmpty();
    clock.advance(java.time.Duration.ofMillis(1));
    assertThat(walk(since(at))).containsExactly(report.id());
    assertThat(walk(since(at.plusMillis(1)))).isEmpty();
  }

  @Test
  void a_filter_that_lets_little_through_reads_a_bounded_part_and_says_where_to_go_on() {
    arrive(ReportReader.MOST_READ + 2_200);
    var rare = some.at(54.5740, -1.2440, "graffiti", "thirteen", ReportState.OPEN, false);
    Wait.forResult(store.add(rare));
    change(rare, true, SomeReports.START.minusSeconds(5));
    var filter =
        new ReportFilter(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of("graffiti"),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var first =
        Wait.forResult(
            service.reports(new ListRequest(filter, Optional.empty(), Optional.empty(), 50)));
    assertThat(first.items()).isEmpty();
    assertThat(first.next()).isPresent();
    assertThat(walk(filter)).containsExactly(rare.id());
  }

  @Test
  void what_staff_took_off_the_lists_between_two_reads_is_not_shown() {
    var report = arrive(1).get(0);
    var row = ReportRow.of(report);
    change(report, false, report.standing().changedAt());
    assertThat(Wait.forResult(lists.whole(List.of(row.id()))))
        .singleElement()
        .satisfies(found -> assertThat(found.publication().listed()).isFalse());
    assertThat(walk(ReportFilter.ALL)).isEmpty();
  }

  @Test
  void a_square_of_the_map_is_made_of_its_parts() {
    for (var key : Boxes.of(54.574, -1.244).subList(0, 4)) {
      var whole = Boxes.rectangle(key);
      assertThat(whole.holds(54.574, -1.244)).isTrue();
      for (var part : Boxes.parts(key)) {
        var square = Boxes.rectangle(part);
        var latitude = (square.south() + square.north()) / 2;
        var longitude = (square.west() + square.east()) / 2;
        assertThat(Boxes.of(latitude, longitude)).contains(key, part);
      }
      assertThat(Boxes.parts(key)).hasSize(16);
    }
    assertThat(Boxes.parts(Boxes.of(54.574, -1.244).get(4))).isEmpty();
  }
}
