package org.localityvoice.directory;

import java.util.Locale;

/** Postcodes, written in one way. Pure. */
public final class Postcode {
  private static final int INWARD = 3;

  private Postcode() {}

  /** Without spaces and in capitals: {@code ts36la} becomes {@code TS36LA}. */
  public static String plain(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** As on letters: {@code ts36la} becomes {@code TS3 6LA}. */
  public static String spaced(String text) {
    var plain = plain(text);
    var border = plain.length() - INWARD;
    return border <= 0 ? plain : plain.substring(0, border) + " " + plain.substring(border);
  }

  /**
   * Whether a postcode lies in what another one, or the beginning of one, stands for: {@code TS3}
   * holds {@code TS3 6LA} and not {@code TS30 1AA}, {@code TS3 6} holds it too.
   */
  public static boolean holds(String beginning, String postcode) {
    var spaced = spaced(postcode);
    return beginning.contains(" ")
        ? spaced.startsWith(beginning)
        : spaced.startsWith(beginning + " ");
  }
}
