package org.localityvoice.perception.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.perception.GroupedWave.cell;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.perception.GroupedWave;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/**
 * Two towns that differ in a small group only, and everything that leaves them. Where all of it is
 * the same, byte for byte, nobody can tell them apart, however clever they are.
 */
@ExtendWith(StoreExtension.class)
class SameBytesTest {
  private static final String WAVE = "newport-2026-winter";

  private static String told(
      Store store, Path folder, int women, int womenSafe, int men, int menSafe) {
    try (var town = Town.on(store, folder, Map.of())) {
      var mongo = store.connect();
      GroupedWave.closed(town, mongo);
      youngAndNext(mongo, "female", women, womenSafe, 18, 10);
      youngAndNext(mongo, "male", men, menSafe, 19, 8);
      var release = GroupedWave.published(town);
      return Outputs.of(town, folder, WAVE, release).bytes();
    }
  }

  private static void youngAndNext(Mongo mongo, String sex, int n, int safe, int all, int allSafe) {
    cell(mongo, "16-24", sex, safe, n - safe);
    cell(mongo, "25-34", sex, allSafe - safe, all - n - allSafe + safe);
  }

  @Test
  void two_or_fourteen_young_people_and_what_they_say_leave_the_same_bytes(
      @TempDir Path one, @TempDir Path other, Store store) {
    var few = told(store, one, 1, 1, 1, 0);
    assertThat(few).contains("ageBand:16-24");
    var more = told(store.another(), other, 7, 5, 7, 2);
    assertThat(more.lines()).containsExactlyElementsOf(few.lines().toList());
  }
}
