package org.localityvoice.survey.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.localityvoice.survey.expression.Expression;
import org.localityvoice.survey.expression.Literal;
import org.localityvoice.survey.expression.Operator;

/**
 * Reads the conditions of XLSForm (a subset of XPath) and SurveyJS, as far as our language can say
 * them. Both treat what was not answered as we do: it equals nothing and is less than nothing.
 */
final class ForeignConditions {
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 20;
  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(?:\\$?\\{([A-Za-z_][A-Za-z0-9_.\\-/]*)\\}|'([^']*)'|\"([^\"]*)\""
              + "|(-?[0-9]{1,12}(?:\\.[0-9]{1,3})?)|([A-Za-z][A-Za-z-]*)"
              + "|(!=|<>|<=|>=|==|&&|\\|\\||[=<>()\\[\\],!]))");

  private final String text;
  private final Function<String, Optional<String>> names;
  private int at;
  private int depth;

  private ForeignConditions(String text, Function<String, Optional<String>> names) {
    this.text = text;
    this.names = names;
  }

  /** Cannot be said in our language. */
  private static final class Unsayable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsayable() {
      super("cannot be said", null, false, false);
    }
  }

  /**
   * The condition in our language; empty where it cannot be said there.
   *
   * @param names from the names in the text to ours
   */
  static Optional<Expression> read(String text, Function<String, Optional<String>> names) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var reader = new ForeignConditions(text, names);
    try {
      var expression = reader.either();
      return reader.text.substring(reader.at).isBlank()
          ? Optional.of(expression)
          : Optional.empty();
    } catch (Unsayable e) {
      return Optional.empty();
    }
  }

  private record Piece(
      String name, String quoted, String number, String word, String sign, int end) {
    boolean is(String... wanted) {
      return List.of(wanted).contains(word.isEmpty() ? sign : word);
    }

    boolean isText() {
      return quoted.startsWith("'");
    }
  }

  private Piece peek() {
    var matcher = PIECE.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return new Piece("", "", "", "", "", at);
    }
    var quoted = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
    return new Piece(
        some(matcher.group(1)),
        quoted == null ? "" : "'" + quoted,
        some(matcher.group(4)),
        some(matcher.group(5)),
        some(matcher.group(6)),
        matcher.end());
  }

  private static String some(@Nullable String group) {
    return group == null ? "" : group;
  }

  private boolean took(String... wanted) {
    var piece = peek();
    if (!piece.is(wanted)) {
      return false;
    }
    at = piece.end();
    return true;
  }

  private void take(String wanted) {
    if (!took(wanted)) {
      throw new Unsayable();
    }
  }

  private Piece next() {
    var piece = peek();
    at = piece.end();
    return piece;
  }

  private Expression either() {
    var parts = new ArrayList<Expression>();
    do {
      parts.add(all());
    } while (took("or", "||"));
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
  }

  private Expression all() {
    var parts = new ArrayList<Expression>();
    do {
      parts.add(term());
    } while (took("and", "&&"));
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
  }

  private Expression term() {
    if (++depth > DEEPEST) {
      throw new Unsayable();
    }
    try {
      if (took("!", "not")) {
        return new Expression.Not(term());
      } else if (took("(")) {
        var inner = either();
        take(")");
        return inner;
      } else if (took("true", "false")) {
        var value = text.substring(0, at).endsWith("true");
        if (took("(")) {
          take(")");
        }
        return new Expression.Constant(value);
      } else if (took("selected")) {
        take("(");
        var name = name(next());
        take(",");
        var option = option(next());
        take(")");
        return new Expression.Chosen(name, option);
      } else if (took("count-selected")) {
        take("(");
        var name = name(next());
        take(")");
        return new Expression.Count(name, operator(next()), number(next()));
      }
      return test(next());
    } finally {
      depth--;
    }
  }

  private Expression test(Piece first) {
    if (first.name().endsWith(".length")) {
      var name = first.name().substring(0, first.name().length() - ".length".length());
      return new Expression.Count(ours(name), operator(next()), number(next()));
    }
    var name = name(first);
    if (took("notempty")) {
      return new Expression.Answered(name);
    } else if (took("empty")) {
      return new Expression.Not(new Expression.Answered(name));
    } else if (took("contains")) {
      return new Expression.Chosen(name, option(next()));
    } else if (took("anyof")) {
      take("[");
      var literals = new ArrayList<Literal>();
      do {
        literals.add(literal());
      } while (took(","));
      take("]");
      return new Expression.OneOf(name, literals);
    }
    var operator = operator(next());
    if (peek().quoted().equals("'") && !operator.ordering()) {
      next();
      var answered = new Expression.Answered(name);
      return operator == Operator.EQUAL ? new Expression.Not(answered) : answered;
    }
    return new Expression.Comparison(name, operator, literal());
  }

  private String name(Piece piece) {
    if (piece.name().isEmpty()) {
      throw new Unsayable();
    }
    return ours(piece.name());
  }

  private String ours(String name) {
    return names.apply(name).orElseThrow(Unsayable::new);
  }

  private Literal literal() {
    if (took("date")) {
      take("(");
      var date = next();
      take(")");
      return new Literal.Text(quoted(date));
    }
    var piece = next();
    if (piece.isText()) {
      var quoted = quoted(piece);
      return quoted.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
          ? new Literal.Text(quoted)
          : option(piece);
    }
    return new Literal.Amount(number(piece));
  }

  private static Literal.Text option(Piece piece) {
    return new Literal.Text(Names.option(quoted(piece)).orElseThrow(Unsayable::new));
  }

  private static String quoted(Piece piece) {
    if (!piece.isText()) {
      throw new Unsayable();
    }
    return piece.quoted().substring(1);
  }

  private static BigDecimal number(Piece piece) {
    if (piece.number().isEmpty()) {
      throw new Unsayable();
    }
    return new BigDecimal(piece.number());
  }

  private static Operator operator(Piece piece) {
    return switch (piece.sign()) {
      case "=", "==" -> Operator.EQUAL;
      case "!=", "<>" -> Operator.NOT_EQUAL;
      case "<" -> Operator.LESS;
      case "<=" -> Operator.AT_MOST;
      case ">" -> Operator.MORE;
      case ">=" -> Operator.AT_LEAST;
      default -> throw new Unsayable();
    };
  }
}
