package org.localityvoice.survey.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A condition over answers. It is either true or false for any answers whatever: there is nothing
 * in it that can fail or go on for ever.
 *
 * <p>Names are those of questions, {@code ASB_PROBLEM/LITTER} for the row of a grid, and strata.
 */
public sealed interface Expression {
  /** As it is written; reading that gives the same expression again. */
  String source();

  /**
   * Whether it is true.
   *
   * @param values by name; a name without a value was not answered. Any comparison with it is
   *     false, and {@code !=} is the opposite of {@code =}
   */
  default boolean holds(Map<String, Value> values) {
    return Evaluation.holds(this, values);
  }

  /** {@code true} or {@code false}. */
  record Constant(boolean value) implements Expression {
    @Override
    public String source() {
      return String.valueOf(value);
    }
  }

  /** All of them. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public String source() {
      return parts.stream().map(And::part).collect(Collectors.joining(" and "));
    }

    private static String part(Expression part) {
      return part instanceof And || part instanceof Or ? "(" + part.source() + ")" : part.source();
    }
  }

  /** Any of them. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public String source() {
      return parts.stream()
          .map(part -> part instanceof Or ? "(" + part.source() + ")" : part.source())
          .collect(Collectors.joining(" or "));
    }
  }

  /** The opposite. */
  record Not(Expression part) implements Expression {
    @Override
    public String source() {
      return "not "
          + (part instanceof And || part instanceof Or ? "(" + part.source() + ")" : part.source());
    }
  }

  /** {@code {SAFE_DAY} = 'very-safe'}. */
  record Comparison(String name, Operator operator, Literal literal) implements Expression {
    @Override
    public String source() {
      return "{" + name + "} " + operator.sign() + " " + literal.source();
    }
  }

  /** {@code {SAFE_DAY} in ('very-safe', 'fairly-safe')}. */
  record OneOf(String name, List<Literal> literals) implements Expression {
    public OneOf {
      literals = List.copyOf(literals);
    }

    @Override
    public String source() {
      return literals.stream()
          .map(Literal::source)
          .collect(Collectors.joining(", ", "{" + name + "} in (", ")"));
    }
  }

  /** {@code answered({SAFE_DAY})}. */
  record Answered(String name) implements Expression {
    @Override
    public String source() {
      return "answered({" + name + "})";
    }
  }

  /** {@code chosen({SEEN}, 'litter')}. */
  record Chosen(String name, Literal.Text option) implements Expression {
    @Override
    public String source() {
      return "chosen({" + name + "}, " + option.source() + ")";
    }
  }

  /** {@code count({SEEN}) >= 2}: how many options are ticked; 0 where it was not answered. */
  record Count(String name, Operator operator, BigDecimal number) implements Expression {
    @Override
    public String source() {
      return "count({" + name + "}) " + operator.sign() + " " + number.toPlainString();
    }
  }
}
