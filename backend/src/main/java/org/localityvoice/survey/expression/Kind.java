package org.localityvoice.survey.expression;

import java.util.Set;

/** The type of a name in an expression: what its question may be answered with. */
public sealed interface Kind {
  /** One of these options: a single question, a row of a grid, a stratum. */
  record Choice(Set<String> options) implements Kind {
    public Choice {
      options = Set.copyOf(options);
    }
  }

  /** A point of a scale, or one of these other options. */
  record Scale(Set<String> others) implements Kind {
    public Scale {
      others = Set.copyOf(others);
    }
  }

  /** Any number of these options. */
  record Choices(Set<String> options) implements Kind {
    public Choices {
      options = Set.copyOf(options);
    }
  }

  /** A number. */
  record Amount() implements Kind {}

  /** A date. */
  record Day() implements Kind {}

  /** Only whether it was answered can be asked: short text, a whole grid. */
  record Closed() implements Kind {}
}
