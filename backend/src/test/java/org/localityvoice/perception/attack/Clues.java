package org.localityvoice.perception.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an outsider has read of one measure in one release, whichever output it stood in: between
 * which bounds each number lies, as finely as the finest of them tells it.
 */
final class Clues {
  static final String ALL = "all";

  /** What a number in an output is about, and by how much rounding may have moved it. */
  private record Field(String what, double slack) {}

  private static final double POINT = 0.55; // of a figure that was rounded to tenths before
  private static final double TENTH = 0.05;
  private static final double FIVE = 2.5;

  private static final Map<String, Field> EXACT =
      Map.of(
          "estimate", new Field("estimate", TENTH),
          "ciLow", new Field("low", TENTH),
          "ciHigh", new Field("high", TENTH),
          "se", new Field("error", TENTH),
          "baseValid", new Field("base", FIVE),
          "effectiveBase", new Field("effective", FIVE));

  private static final Map<String, Field> OPEN =
      Map.ofEntries(
          Map.entry("inHundred", new Field("estimate", POINT)),
          Map.entry("value", new Field("estimate", POINT)),
          Map.entry("OBS_VALUE", new Field("estimate", POINT)),
          Map.entry("low", new Field("low", POINT)),
          Map.entry("ci_low", new Field("low", POINT)),
          Map.entry("CI_LOWER", new Field("low", POINT)),
          Map.entry("high", new Field("high", POINT)),
          Map.entry("ci_high", new Field("high", POINT)),
          Map.entry("CI_UPPER", new Field("high", POINT)),
          Map.entry("base", new Field("base", FIVE)),
          Map.entry("BASE", new Field("base", FIVE)),
          Map.entry("effective_base", new Field("effective", FIVE)),
          Map.entry("EFFECTIVE_BASE", new Field("effective", FIVE)));

  private final Map<String, double[]> bounds = new TreeMap<>();
  final Set<String> digests = new HashSet<>();
  final Map<String, Double> modes = new TreeMap<>();
  final Map<String, Double> adults = new LinkedHashMap<>();
  final Set<String> merged = new HashSet<>();

  /** Shares of this wave that a later one was compared with, by the merges of the later one. */
  final Map<Set<String>, double[]> compared = new HashMap<>();

  /** How many numbers were read. */
  int read;

  /** How many of them were people that a share stands for. */
  int people;

  /** A number lies within a slack of what is told. */
  Clues tells(String group, String what, double told, double slack) {
    read++;
    var key = group + " " + what;
    var known = bounds.getOrDefault(key, new double[] {-1e9, 1e9});
    bounds.put(
        key, new double[] {Math.max(known[0], told - slack), Math.min(known[1], told + slack)});
    return this;
  }

  /** What a later wave's change says of the share of this one. */
  void comparedWith(Clues later) {
    if (later.knows(ALL, "change")) {
      var share = later.of(ALL, "estimate");
      var change = later.of(ALL, "change");
      compared.put(
          Set.copyOf(later.merged), new double[] {share[0] - change[1], share[1] - change[0]});
    }
  }

  /** Everything that was read here and there. */
  Clues with(Clues other) {
    other.bounds.forEach(
        (key, range) -> {
          var at = key.lastIndexOf(' ');
          var middle = (range[0] + range[1]) / 2;
          tells(key.substring(0, at), key.substring(at + 1), middle, range[1] - middle);
        });
    return this;
  }

  /** Every field of an object that is a number we know the meaning of. */
  void reads(String group, JsonNode object) {
    object
        .properties()
        .forEach(
            field -> {
              var known = EXACT.getOrDefault(field.getKey(), OPEN.get(field.getKey()));
              if (known != null && field.getValue().isNumber()) {
                tells(group, known.what(), field.getValue().asDouble(), known.slack());
              }
            });
    people(group, object.path("populationEquivalent"), "estimate", "ciLow", "ciHigh");
    people(
        group,
        object,
        "population_equivalent",
        "population_equivalent_low",
        "population_equivalent_high");
    people(
        group,
        object,
        "POPULATION_EQUIVALENT",
        "POPULATION_EQUIVALENT_LOWER",
        "POPULATION_EQUIVALENT_UPPER");
    if (object.at("/change/diff").isNumber()) {
      tells(group, "change", object.at("/change/diff").asDouble(), TENTH);
    }
    // "under 10 %" is a bound of the share.
    var reason =
        object.path("suppressionReason").asText(object.path("suppression_reason").asText());
    if (reason.matches("(UNDER|OVER)_[0-9]+_PERCENT")) {
      var at = Double.parseDouble(reason.split("_", -1)[1]);
      var middle = reason.startsWith("UNDER") ? at / 2 : 50 + at / 2;
      tells(group, "estimate", middle, Math.abs(at - middle));
    }
    var effect = object.path("designEffect");
    var bases = object.path("baseValid").asDouble() / object.path("effectiveBase").asDouble();
    // The quotient of the two rounded bases says nothing more than they do.
    if (effect.isNumber() && Math.abs(effect.asDouble() - bases) > 0.005001) {
      tells(group, "effect", effect.asDouble(), 0.005);
    }
  }

  /** People that a share and its bounds stand for, in fifties: each is a share of all adults. */
  private void people(String group, JsonNode object, String share, String low, String high) {
    var all = World.BANDS.stream().mapToDouble(band -> adults.getOrDefault(band, 0.0)).sum();
    Map.of(share, "estimate", low, "low", high, "high")
        .forEach(
            (field, what) -> {
              if (object.path(field).isNumber()) {
                people++;
                var people = object.path(field).asDouble();
                tells(group, what, 100 * people / all, 100 * 25 / all + POINT);
              }
            });
  }

  boolean knows(String group, String what) {
    return bounds.containsKey(group + " " + what);
  }

  double[] of(String group, String what) {
    return bounds.getOrDefault(group + " " + what, new double[] {-1e9, 1e9});
  }

  /** Whether a value may be meant; halves are rounded away, so both ends count. */
  boolean allows(String group, String what, double value) {
    var known = of(group, what);
    return value >= known[0] - 1e-9 && value <= known[1] + 1e-9;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    bounds.forEach(
        (key, range) -> text.append(key).append(" %.2f..%.2f\n".formatted(range[0], range[1])));
    return text + "merged " + merged + ", modes " + modes;
  }
}
