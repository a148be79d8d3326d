package org.localityvoice.report.measure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether exact figures have changed. */
final class FigureDigest {
  private FigureDigest() {}

  /** SHA-256 over every figure in a fixed order. */
  static String of(Figures figures) {
    var text = new StringBuilder();
    Numbers.exact(figures)
        .counts()
        .forEach((id, count) -> text.append(id).append('\t').append(count.orElse(0)).append('\n'));
    text.append(figures.answer()).append('\n').append(figures.fix()).append('\n');
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
