package org.localityvoice.survey.expression;

import java.math.BigDecimal;

/** A value written into an expression. */
public sealed interface Literal {
  /** As it is written. */
  String source();

  /** Text in single quotes; it cannot hold one. */
  record Text(String text) implements Literal {
    @Override
    public String source() {
      return "'" + text + "'";
    }
  }

  /** A number of at most fifteen digits, so that binary and decimal arithmetic agree on it. */
  record Amount(BigDecimal number) implements Literal {
    @Override
    public String source() {
      return number.toPlainString();
    }
  }
}
