package org.localityvoice.locality;

/** What people write, made fit to be stored and passed on. */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;

  /** Fillers, blanks and joiners that Unicode does not call spaces; halves of characters, too. */
  private static final String BLANKS =
      "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFE0E\uFE0F\uFFA0\uFFFD";

  private PlainText() {}

  /**
   * Without the characters that XML 1.0 (fifth edition, §2.2) cannot hold, because one of them
   * makes a whole list unreadable for its clients; with line feeds as ends of lines; and without
   * space at either end. Empty when there is nothing in it that anybody could see or read.
   */
  public static String of(String text) {
    var plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(PlainText::allowed)
        .forEach(point -> plain.appendCodePoint(half(point) ? REPLACEMENT : point));
    return plain.codePoints().anyMatch(PlainText::visible) ? plain.toString().strip() : "";
  }

  /** At most so many characters from the beginning of a text, none of them halved. */
  public static String beginning(String text, int most) {
    var all = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, Math.min(all, most)));
  }

  private static boolean visible(int point) {
    return !Character.isWhitespace(point)
        && !Character.isSpaceChar(point)
        && Character.getType(point) != Character.FORMAT
        && BLANKS.indexOf(point) < 0;
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= ' ' && point != 0x7F && point != 0xFFFE && point != 0xFFFF);
  }

  /** Half of a character. */
  private static boolean half(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
