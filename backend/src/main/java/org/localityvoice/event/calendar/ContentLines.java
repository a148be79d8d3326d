package org.localityvoice.event.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Content lines in UTF-8, each ended by CRLF and folded so that no line is longer than 75 octets
 * and no character is cut (RFC 5545 §3.1).
 */
final class ContentLines {
  private static final int LONGEST = 75;
  private static final byte[] END = {'\r', '\n'};
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A property with a value of type TEXT; no property where there is no text. */
  ContentLines text(String property, String value) {
    return value.isEmpty() ? this : line(property, CalendarText.escaped(value));
  }

  /** A property with a list of texts; no property where there are none. */
  ContentLines texts(String property, List<String> values) {
    return values.isEmpty()
        ? this
        : line(
            property, values.stream().map(CalendarText::escaped).collect(Collectors.joining(",")));
  }

  /** A property with a moment, in UTC: a calendar then needs to know no time zone. */
  ContentLines moment(String property, Instant moment) {
    return line(property, MOMENT.format(moment));
  }

  /**
   * A property with a value that is written as it stands.
   *
   * @throws IllegalArgumentException for a value that would begin a line of its own
   */
  ContentLines line(String property, String value) {
    var line = property + ':' + value;
    if (line.codePoints().anyMatch(CalendarText::control)) {
      throw new IllegalArgumentException(property + " has a control character");
    }
    fold(line);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void fold(String line) {
    var bytes = line.getBytes(StandardCharsets.UTF_8);
    var start = 0;
    // The space that begins a continued line counts as well.
    for (var room = LONGEST; bytes.length - start > room; room = LONGEST - 1) {
      var end = start + room;
      while (isContinued(bytes[end])) {
        end--;
      }
      out.write(bytes, start, end - start);
      out.writeBytes(END);
      out.write(' ');
      start = end;
    }
    out.write(bytes, start, bytes.length - start);
    out.writeBytes(END);
  }

  /** Whether the octet goes on with a character that began before it. */
  private static boolean isContinued(byte octet) {
    return (octet & 0xC0) == 0x80;
  }
}
