package org.localityvoice.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.perception.GroupedWave;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What a plan can show rests on what residents have answered before. */
@ExtendWith(StoreExtension.class)
class EarlierWaveTest {
  @Test
  void the_last_wave_that_residents_answered_lends_its_design_effect_and_its_base(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      GroupedWave.closed(town, mongo);
      var waves = "/v1/localities/newport/waves";
      var before = town.as("nadia").posts(waves, WinterWave.planned("next"));
      assertThat(before.json().at("/planner").has("earlierWave"))
          .as("six young people would be known by their weight")
          .isFalse();

      GroupedWave.cell(mongo, "16-24", "female", 5, 5);
      GroupedWave.cell(mongo, "16-24", "male", 5, 5);
      var planner = town.as("pat").gets("/v1/waves/next/plan").json().at("/planner");
      assertThat(planner.at("/earlierWave").asText()).isEqualTo("newport-2026-winter");
      var n1 = planner.at("/earlierEffectiveBase").asDouble();
      var n2 = 400 / planner.at("/designEffect").asDouble();
      assertThat(planner.at("/designEffect").asDouble()).isBetween(1.0, 1.49);
      assertThat(planner.at("/smallestDetectableChange").asDouble())
          .isCloseTo(100 * 2.801585 * Math.sqrt(0.25 * (1 / n1 + 1 / n2)), Offset.offset(0.2));
    }
  }
}
