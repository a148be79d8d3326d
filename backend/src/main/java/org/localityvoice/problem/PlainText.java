package org.localityvoice.problem;

import java.util.OptionalInt;

/**
 * Which characters text may hold: those that people write. Controls (other than tab and the ends of
 * lines), halves of surrogate pairs, noncharacters (Unicode 23.7) and what turns the direction of
 * the text around (UAX #9, explicit formatting) show nothing, or something else than what is there.
 */
public final class PlainText {
  private PlainText() {}

  /** The first character that may not be there, as a code point. */
  public static OptionalInt strange(String text) {
    return text.codePoints().filter(PlainText::isStrange).findFirst();
  }

  /** How a code point is written in reasons: {@code U+0000}. */
  public static String name(int codePoint) {
    return String.format("U+%04X", codePoint);
  }

  private static boolean isStrange(int c) {
    if (c < 0x20) {
      return c != '\t' && c != '\n' && c != '\r';
    }
    return (c >= 0x7f && c <= 0x9f)
        || (c >= 0xd800 && c <= 0xdfff)
        || (c >= 0xfdd0 && c <= 0xfdef)
        || (c & 0xfffe) == 0xfffe
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
