package org.localityvoice.survey.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of an expression's text.
 *
 * @param position of its first character, counted from 1
 */
record Token(Type type, String text, int position) {
  /** What a piece may be. */
  enum Type {
    NAME("\\{([A-Za-z][A-Za-z0-9_]{0,40}(?:/[A-Z][A-Z0-9_]{0,40})?)\\}"),
    TEXT("'([^'\\p{Cntrl}]*)'"),
    NUMBER("(-?[0-9]{1,15}(?:\\.[0-9]{1,14})?)"),
    WORD("([a-z]+)"),
    SIGN("(!=|<=|>=|[=<>(),])"),
    END("");

    private final Pattern pattern;

    Type(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  boolean is(Type wanted, String content) {
    return type == wanted && text.equals(content);
  }

  /** The pieces, with {@code END} behind the last. */
  static List<Token> of(String source) throws Malformed {
    var tokens = new ArrayList<Token>();
    var at = 0;
    while (at < source.length()) {
      if (" \t\n\r".indexOf(source.charAt(at)) >= 0) {
        at++;
      } else {
        at = next(source, at, tokens);
      }
    }
    tokens.add(new Token(Type.END, "", source.length() + 1));
    return tokens;
  }

  private static int next(String source, int at, List<Token> tokens) throws Malformed {
    for (var type : List.of(Type.NAME, Type.TEXT, Type.NUMBER, Type.WORD, Type.SIGN)) {
      var matcher = type.pattern.matcher(source).region(at, source.length());
      if (matcher.lookingAt()) {
        tokens.add(new Token(type, matcher.group(1), at + 1));
        return matcher.end();
      }
    }
    throw new Malformed(ExpressionFault.of(at + 1, "syntax", at + 1));
  }
}
