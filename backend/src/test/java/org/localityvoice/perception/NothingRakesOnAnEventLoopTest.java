package org.localityvoice.perception;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.survey.WinterWave;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.WhereItRuns;

/**
 * Figures, checks, meters and plans are computed while others are served. Each is asked for until
 * it was seen at work, so that one which is never seen fails too.
 */
@ExtendWith(StoreExtension.class)
class NothingRakesOnAnEventLoopTest {
  @Test
  void figures_meters_and_plans_are_computed_aside(Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      checkingAndProposing(town, mongo);
      meteringAndPlanning(town);
    }
  }

  private static void checkingAndProposing(Town town, Mongo mongo) {
    GroupedWave.closed(town, mongo);
    var release = GroupedWave.published(town);
    try (var seen = new WhereItRuns(Figuring.class.getName())) {
      assertThat(seen.onAnEventLoop(() -> asks(town, "/v1/releases/" + release + "/recompute")))
          .as("checking a release")
          .isFalse();
    }

    // Four late forms: each new proposal is worked out, and held.
    GroupedWave.cell(mongo, "50-64", "female", 24, 10);
    try (var seen = new WhereItRuns(Figuring.class.getName())) {
      Runnable proposing =
          () -> {
            town.clock().advance(Duration.ofMinutes(1));
            assertThat(town.as("nadia").posts(GroupedWave.RELEASES).problem())
                .isEqualTo("release-too-close");
          };
      assertThat(seen.onAnEventLoop(proposing)).as("proposing a release").isFalse();
    }
  }

  private static void meteringAndPlanning(Town town) {
    for (var i = 0; i < 10; i++) {
      town.as("resident-" + i).answers("newport-2026-q4", Map.of("SAFE_DAY", "neither"));
    }
    town.works();
    try (var seen = new WhereItRuns("org.localityvoice.survey.Representativeness.of")) {
      assertThat(
              seen.onAnEventLoop(() -> asks(town, "/v1/waves/newport-2026-q4/representativeness")))
          .as("the meter")
          .isFalse();
    }
    town.as("nadia").posts("/v1/localities/newport/waves", WinterWave.planned("next"));
    try (var seen = new WhereItRuns("org.localityvoice.survey.EffectiveBase")) {
      assertThat(seen.onAnEventLoop(() -> asks(town, "/v1/waves/next/plan")))
          .as("the planner")
          .isFalse();
    }
  }

  private static void asks(Town town, String path) {
    town.clock().advance(Duration.ofSeconds(1));
    assertThat(town.as("pat").gets(path).status()).isEqualTo(200);
  }
}
