package org.localityvoice.survey.expression;

import java.math.BigDecimal;
import java.util.Set;

/** What a question was answered with. A question without an answer has no value at all. */
public sealed interface Value {
  /** An option, or a date as ISO 8601 text, which sorts as the dates do. */
  record Text(String text) implements Value {}

  /** A number, or a point of a scale. */
  record Amount(BigDecimal number) implements Value {}

  /** The options ticked in a question that takes several. */
  record Chosen(Set<String> options) implements Value {
    public Chosen {
      options = Set.copyOf(options);
    }
  }

  /** Something was answered that conditions may not look into. */
  record Something() implements Value {}
}
