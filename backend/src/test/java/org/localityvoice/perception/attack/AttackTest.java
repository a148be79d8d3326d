package org.localityvoice.perception.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.perception.attack.Attacker.Knowledge;
import org.localityvoice.perception.disclosure.Rules;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/**
 * An outsider fetches everything that leaves the server over several waves and revisions, and puts
 * all of it together. Of a group of fewer than ten they must not come to know its size better than
 * within ten, nor what it said better than within three.
 */
@ExtendWith(StoreExtension.class)
class AttackTest {
  /** In the profile {@code simulation} they are many. */
  private static final int WAVES = Integer.getInteger("simulation.waves", 3);

  private static final Rules RULES = Rules.STANDARD;

  /** From the description of the method: bands are merged where fewer than so many answered. */
  private static final int MERGED_BELOW = 15;

  /** Six of 16 to 24, among 202. */
  private static final World RESIDENTS =
      new World(new int[] {6, 31, 45, 60, 58, 2}, new int[] {3, 15, 23, 35, 21, 1});

  private static final String FIRST = "newport-night-1";
  private static final String SECOND = "newport-night-2";
  private static final String WITHDRAWALS = "/v1/localities/newport/pmf-withdrawals";

  private static World later(World before, int band, int yes, int no) {
    var n = before.n().clone();
    var some = before.yes().clone();
    n[band] += yes + no;
    some[band] += yes;
    return new World(n, some);
  }

  /** Of no small band too much is known, also by those who know when bands are merged. */
  private static void staysHidden(Knowledge knowledge, World truth) {
    assertThat(knowledge.worlds()).as("what is true is possible").isPositive();
    for (var b = 0; b < World.BANDS.size(); b++) {
      assertThat(knowledge.bases().get(b)).as(World.BANDS.get(b)).contains(truth.n()[b]);
      if (truth.n()[b] < RULES.fewest()) {
        assertThat(small(knowledge, b)).as(World.BANDS.get(b)).hasSizeGreaterThan(RULES.range());
        assertThat(knowledge.yes().get(b)).hasSizeGreaterThan(RULES.spread());
      }
    }
  }

  private static Set<Integer> small(Knowledge knowledge, int band) {
    return knowledge.bases().get(band).headSet(MERGED_BELOW);
  }

