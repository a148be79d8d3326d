package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Counting exactly once, whoever is cut off between which steps. */
@ExtendWith(StoreExtension.class)
class FoldingTest {
  private static final String WAVE = "newport-2026-q4";
  private static final List<String> BANDS = List.of("16-24", "25-34", "65-plus");

  private Folding folding;
  private CellCheck check;
  private Mongo mongo;

  @BeforeEach
  void connect(Store store) {
    mongo = store.connect();
    folding = new Folding(mongo);
    var vertx = io.vertx.core.Vertx.vertx();
    check =
        new CellCheck(
            new WaveStore(mongo, new CompareAndSet(vertx, new Random(1))),
            folding.responses,
            folding.cells);
    Wait.forResult(mongo.ready());
    Wait.forResult(vertx.close());
  }

  private void arrive(int from, int to) {
    var group =
        IntStream.range(from, to)
            .mapToObj(
                i ->
                    Folding.arrival(
                        "ballot-" + i,
                        WAVE,
                        BANDS.get(i % 3),
                        i % 2 == 0 ? "very-safe" : "very-unsafe"))
            .toList();
    folding.arrive(group);
  }

  private Folder folder() {
    return folding.folder();
  }

  private int counted() {
    return folding.counted(WAVE);
  }

  private List<String> differences() {
    return Wait.forResult(check.differences(WAVE));
  }

  /** The steps of one batch, each to be the last one that a folder takes. */
  private void takeSteps(Folder folder, int steps) {
    var fold = Wait.forResult(folder.choose(WAVE, 1));
    if (steps == 0) {
      return;
    }
    Wait.forResult(folder.claim(fold));
    if (steps == 1) {
      return;
    }
    var batch = Wait.forResult(folder.open(fold));
    Wait.forResult(folder.write(steps == 2 ? batch.subList(0, 5) : batch));
    var tally = Tally.of(batch);
    var keys = new ArrayList<>(tally.cells());
    for (var i = 0; i < Math.min(steps - 3, keys.size()); i++) {
      Wait.forResult(folder.add(fold, tally, keys.get(i)));
    }
    if (steps == keys.size() + 4) {
      // Half of what finishing does.
      Wait.forResult(folding.arrivals.counted(fold.ids().subList(0, 5), fold.batch()));
    }
    if (steps > keys.size() + 4) {
      Wait.forResult(folder.finish(fold));
    }
  }

  @Test
  void a_folder_killed_between_any_two_steps_leaves_nothing_uncounted_or_counted_twice() {
    for (var steps = 0; steps <= 8; steps++) {
      arrive(steps * 12, steps * 12 + 12);
      takeSteps(folder(), steps);
      // Another one takes over, twice for good measure.
      assertThat(Wait.forResult(folder().foldAll(WAVE, 10, 1))).isTrue();
      assertThat(Wait.forResult(folder().foldAll(WAVE, 10, 1))).isTrue();
      assertThat(counted()).isEqualTo(steps * 12 + 12);
      assertThat(differences()).isEmpty();
    }
  }

  @Test
  void a_folder_that_wakes_up_late_and_repeats_its_steps_changes_nothing() {
    arrive(0, 12);
    var late = folder();
    var fold = Wait.forResult(late.choose(WAVE, 1));
    Wait.forResult(folder().foldAll(WAVE, 10, 1));
    arrive(12, 24);
    Wait.forResult(folder().foldAll(WAVE, 10, 1));
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
    var fold = Wait.forResult(late.choose(WAVE, 1));
    Wait.forResult(late.claim(fold));
    var tally = Tally.of(Wait.forResult(late.open(fold)));
    Wait.forResult(folder().foldAll(WAVE, 10, 1));
    for (var key : tally.cells()) {
      Wait.forResult(folding.cells.add(WAVE, key, fold.batch(), tally));
    }
    assertThat(counted()).isEqualTo(12);
    for (var key : tally.cells()) {
      Wait.forResult(folding.cells.add(WAVE, key, fold.batch() + 1, tally));
    }
    assertThat(counted()).isEqualTo(24);
    assertThat(differences()).isNotEmpty();
  }

