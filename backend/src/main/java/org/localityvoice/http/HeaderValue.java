package org.localityvoice.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of a header field that is a word with parameters (RFC 9110 §5.6.6): {@code form-data;
 * name="photo"}.
 *
 * @param word in lower case
 * @param parameters by name in lower case, without quotation marks
 */
record HeaderValue(String word, Map<String, String> parameters) {
  private static final int LONGEST = 1024;
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern WORD = Pattern.compile("\\s*(" + TOKEN + "(?:/" + TOKEN + ")?)\\s*");
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*(" + TOKEN + ")=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\";]+))\\s*");
  private static final Pattern LAST = Pattern.compile(";?\\s*");

  HeaderValue {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a value; empty when it is not of this form. */
  static Optional<HeaderValue> of(String text) {
    var matcher = WORD.matcher(text);
    if (text.length() > LONGEST || !matcher.lookingAt()) {
      return Optional.empty();
    }
    var word = matcher.group(1).toLowerCase(Locale.ROOT);
    var parameters = new HashMap<String, String>();
    var end = matcher.end();
    matcher.usePattern(PARAMETER);
    while (matcher.region(end, text.length()).lookingAt()) {
      var quoted = matcher.group(2);
      parameters.putIfAbsent(
          matcher.group(1).toLowerCase(Locale.ROOT),
          quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
      end = matcher.end();
    }
    return matcher.usePattern(LAST).region(end, text.length()).matches()
        ? Optional.of(new HeaderValue(word, parameters))
        : Optional.empty();
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
