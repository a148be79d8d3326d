package org.localityvoice.survey.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and checks expressions. */
public final class Expressions {
  private Expressions() {}

  /** An expression, or why there is none. */
  public record Reading(Optional<Expression> expression, List<ExpressionFault> faults) {
    public Reading {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads an expression.
   *
   * @param source its text, at most 1,000 characters
   * @param known the type of each name that may stand in it
   */
  public static Reading read(String source, Map<String, Kind> known) {
    return read(source, Optional.of(known));
  }

  private static Reading read(String source, Optional<Map<String, Kind>> known) {
    try {
      var expression = ExpressionParser.parse(source);
      var faults =
          known.map(names -> TypeCheck.faults(source, expression, names)).orElse(List.of());
      return new Reading(faults.isEmpty() ? Optional.of(expression) : Optional.empty(), faults);
    } catch (Malformed e) {
      return new Reading(Optional.empty(), List.of(e.fault()));
    }
  }

  /** An expression whose names are not looked at; empty where it cannot be read. */
  public static Optional<Expression> parsed(String source) {
    return read(source, Optional.empty()).expression();
  }

  /** An expression that was checked when its questionnaire was published. */
  public static Expression checked(String source) {
    try {
      return ExpressionParser.parse(source);
    } catch (Malformed e) {
      throw new IllegalStateException("a published expression cannot be read: " + source, e);
    }
  }
}