  /** The modes that fewer than ten answered by, as far as their shares tell. */
  private static Set<String> smallModes(Map<String, Double> modes, int answers) {
    var small = new HashSet<String>();
    modes.forEach(
        (mode, share) -> {
          if (Math.round((share + 0.005) * answers) < RULES.fewest()) {
            small.add(mode);
          }
        });
    var rest = 1 - modes.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!modes.isEmpty() && rest > 0.011) {
      small.add("the rest");
    }
    return small;
  }

  @Test
  void what_is_fetched_over_two_waves_a_correction_and_a_withdrawal_tells_of_no_small_group(
      Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var ages = new AgesOnly(town, store.connect());
      ages.closes(FIRST, "2026-Q4", "2026-11-23", "2026-11-30");
      ages.answered(FIRST, RESIDENTS);
      var release = ages.publishes(FIRST).at("/id");
      var clues = Outputs.of(town, folder, FIRST, release).clues();
      assertThat(clues.read).as("numbers read").isGreaterThan(60);
      assertThat(clues.people).as("share and bounds in four outputs").isEqualTo(3 * 4);
      assertThat(clues.digests).isNotEmpty();
      assertThat(clues.of("ageBand:35-49", "base")).containsExactly(42.5, 47.5);
      assertThat(clues.knows("ageBand:16-24", "base")).isFalse();
      var tried = new HashSet<String>();
      var first = Attacker.attack(clues, world -> tried.add(world.digest(FIRST)));
      staysHidden(first, RESIDENTS);
      assertThat(tried)
          .contains(RESIDENTS.digest(FIRST))
          .doesNotContainAnyElementsOf(clues.digests);
      assertThat(clues.modes).containsKey("app");
      assertThat(smallModes(clues.modes, RESIDENTS.total())).isEmpty();

      // Four late forms: neither a release nor a look at what would come out tells of them.
      ages.answered(FIRST, later(RESIDENTS, 3, 3, 1));
      assertThat(ages.publishes(FIRST).problem()).isEqualTo("release-too-close");
      var again = town.as("pat").gets("/v1/releases/" + release + "/recompute").json();
      assertThat(again.path("same").asBoolean()).isFalse();
      for (var difference : again.path("differences")) {
        if (!difference.path("place").asText().equals("cellDigest")) {
          assertThat(difference.path("recomputed").asText()).isEqualTo("something else");
        }
      }

      // Twenty-one are enough to hide behind, though nine of them make the small band a large one.
      var grown = later(later(later(RESIDENTS, 3, 7, 5), 0, 5, 4), 1, 1, 0);
      ages.answered(FIRST, grown);
      var corrected = Outputs.of(town, folder, FIRST, ages.publishes(FIRST).at("/id")).clues();
      var second = Attacker.attack(corrected);
      assertThat(second.worlds()).isPositive();
      assertThat(second.bases().get(0)).contains(grown.n()[0]);
      staysHidden(first.before(second), RESIDENTS);

      // The next wave is compared with this one, weighted by the merges that both need.
      var next = new World(new int[] {4, 27, 50, 33, 66, 0}, new int[] {1, 10, 31, 14, 40, 0});
      town.clock().advance(Duration.ofDays(60));
      ages.closes(SECOND, "2027-Q1", "2027-01-22", "2027-01-30");
      ages.answered(SECOND, next);
      var compared = Outputs.of(town, folder, SECOND, ages.publishes(SECOND).at("/id")).clues();
      assertThat(compared.knows(Clues.ALL, "change")).isTrue();
      staysHidden(Attacker.attack(compared), next);
      corrected.comparedWith(compared);
      staysHidden(first.before(Attacker.attack(corrected)), RESIDENTS);

      // What is withdrawn takes nothing back that was read, and adds nothing.
      var why =
          Town.body(
              "id",
              "x1",
              "period",
              "2027-Q1",
              "measures",
              List.of("PMF-SAFE-DARK"),
              "reason",
              "wrong");
      assertThat(town.as("nadia").posts(WITHDRAWALS, why).status()).isEqualTo(201);
      assertThat(town.as("pat").posts("/v1/pmf-withdrawals/x1/approve").status()).isEqualTo(200);
      var id = town.as("nadia").gets("/v1/waves/" + SECOND + "/releases").at("/releases/0/id");
      staysHidden(
          Attacker.attack(Outputs.of(town, folder, SECOND, id).clues().with(compared)), next);
    }
  }

  @Test
  void nor_do_waves_of_residents_at_random(Store store, @TempDir Path folder) {
    try (var town = Town.on(store, folder, Map.of())) {
      var ages = new AgesOnly(town, store.connect());
      for (var seed = 0; seed < WAVES; seed++) {
        var wave = "newport-random-" + seed;
        var residents = AgesOnly.random(new Random(seed));
        ages.closes(wave, "2026-Q4", "2026-11-23", "2026-11-30");
        ages.answered(wave, residents);
        var clues = Outputs.of(town, folder, wave, ages.publishes(wave).at("/id")).clues();
        staysHidden(Attacker.attack(clues), residents);
        assertThat(smallModes(clues.modes, residents.total())).isEmpty();
        // So that nobody is told that this was too often.
        town.passes(Duration.ofMinutes(1));
      }
    }
  }

  private static final Map<String, Double> ADULTS =
      Map.of(
          "16-24", 1_510.0, "25-34", 1_630.0, "35-49", 1_920.0, "50-64", 1_425.0, "65-plus",
          1_035.0);

  /** What the same attacker is given, with one protection or another left out. */
  private static Clues unprotected(World world, Set<String> merged, int... withheld) {
    var clues = new Clues();
    clues.adults.putAll(ADULTS);
    clues.merged.addAll(merged);
    for (var b = 0; b < World.BANDS.size(); b++) {
      var band = b;
      if (Arrays.stream(withheld).noneMatch(one -> one == band)) {
        var n = world.n()[b];
        figure(clues, "ageBand:" + World.BANDS.get(b), 100.0 * world.yes()[b] / n, n, n);
      }
    }
    var weights = World.weights(world.n(), adults(), Attacker.classes(merged));
    var effective = World.effective(world.n(), weights);
    figure(clues, Clues.ALL, world.estimate(weights), world.total(), effective);
    return clues
        .tells(Clues.ALL, "effective", 5.0 * Math.round(effective / 5), 2.5)
        .tells(Clues.ALL, "error", Math.round(10 * world.error(weights)) / 10.0, 0.05);
  }

  private static double[] adults() {
    return World.BANDS.stream().mapToDouble(band -> ADULTS.getOrDefault(band, 0.0)).toArray();
  }

  private static void figure(Clues clues, String group, double share, int base, double effective) {
    clues
        .tells(group, "estimate", Math.round(10 * share) / 10.0, 0.05)
        .tells(group, "low", Math.round(10 * World.bound(share, effective, -1)) / 10.0, 0.05)
        .tells(group, "high", Math.round(10 * World.bound(share, effective, 1)) / 10.0, 0.05)
        .tells(group, "base", 5.0 * Math.round(base / 5.0), 2.5);
  }

  @Test
  void the_same_attacker_finds_what_is_not_protected() {
    var together = Set.of("ageBand:16-24+25-34+prefer-not-to-say");
    var withheld = new int[] {0, 1, 5};
    staysHidden(Attacker.attack(unprotected(RESIDENTS, together, withheld)), RESIDENTS);

    // Weights of their own: the effective base says how many there are, and the share what they
    // said.
    var weights = World.weights(RESIDENTS.n(), adults(), Attacker.classes(Set.of()));
    var effect = RESIDENTS.total() / World.effective(RESIDENTS.n(), weights);
    var told = unprotected(RESIDENTS, Set.of(), withheld);
    var apart = Attacker.attack(told);
    assertThat(small(apart, 0)).contains(6).hasSizeLessThan(RULES.range());
    // And with a design effect of two decimals.
    told.tells(Clues.ALL, "effect", Math.round(100 * effect) / 100.0, 0.005);
    assertThat(small(Attacker.attack(told), 0)).contains(6).hasSizeLessThan(5);
    // No cover: they are what is left.
    var alone = Attacker.attack(unprotected(RESIDENTS, together, 0, 5));
    assertThat(alone.bases().get(0)).contains(6).hasSizeLessThan(RULES.range());
    // Two revisions that the gate keeps apart: four people, and what they said.
    var before = Attacker.attack(unprotected(RESIDENTS, together, withheld));
    var after = Attacker.attack(unprotected(later(RESIDENTS, 3, 3, 1), together, withheld));
    assertThat(before.bases().get(3)).containsExactly(60);
    assertThat(before.yes().get(3)).containsExactly(35);
    assertThat(after.bases().get(3)).containsExactly(64);
    assertThat(after.yes().get(3)).containsExactly(38);
    // A share by mode of three people.
    assertThat(smallModes(Map.of("app", 0.99, "paper", 0.01), RESIDENTS.total()))
        .containsExactly("paper");
    assertThat(smallModes(Map.of("app", 0.98), RESIDENTS.total())).containsExactly("the rest");
  }
}
