package org.localityvoice.survey.expression;

import java.util.List;

/**
 * Why an expression cannot be used.
 *
 * @param position the character it is about, counted from 1 in UTF-16 units; one past the end where
 *     something is missing there
 * @param code one of {@code syntax}, {@code too-long}, {@code too-deep}, {@code unknown-name},
 *     {@code wrong-type}, {@code unknown-option}, {@code not-a-date}
 * @param arguments the position and what stands there
 */
public record ExpressionFault(int position, String code, List<Object> arguments) {
  public ExpressionFault {
    arguments = List.copyOf(arguments);
  }

  static ExpressionFault of(int position, String code, Object... arguments) {
    return new ExpressionFault(position, code, List.of(arguments));
  }
}
