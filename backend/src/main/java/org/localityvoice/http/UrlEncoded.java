package org.localityvoice.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.localityvoice.http.Form.Field;
import org.localityvoice.problem.Problem;

/**
 * Reads {@code application/x-www-form-urlencoded} (WHATWG URL §5.1), but refuses broken escapes.
 */
final class UrlEncoded {
  private UrlEncoded() {}

  static Form read(byte[] bytes) {
    var form = new FormLimits();
    for (var start = 0; start < bytes.length; ) {
      var end = indexOf(bytes, '&', start, bytes.length);
      if (end > start) {
        var equals = indexOf(bytes, '=', start, end);
        form.add(
            new Field(
                decoded(bytes, start, equals), decoded(bytes, Math.min(equals + 1, end), end)));
      }
      start = end + 1;
    }
    return form.form();
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    for (var i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return to;
  }

  private static String decoded(byte[] bytes, int from, int to) {
    var out = new ByteArrayOutputStream(to - from);
    for (var i = from; i < to; i++) {
      if (bytes[i] == '%') {
        out.write((digit(bytes, i + 1, to) << 4) + digit(bytes, i + 2, to));
        i += 2;
      } else {
        out.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return text(out.toByteArray());
  }

  private static int digit(byte[] bytes, int at, int to) {
    var digit = at < to ? Character.digit(bytes[at], 16) : -1;
    if (digit < 0) {
      throw malformed();
    }
    return digit;
  }

  /** Text that must be UTF-8. */
  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  private static Problem malformed() {
    return FormLimits.refused("form-encoding");
  }
}
