package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.perception.Ledger.AuditResult;
import org.localityvoice.perception.Ledger.Entry;
import org.localityvoice.perception.disclosure.Count;
import org.localityvoice.perception.disclosure.Counted;
import org.localityvoice.perception.disclosure.Group;
import org.localityvoice.perception.disclosure.Pattern;
import org.localityvoice.perception.disclosure.Rules;
import org.localityvoice.perception.disclosure.Sequence;
import org.localityvoice.perception.disclosure.Suppression;
import org.localityvoice.perception.disclosure.Told;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Two releases that differ by five answers, approved at the same moment. */
@ExtendWith(StoreExtension.class)
class TwoReleasesAtOnceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static Told told(String release, int positives) {
    var groups = List.of(new Group("all", Set.of("all")));
    var counts = new HashMap<String, Count>();
    counts.put("all", new Count(positives, 40));
    var questions = List.of(new Counted("SAFE_DARK", counts, Map.of()));
    return new Told(
        release,
        "illustrative-1",
        groups,
        questions,
        Suppression.of(groups, questions, Pattern.NONE, Rules.STANDARD));
  }

  private static Entry missing(Ledger ledger) {
    throw new AssertionError("both are entered in " + ledger.id());
  }

  @Test
  void only_one_gets_through(Store store) {
    var vertx = Vertx.vertx();
    try {
      var ledgers = new LedgerStore(store.connect(), new CompareAndSet(vertx, new Random(1)));
      var gate = new ReleaseGate(ledgers);
      var both = List.of(told("r1", 60), told("r2", 65));
      for (var one : both) {
        assertThat(Sequence.judge(one, List.of(), Rules.STANDARD).refusal())
            .as("the control: each by itself may go, so looking first and writing then lets both")
            .isEmpty();
        var entry = Entries.entry(one, List.of(), new AuditResult(0, 1_000));
        Wait.forResult(
            ledgers.change("w", ledger -> Decision.replace(ledger.with(entry), "entered")));
      }
      var attempts =
          Stream.of("r1", "r2", "r1", "r2")
              .map(id -> gate.release("w", id, TwoReleasesAtOnceTest::missing, NOW))
              .toList();
      attempts.forEach(attempt -> Wait.forResult(attempt.otherwiseEmpty()));
      assertThat(attempts.stream().filter(Future::succeeded).count())
          .as("one release, approved twice")
          .isEqualTo(2);
      assertThat(attempts.stream().filter(Future::failed).map(Future::cause))
          .hasSize(2)
          .allSatisfy(cause -> assertThat(((Problem) cause).code()).isEqualTo("release-too-close"));
      var ledger = Wait.forResult(ledgers.find("w")).orElseThrow();
      assertThat(ledger.released("")).hasSize(1);
    } finally {
      Wait.forResult(vertx.close());
    }
  }

  @Test
  void the_ledger_gives_back_what_was_written() {
    var told = told("r1", 60);
    assertThat(Entries.told(Entries.entry(told, List.of(), new AuditResult(0, 20))))
        .isEqualTo(told);
  }
}
