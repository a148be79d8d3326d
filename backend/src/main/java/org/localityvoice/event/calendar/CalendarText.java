package org.localityvoice.event.calendar;

/** Text as an iCalendar stream can hold it (RFC 5545 §3.3.11). */
final class CalendarText {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int NEXT_LINE = 0x85;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  private CalendarText() {}

  /**
   * The text with what the format has no way to write taken out or put in other words: every end of
   * a line is one line feed, also those that only Unicode knows, because some readers split lines
   * there too; other control characters are left out; half a character is U+FFFD.
   */
  static String holdable(String text) {
    var plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(CalendarText::holdable)
        .filter(point -> point == '\t' || point == '\n' || !control(point))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** The text as a value of type TEXT. */
  static String escaped(String text) {
    return holdable(text)
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n");
  }

  /** Whether the character would end or break a content line. */
  static boolean control(int point) {
    return (point < ' ' && point != '\t') || point == 0x7F;
  }

  private static int holdable(int point) {
    return switch (point) {
      case '\r', NEXT_LINE, LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> '\n';
      default ->
          point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
              ? REPLACEMENT
              : point;
    };
  }
}
