package org.localityvoice.locality;

/** What people write, made fit to be stored and passed on. */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /**
   * Without the characters that XML 1.0 (fifth edition, §2.2) cannot hold, because one of them
   * makes a whole list unreadable for its clients; with line feeds as ends of lines; and without
   * space at either end.
   */
  public static String of(String text) {
    var plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(PlainText::allowed)
        .forEach(point -> plain.appendCodePoint(half(point) ? REPLACEMENT : point));
    return plain.toString().strip();
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
