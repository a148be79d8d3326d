package org.localityvoice.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.localityvoice.http.Form.Field;
import org.localityvoice.http.Form.FilePart;
import org.localityvoice.problem.Problem;

/**
 * Reads {@code multipart/form-data} (RFC 7578) that is in memory already. Netty's decoder was tried
 * and takes a form that was cut off for a whole one; here a form that does not end with its closing
 * boundary is refused.
 */
final class Multipart {
  /** RFC 2046 §5.1.1. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

  private static final int LONGEST_LINE = 1024;
  private static final int MOST_LINES = 20;
  private static final byte[] LINE_END = "\r\n".getBytes(US_ASCII);
  private static final byte[] CLOSED = "--".getBytes(US_ASCII);
  private static final Set<String> PLAIN = Set.of("7bit", "8bit", "binary");

  private final byte[] bytes;
  private final byte[] delimiter;
  private final FormLimits form = new FormLimits();
  private int at;

  private Multipart(byte[] bytes, String boundary) {
    this.bytes = bytes;
    this.delimiter = ("\r\n--" + boundary).getBytes(US_ASCII);
  }

  static Form read(byte[] bytes, MediaType type) {
    var boundary =
        type.value()
            .parameter("boundary")
            .filter(text -> BOUNDARY.matcher(text).matches())
            .orElseThrow(() -> FormLimits.refused("form-boundary"));
    return new Multipart(bytes, boundary).read();
  }

  private Form read() {
    // The first boundary may be the very first thing, without a line before it.
    var first = Arrays.copyOfRange(delimiter, LINE_END.length, delimiter.length);
    at = startsWith(first, 0) ? first.length : find(delimiter) + delimiter.length;
    while (!startsWith(CLOSED, at)) {
      if (!line().isBlank()) {
        throw broken();
      }
      var headers = headers();
      var end = find(delimiter);
      part(headers, Arrays.copyOfRange(bytes, at, end));
      at = end + delimiter.length;
    }
    return form.form();
  }

  private void part(Map<String, String> headers, byte[] content) {
    var disposition =
        HeaderValue.of(headers.getOrDefault("content-disposition", ""))
            .filter(value -> value.word().equals("form-data"))
            .orElseThrow(Multipart::broken);
    var name = disposition.parameter("name").orElseThrow(Multipart::broken);
    var encoding = headers.getOrDefault("content-transfer-encoding", "binary");
    if (!PLAIN.contains(encoding.toLowerCase(Locale.ROOT))) {
      throw broken();
    }
    var type = Optional.ofNullable(headers.get("content-type")).flatMap(MediaType::of);
    if (disposition.parameter("filename").isPresent()
        || disposition.parameter("filename*").isPresent()) {
      form.add(
          new FilePart(
              name,
              type.map(MediaType::name).orElse("application/octet-stream"),
              Buffer.buffer(content)));
    } else if (type.map(MediaType::isUtf8).orElse(true)) {
      form.add(new Field(name, UrlEncoded.text(content)));
    } else {
      throw FormLimits.refused("form-encoding");
    }
  }

  private Map<String, String> headers() {
    var headers = new HashMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MOST_LINES) {
        throw broken();
      }
      headers.putIfAbsent(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String line() {
    var end = find(LINE_END);
    if (end - at > LONGEST_LINE) {
      throw broken();
    }
    var line = UrlEncoded.text(Arrays.copyOfRange(bytes, at, end));
    at = end + LINE_END.length;
    return line;
  }

  /** Where something begins that must still come. */
  private int find(byte[] wanted) {
    for (var i = at; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0] && startsWith(wanted, i)) {
        return i;
      }
    }
    throw broken();
  }

  private boolean startsWith(byte[] wanted, int from) {
    return from + wanted.length <= bytes.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private static Problem broken() {
    return FormLimits.refused("form-broken");
  }
}
