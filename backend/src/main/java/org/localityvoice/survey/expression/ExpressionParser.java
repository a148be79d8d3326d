package org.localityvoice.survey.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of an expression by recursive descent, one method for each rule. */
final class ExpressionParser {
  static final int LONGEST = 1_000;
  static final int DEEPEST = 20;
  private static final int MOST_DIGITS = 15;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Expression parse(String source) throws Malformed {
    if (source.length() > LONGEST) {
      throw new Malformed(ExpressionFault.of(LONGEST + 1, "too-long", LONGEST));
    }
    var parser = new ExpressionParser(Token.of(source));
    var expression = parser.either();
    parser.take(Token.Type.END, "");
    return expression;
  }

  private Expression either() throws Malformed {
    var parts = new ArrayList<Expression>();
    do {
      parts.add(all());
    } while (took(Token.Type.WORD, "or"));
    return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
  }

  private Expression all() throws Malformed {
    var parts = new ArrayList<Expression>();
    do {
      parts.add(term());
    } while (took(Token.Type.WORD, "and"));
    return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
  }

  private Expression term() throws Malformed {
    var token = tokens.get(next);
    if (++depth > DEEPEST) {
      throw new Malformed(ExpressionFault.of(token.position(), "too-deep", DEEPEST));
    }
    try {
      if (took(Token.Type.WORD, "not")) {
        return new Expression.Not(term());
      } else if (took(Token.Type.SIGN, "(")) {
        var inner = either();
        take(Token.Type.SIGN, ")");
        return inner;
      }
      return test(token);
    } finally {
      depth--;
    }
  }

  private Expression test(Token first) throws Malformed {
    if (first.type() == Token.Type.NAME) {
      next++;
      return comparison(first.text());
    } else if (first.type() != Token.Type.WORD) {
      throw unexpected(first);
    }
    next++;
    return switch (first.text()) {
      case "true" -> new Expression.Constant(true);
      case "false" -> new Expression.Constant(false);
      case "answered" -> new Expression.Answered(argument(true));
      case "chosen" -> {
        var name = argument(false);
        take(Token.Type.SIGN, ",");
        var option = new Literal.Text(take(Token.Type.TEXT).text());
        take(Token.Type.SIGN, ")");
        yield new Expression.Chosen(name, option);
      }
      case "count" -> new Expression.Count(argument(true), operator(), number());
      default -> throw unexpected(first);
    };
  }

  private Expression comparison(String name) throws Malformed {
    if (!took(Token.Type.WORD, "in")) {
      return new Expression.Comparison(name, operator(), literal());
    }
    take(Token.Type.SIGN, "(");
    var literals = new ArrayList<Literal>();
    do {
      literals.add(literal());
    } while (took(Token.Type.SIGN, ","));
    take(Token.Type.SIGN, ")");
    return new Expression.OneOf(name, literals);
  }

  private String argument(boolean only) throws Malformed {
    take(Token.Type.SIGN, "(");
    var name = take(Token.Type.NAME).text();
    if (only) {
      take(Token.Type.SIGN, ")");
    }
    return name;
  }

  private Operator operator() throws Malformed {
    var token = take(Token.Type.SIGN);
    return Operator.of(token.text()).orElseThrow(() -> unexpected(token));
  }

  private Literal literal() throws Malformed {
    var token = tokens.get(next);
    if (token.type() == Token.Type.TEXT) {
      next++;
      return new Literal.Text(token.text());
    }
    return new Literal.Amount(number());
  }

  private BigDecimal number() throws Malformed {
    var token = take(Token.Type.NUMBER);
    var number = new BigDecimal(token.text());
    if (number.precision() > MOST_DIGITS) {
      throw unexpected(token);
    }
    return number;
  }

  private boolean took(Token.Type type, String text) {
    var is = tokens.get(next).is(type, text);
    next += is ? 1 : 0;
    return is;
  }

  private Token take(Token.Type type) throws Malformed {
    var token = tokens.get(next);
    if (token.type() != type) {
      throw unexpected(token);
    }
    next++;
    return token;
  }

  private void take(Token.Type type, String text) throws Malformed {
    if (!tokens.get(next).is(type, text)) {
      throw unexpected(tokens.get(next));
    }
    next++;
  }

  private static Malformed unexpected(Token token) {
    return new Malformed(ExpressionFault.of(token.position(), "syntax", token.position()));
  }
}
