package org.localityvoice.perception.attack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What may be true of a wave that asks for ages only: how many of each band answered, and how many
 * of them said yes; and what would have been published then. Written from the descriptions of the
 * method, and shares no code with it.
 */
final class World {
  private static final double Z = 1.959964;

  /** The bands, those who did not say last. */
  static final List<String> BANDS =
      List.of("16-24", "25-34", "35-49", "50-64", "65-plus", "prefer-not-to-say");

  private static final int UNSAID = BANDS.size() - 1;

  private final int[] n;
  private final int[] yes;

  /**
   * A world.
   *
   * @param n answers by band
   * @param yes those that said yes
   */
  World(int[] n, int[] yes) {
    this.n = n;
    this.yes = yes;
  }

  int[] n() {
    return n;
  }

  int[] yes() {
    return yes;
  }

  int total() {
    return sum(n);
  }

  private static int sum(int[] some) {
    var sum = 0;
    for (var one : some) {
      sum += one;
    }
    return sum;
  }

  /**
   * Weights by band: adults over answers, bands that are weighted as one together; those who did
   * not say keep their share, unless they are weighted with a band.
   *
   * @param adults by band; what it is for those who did not say does not matter
   * @param classes the number of the class that each band is weighted in
   */
  static double[] weights(int[] n, double[] adults, int[] classes) {
    var answers = new double[n.length];
    var targets = new double[n.length];
    var all = 0.0;
    var said = 0;
    for (var b = 0; b < n.length; b++) {
      answers[classes[b]] += n[b];
      targets[classes[b]] += b == UNSAID ? 0 : adults[b];
      all += b == UNSAID ? 0 : adults[b];
      said += classes[b] == UNSAID ? 0 : n[b];
    }
    var weights = new double[n.length];
    for (var b = 0; b < n.length; b++) {
      weights[b] =
          classes[b] == UNSAID ? 1 : targets[classes[b]] / all * said / answers[classes[b]];
    }
    return weights;
  }

  /** Kish's effective base. */
  static double effective(int[] n, double[] weights) {
    var sum = 0.0;
    var squares = 0.0;
    for (var b = 0; b < n.length; b++) {
      sum += weight(weights, n, b) * n[b];
      squares += weight(weights, n, b) * weight(weights, n, b) * n[b];
    }
    return sum * sum / squares;
  }

  private static double weight(double[] weights, int[] n, int band) {
    return n[band] == 0 ? 0 : weights[band];
  }

  /** The weighted share of yes, in percent. */
  double estimate(double[] weights) {
    var sum = 0.0;
    var some = 0.0;
    for (var b = 0; b < n.length; b++) {
      sum += weight(weights, n, b) * n[b];
      some += weight(weights, n, b) * yes[b];
    }
    return 100 * some / sum;
  }

  /** Its standard error, in points. */
  double error(double[] weights) {
    var p = estimate(weights) / 100;
    var sum = 0.0;
    var spread = 0.0;
    for (var b = 0; b < n.length; b++) {
      var w = weight(weights, n, b);
      sum += w * n[b];
      spread += w * w * (yes[b] * (1 - p) * (1 - p) + (n[b] - yes[b]) * p * p);
    }
    return 100 * Math.sqrt(total() / (total() - 1.0) * spread) / sum;
  }

  /** One bound of Wilson's interval, in percent. */
  static double bound(double percent, double base, int side) {
    var p = percent / 100;
    var z2 = Z * Z;
    var half = Z / (1 + z2 / base) * Math.sqrt(p * (1 - p) / base + z2 / (4 * base * base));
    return 100 * ((p + z2 / (2 * base)) / (1 + z2 / base) + side * half);
  }

  /** The digest of its counts as it was before there were salts. */
  String digest(String wave) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var lines = new TreeMap<String, String>();
      for (var b = 0; b < n.length; b++) {
        if (n[b] > 0) {
          var key = wave + "|" + BANDS.get(b);
          lines.put(
              key,
              line(key, "n", "", n[b])
                  + line(key, "SAFE_DARK", "fairly-safe", yes[b])
                  + line(key, "SAFE_DARK", "very-unsafe", n[b] - yes[b]));
        }
      }
      lines.values().forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(String key, String item, String option, int count) {
    return String.join("\t", key, item, option, String.valueOf(count)) + "\n";
  }
}