  @Test
  void many_folders_at_once_count_each_answer_once() {
    arrive(0, 600);
    var all = IntStream.range(0, 6).mapToObj(i -> folder().foldAll(WAVE, 20, 1)).toList();
    Wait.forResult(io.vertx.core.Future.join(all));
    assertThat(counted()).isEqualTo(600);
    assertThat(differences()).isEmpty();
  }

  @Test
  void an_answer_taken_back_before_it_is_claimed_is_not_counted_and_a_counted_one_stays() {
    arrive(0, 3);
    var folder = folder();
    var fold = Wait.forResult(folder.choose(WAVE, 1));
    assertThat(Wait.forResult(folding.arrivals.takeBack(Arrival.id("ballot-1")))).isTrue();
    Wait.forResult(folder.claim(fold));
    assertThat(Wait.forResult(folding.arrivals.takeBack(Arrival.id("ballot-2")))).isFalse();
    Wait.forResult(folder.apply(fold));
    Wait.forResult(folder.finish(fold));
    assertThat(counted()).isEqualTo(2);
    assertThat(differences()).isEmpty();
  }

  @Test
  void while_a_wave_is_open_fewer_than_ten_wait_and_can_be_read_by_nobody() {
    arrive(0, 9);
    assertThat(Wait.forResult(folder().foldAll(WAVE, 10, Folder.FEWEST))).isTrue();
    assertThat(counted()).isZero();
    assertThat(readable()).isEmpty();
    for (var waiting : Wait.forResult(Publishers.list(raw("arrivals").find()))) {
      assertThat(waiting.toJson()).doesNotContain("very-safe", "16-24", "2026-11-23");
    }
    arrive(9, 10);
    assertThat(Wait.forResult(folder().foldAll(WAVE, 10, Folder.FEWEST))).isTrue();
    assertThat(counted()).isEqualTo(10);
    assertThat(readable()).hasSize(10);
    // The control: at the end of a wave the rest is counted, however few.
    arrive(10, 12);
    assertThat(Wait.forResult(folder().foldAll(WAVE, 10, 1))).isTrue();
    assertThat(counted()).isEqualTo(12);
  }

  @Test
  void an_answer_that_comes_after_a_folder_was_cut_off_is_not_written_on_its_own() {
    arrive(0, 10);
    takeSteps(folder(), 2);
    arrive(10, 11);
    Wait.forResult(folder().foldAll(WAVE, 10, Folder.FEWEST));
    assertThat(counted()).isEqualTo(10);
    assertThat(readable()).hasSize(10);
    assertThat(differences()).isEmpty();
  }

  @Test
  void what_is_left_of_a_counted_arrival_says_neither_what_nor_in_which_batch() {
    arrive(0, 24);
    Wait.forResult(folder().foldAll(WAVE, 10, 1));
    for (var left : Wait.forResult(Publishers.list(raw("arrivals").find()))) {
      assertThat(left.keySet()).containsExactlyInAnyOrder("_id", "wave", "batch", "said");
      assertThat(left.getInteger("batch")).isEqualTo(Arrival.COUNTED);
    }
    // Nor do the answers lie in the order in which they came.
    var came = IntStream.range(0, 24).mapToObj(i -> BallotBox.digest("ballot-" + i)).toList();
    var lie = readable().stream().map(one -> one.getString("_id")).toList();
    assertThat(lie).containsExactlyInAnyOrderElementsOf(came).isNotEqualTo(came);
  }

  private List<Document> readable() {
    return Wait.forResult(Publishers.list(raw("responses").find()));
  }

  private MongoCollection<Document> raw(String name) {
    return mongo.collection(name, Document.class);
  }
}
