package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Counting reports exactly once, whoever is cut off between which steps and whatever changes. */
@ExtendWith(StoreExtension.class)
class CountingTest {
  private final Vertx vertx = Vertx.vertx();
  private final SomeReports reports = new SomeReports(1, 0.02);
  private final Random random = new Random(2);
  private ReportStore store;
  private CounterStore counters;
  private CounterCheck check;

  @BeforeEach
  void connect(Store place) {
    var mongo = place.connect();
    store = new ReportStore(mongo, new CompareAndSet(vertx, new Random(3)));
    counters = new CounterStore(mongo);
    check = new CounterCheck(counters);
    Wait.forResult(mongo.ready());
  }

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  private List<Report> arrive(int count) {
    var some = reports.many(count);
    Wait.forResult(Future.all(some.stream().map(store::add).toList()));
    return some;
  }

  private CounterFolder folder() {
    return new CounterFolder(counters);
  }

  private void foldAll() {
    assertThat(Wait.forResult(folder().foldAll(100))).isTrue();
  }

  private int counted() {
    return Wait.forResult(counters.find(List.of("l/newport", "c/newport"))).stream()
        .flatMap(counter -> counter.counts().values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  private List<String> differences() {
    return Wait.forResult(check.differences());
  }

  /** A writer moves some of the reports on, hides some and makes some confidential. */
  private void change(List<Report> some) {
    for (var report : some) {
      var state = SomeReports.anyState(random);
      var listed = random.nextInt(3) > 0;
      Wait.forResult(
          store.change(
              report.id(),
              seen ->
                  Decision.replace(
                      SomeReports.changed(
                          seen,
                          SomeReports.in(seen.standing(), state, SomeReports.START),
                          listed,
                          !listed),
                      true)));
    }
  }

  /** The steps of one batch, each to be the last one that a folder takes. */
  private void takeSteps(int steps) {
    var folder = folder();
    var fold = Wait.forResult(folder.choose());
    var sums = List.copyOf(Tallies.of(fold.reports()).sums().entrySet());
    for (var i = 0; i < sums.size(); i++) {
      if (steps > 0 && (steps > 1 || i < sums.size() / 2)) {
        var sum = sums.get(i);
        Wait.forResult(counters.add(sum.getKey(), fold.batch(), sum.getValue()));
      }
    }
    if (steps == 3) {
      var half = fold.reports().subList(0, fold.reports().size() / 2);
      Wait.forResult(
          counters.mark(new CounterStore.Fold(fold.id(), fold.version(), fold.batch(), half)));
    }
    if (steps > 3) {
      Wait.forResult(folder.mark(fold));
    }
    if (steps > 4) {
      Wait.forResult(folder.finish(fold));
    }
  }

  @Test
  void a_folder_killed_between_any_two_steps_leaves_nothing_uncounted_or_counted_twice() {
    for (var steps = 0; steps <= 5; steps++) {
      var some = arrive(12);
      takeSteps(steps);
      // Meanwhile a writer goes on; then others take over, twice for good measure.
      change(some.subList(0, 6));
      foldAll();
      foldAll();
      assertThat(counted()).isEqualTo((steps + 1) * 12);
      assertThat(differences()).isEmpty();
      change(some.subList(3, 9));
      takeSteps(steps);
      foldAll();
      assertThat(counted()).isEqualTo((steps + 1) * 12);
      assertThat(differences()).isEmpty();
    }
  }

  @Test
  void a_folder_that_wakes_up_late_and_repeats_its_steps_changes_nothing() {
    var some = arrive(12);
    var late = folder();
    var fold = Wait.forResult(late.choose());
    foldAll();
    change(some);
    foldAll();
    Wait.forResult(late.apply(fold));
    Wait.forResult(late.mark(fold));
    Wait.forResult(late.finish(fold));
    assertThat(differences()).isEmpty();
    change(some);
    foldAll();
    assertThat(counted()).isEqualTo(12);
    assertThat(differences()).isEmpty();
  }

  @Test
  void without_the_batch_guard_the_late_folder_would_count_twice() {
    // The control: the same sums applied under a later number pass the guard.
    arrive(12);
    var fold = Wait.forResult(folder().choose());
    foldAll();
    Tallies.of(fold.reports())
        .sums()
        .forEach((counter, sums) -> Wait.forResult(counters.add(counter, fold.batch() + 1, sums)));
    assertThat(counted()).isEqualTo(24);
    assertThat(differences()).isNotEmpty();
  }

  @Test
  void without_the_guard_on_marks_the_late_folder_would_undo_a_later_count() {
    // The control: the old marks under a later number are taken, and the count goes wrong.
    var some = arrive(12);
    var fold = Wait.forResult(folder().choose());
    foldAll();
    change(some);
    foldAll();
    Wait.forResult(
        counters.mark(
            new CounterStore.Fold(fold.id(), fold.version(), fold.batch() + 2, fold.reports())));
    assertThat(differences()).isNotEmpty();
  }

  @Test
  void a_report_that_changes_while_it_is_being_counted_is_counted_again() {
    var some = arrive(4);
    var folder = folder();
    var fold = Wait.forResult(folder.choose());
    change(some);
    Wait.forResult(folder.apply(fold));
    Wait.forResult(folder.mark(fold));
    Wait.forResult(folder.finish(fold));
    assertThat(Wait.forResult(counters.waiting(10))).hasSize(4);
    foldAll();
    assertThat(Wait.forResult(counters.waiting(10))).isEmpty();
    assertThat(Wait.forResult(counters.behindSince())).isEmpty();
    assertThat(differences()).isEmpty();
  }

  @Test
  void many_folders_and_writers_at_once_count_each_report_once() {
    var some = arrive(450);
    var all = IntStream.range(0, 5).mapToObj(i -> folder().foldAll(200)).toList();
    change(some.subList(0, 150));
    Wait.forResult(Future.join(all));
    foldAll();
    assertThat(counted()).isEqualTo(450);
    assertThat(differences()).isEmpty();
  }

  @Test
  void the_check_finds_a_counter_that_was_tampered_with_and_a_report_that_was_forgotten() {
    var some = arrive(3);
    foldAll();
    Wait.forResult(counters.add("l/newport", 1_000, Map.of("pothole|x|open", 1)));
    assertThat(differences())
        .containsExactly("counter l/newport does not hold what the reports add up to");
    Wait.forResult(counters.add("l/newport", 1_001, Map.of("pothole|x|open", -1)));
    assertThat(differences()).isEmpty();
    var forgotten = some.get(0).id();
    Wait.forResult(
        store.change(
            forgotten,
            seen -> {
              var next = SomeReports.changed(seen, seen.standing(), false, true);
              return Decision.replace(SomeReports.settled(next), true);
            }));
    assertThat(differences())
        .containsExactly(
            "report " + forgotten + " is not counted as what it is, and does not wait to be");
  }
}
