package org.localityvoice.perception;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.localityvoice.perception.Release.Figures;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Waves.Results;

/** Computes the figures of a wave. Pure: the same counts always give the same figures. */
final class Figuring {
  private Figuring() {}

  static Figures of(Results results) {
    var observations =
        results.questionnaire().items().stream()
            .flatMap(
                item ->
                    item.measure().stream()
                        .map(
                            measure ->
                                Observation.of(
                                    measure, Estimator.estimate(item, measure, results.cells()))))
            .toList();
    return new Figures(
        Estimator.ID,
        Estimator.VERSION,
        digest(results.cells()),
        modes(results.cells()),
        observations);
  }

  private static Map<String, Double> modes(List<Cell> cells) {
    var counts = new TreeMap<String, Integer>();
    cells.forEach(cell -> cell.modes().forEach((mode, n) -> counts.merge(mode, n, Integer::sum)));
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    var shares = new TreeMap<String, Double>();
    counts.forEach((mode, n) -> shares.put(mode, Math.round(100 * n / all) / 100.0));
    return shares;
  }

  /** Over every counter in a fixed order: cell, item, option, count. */
  private static String digest(List<Cell> cells) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var byKey = new TreeMap<String, Cell>();
      cells.forEach(cell -> byKey.put(cell.id(), cell));
      byKey.forEach(
          (key, cell) -> {
            add(sha, key, "n", "", cell.n());
            new TreeMap<>(cell.counts())
                .forEach(
                    (item, options) ->
                        new TreeMap<>(options)
                            .forEach((option, n) -> add(sha, key, item, option, n)));
          });
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest sha, String key, String item, String option, int n) {
    var line = String.join("\t", key, item, option, String.valueOf(n)) + "\n";
    sha.update(line.getBytes(StandardCharsets.UTF_8));
  }
}
