package org.localityvoice.http;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/**
 * Patterns of schemas as JSON Schema wants them read (2020-12 core, §6.4: ECMA-262). There {@code
 * $} is the very end; in Java it also stands before a last line feed, and {@code newport\n} would
 * pass for an id.
 */
public final class EcmaPatterns implements RegularExpressionFactory {
  @Override
  public RegularExpression getRegularExpression(String regex) {
    var pattern = Pattern.compile(java(regex));
    return value -> pattern.matcher(value).find();
  }

  /** The same with every {@code $} that is an anchor as {@code \z}. */
  private static String java(String regex) {
    var java = new StringBuilder(regex.length() + 1);
    var inClass = false;
    for (var i = 0; i < regex.length(); i++) {
      var c = regex.charAt(i);
      if (c == '\\' && i + 1 < regex.length()) {
        java.append(c).append(regex.charAt(++i));
        continue;
      }
      inClass = c == '[' || (inClass && c != ']');
      java.append(c == '$' && !inClass ? "\\z" : String.valueOf(c));
    }
    return java.toString();
  }
}
