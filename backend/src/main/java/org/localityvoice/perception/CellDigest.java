package org.localityvoice.perception;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.localityvoice.survey.Cell;

/**
 * The SHA-256 over a salt and every counter of a wave, in a fixed order: cell, item, option, count.
 * It commits to the counts and hides them: without the salt, whoever knows all but a few of them
 * from the figures could try out which digest the rest gives.
 */
final class CellDigest {
  private CellDigest() {}

  /**
   * The digest.
   *
   * @param salt secret of the release; empty in releases from before there were salts
   */
  static String of(List<Cell> cells, String salt) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(salt.getBytes(StandardCharsets.UTF_8));
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
