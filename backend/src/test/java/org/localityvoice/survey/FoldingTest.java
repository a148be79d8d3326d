package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Counting exactly once, whoever is cut off between which steps. */
@ExtendWith(StoreExtension.class)
class FoldingTest {
  private static final String WAVE = "newport-2026-q4";
  private static final List<String> BANDS = List.of("16-24", "25-34", "65-plus");

  private ResponseStore responses;
  private CellStore cells;
  private CellCheck check;
  private Mongo mongo;

  @BeforeEach
  void connect(Store store) {
    mongo = store.connect();
    responses = new ResponseStore(mongo);
    cells = new CellStore(mongo);
    var vertx = io.vertx.core.Vertx.vertx();
    check =
        new CellCheck(
            new WaveStore(mongo, new CompareAndSet(vertx, new Random(1))), responses, cells);
    Wait.forResult(mongo.ready());
    Wait.forResult(vertx.close());
  }

  private void arrive(int from, int to) {
    var group =
        IntStream.range(from, to)
            .mapToObj(
                i ->
                    new Response(
                        "ballot-" + i,
                        WAVE,
                        0,
                        "en",
                        "app",
                        Map.of("ageBand", BANDS.get(i % 3), "sex", "female"),
                        Map.of("SAFE_DAY", i % 2 == 0 ? "very-safe" : "very-unsafe"),
                        "2026-11-23"))
            .toList();
    Wait.forResult(responses.add(group));
  }

  private Folder folder() {
    return new Folder(responses, cells);
  }

  private int counted() {
    return Wait.forResult(cells.of(WAVE)).stream().mapToInt(Cell::n).sum();
  }

  private List<String> differences() {
    return Wait.forResult(check.differences(WAVE));
  }

  /** The steps of one batch, each to be the last one that a folder takes. */
  private void takeSteps(Folder folder, int steps) {
    var fold = Wait.forResult(folder.choose(WAVE));
    if (steps == 0) {
      return;
    }
    Wait.forResult(folder.claim(fold));
    var tally = Wait.forResult(folder.tally(fold));
    var keys = new ArrayList<>(tally.cells());
    for (var i = 0; i < Math.min(steps - 1, keys.size()); i++) {
      Wait.forResult(folder.add(fold, tally, keys.get(i)));
    }
    if (steps > keys.size() + 1) {
      Wait.forResult(folder.finish(fold));
    }
  }

  @Test
  void a_folder_killed_between_any_two_steps_leaves_nothing_uncounted_or_counted_twice() {
    for (var steps = 0; steps <= 5; steps++) {
      arrive(steps * 12, steps * 12 + 12);
      takeSteps(folder(), steps);
      // Another one takes over, twice for good measure.
      assertThat(Wait.forResult(folder().foldAll(WAVE, 10))).isTrue();
      assertThat(Wait.forResult(folder().foldAll(WAVE, 10))).isTrue();
      assertThat(counted()).isEqualTo(steps * 12 + 12);
      assertThat(differences()).isEmpty();
    }
  }

  @Test
  void a_folder_that_wakes_up_late_and_repeats_its_steps_changes_nothing() {
    arrive(0, 12);
    var late = folder();
    var fold = Wait.forResult(late.choose(WAVE));
    Wait.forResult(folder().foldAll(WAVE, 10));
    arrive(12, 24);
    Wait.forResult(folder().foldAll(WAVE, 10));
    Wait.forResult(late.claim(fold));
    Wait.forResult(late.apply(fold));
    Wait.forResult(late.finish(fold));
    assertThat(counted()).isEqualTo(24);
    assertThat(differences()).isEmpty();
  }

  @Test
  void without_the_batch_guard_the_late_folder_would_count_twice() {
    // The control: the same counts applied under a later number pass the guard.
    arrive(0, 12);
    var late = folder();
    var fold = Wait.forResult(late.choose(WAVE));
    Wait.forResult(folder().foldAll(WAVE, 10));
    var tally = Wait.forResult(late.tally(fold));
    for (var key : tally.cells()) {
      Wait.forResult(cells.add(WAVE, key, fold.batch() + 1, tally));
    }
    assertThat(counted()).isEqualTo(24);
    assertThat(differences()).isNotEmpty();
  }

  @Test
  void many_folders_at_once_count_each_answer_once() {
    arrive(0, 600);
    var all = IntStream.range(0, 6).mapToObj(i -> folder().foldAll(WAVE, 20)).toList();
    Wait.forResult(io.vertx.core.Future.join(all));
    assertThat(counted()).isEqualTo(600);
    assertThat(differences()).isEmpty();
  }

  @Test
  void an_answer_taken_back_before_it_is_claimed_is_not_counted_and_a_counted_one_stays() {
    arrive(0, 3);
    var folder = folder();
    var fold = Wait.forResult(folder.choose(WAVE));
    assertThat(Wait.forResult(responses.takeBack("ballot-1"))).isTrue();
    Wait.forResult(folder.claim(fold));
    assertThat(Wait.forResult(responses.takeBack("ballot-2"))).isFalse();
    Wait.forResult(folder.apply(fold));
    Wait.forResult(folder.finish(fold));
    assertThat(counted()).isEqualTo(2);
    assertThat(differences()).isEmpty();
  }
}
