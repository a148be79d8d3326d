package org.localityvoice.pmf.lens;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.localityvoice.estimate.Rounding;
import org.localityvoice.pmf.Published;

/**
 * What people have said of one measure in one wave, as published.
 *
 * @param from the wave's first day
 * @param to its last
 * @param observation the measure in the statement
 */
record Said(String measure, String period, LocalDate from, LocalDate to, JsonNode observation) {

  /**
   * The last of each measure, whether or not it is a figure: what was withdrawn or withheld is not
   * hidden behind an older figure.
   *
   * @param until waves that ended later are left out
   */
  static Map<String, Said> last(List<Published> published, LocalDate until) {
    var last = new TreeMap<String, Said>();
    for (var one : published) {
      for (var said : of(one)) {
        if (!said.to().isAfter(until)) {
          last.merge(
              said.measure(),
              said,
              (some, other) ->
                  Comparator.comparing(Said::to).compare(some, other) >= 0 ? some : other);
        }
      }
    }
    return last;
  }

  /** Everything that is said in one statement. */
  static List<Said> of(Published one) {
    var data = one.tree().path("data");
    var waves = new TreeMap<String, JsonNode>();
    data.path("parts")
        .forEach(
            part -> {
              if (part.has("wave")) {
                waves.put(part.path("wave").path("id").asText(), part.path("wave"));
              }
            });
    var all = new java.util.ArrayList<Said>();
    for (var observation : data.path("observations")) {
      var wave = waves.get(observation.path("wave").asText());
      if (wave != null && observation.path("breakdown").asText("all").equals("all")) {
        all.add(
            new Said(
                observation.path("measureId").asText(),
                one.period(),
                LocalDate.parse(wave.path("from").asText()),
                LocalDate.parse(wave.path("to").asText()),
                observation));
      }
    }
    return all;
  }

  String status() {
    return observation.path("status").asText();
  }

  /** Whether there is a figure. */
  boolean told() {
    return told(status());
  }

  /** Whether there is a figure where that is the status. */
  static boolean told(String status) {
    return status.equals("OK") || status.equals("LOW_RELIABILITY");
  }

  /** The id of the wave. */
  String wave() {
    return observation.path("wave").asText();
  }

  /** A percentage in whole points, which is all that everybody is told. */
  Optional<Integer> points(String field) {
    var node = observation.path(field);
    return node.isNumber()
        ? Optional.of((int) Rounding.PUBLIC.points(node.asDouble()))
        : Optional.empty();
  }

  /** How many answers it rests on, rounded; empty where that is not told. */
  Optional<Integer> base() {
    var node = observation.path("baseValid");
    return node.isNumber() ? Optional.of(node.asInt()) : Optional.empty();
  }

  /** up, down or no_clear_change; empty where nothing is compared. */
  Optional<String> verdict() {
    return Optional.of(observation.path("change").path("verdict").asText())
        .filter(text -> !text.isEmpty());
  }
}
