package org.localityvoice.pmf.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Violation;

/**
 * What a figure can be in its unit. Except for percentages the bounds are wide: they are there for
 * slips of the hand, such as pence for pounds or a figure in the wrong field. Pure.
 *
 * @param most the largest value
 * @param decimals how many digits may stand behind the decimal point
 */
record UnitBounds(long most, int decimals) {
  private static final int FINE = 2;
  private static final long ANYTHING = 1_000_000_000;

  /** The bounds of a unit of the contract. */
  static UnitBounds of(String unit) {
    return switch (unit) {
      case CatalogueMeasure.PERCENT -> new UnitBounds(CatalogueMeasure.WHOLE, FINE);
      // An index has a base of 100 as a rule; ten times that is a slip.
      case "index" -> new UnitBounds(1_000, FINE);
      // More than one for each person can happen in a busy ward; ten for each is a slip.
      case "per-1000" -> new UnitBounds(10_000, FINE);
      // More than ten years.
      case "hours" -> new UnitBounds(100_000, FINE);
      case "days" -> new UnitBounds(4_000, FINE);
      case "count" -> new UnitBounds(ANYTHING, 0);
      default -> new UnitBounds(ANYTHING, FINE);
    };
  }

  /** How a value breaks them: the code of a violation, with what its sentence mentions. */
  Optional<Broken> broken(double value) {
    if (value < 0) {
      return Optional.of(new Broken("minimum", 0));
    }
    if (value > most) {
      return Optional.of(new Broken("maximum", most));
    }
    if (BigDecimal.valueOf(value).stripTrailingZeros().scale() > decimals) {
      return Optional.of(new Broken("too-many-decimals", decimals));
    }
    return Optional.empty();
  }

  /** A bound that a value breaks. */
  record Broken(String code, long bound) {
    Violation at(String pointer) {
      return new Violation(Violation.In.BODY, pointer, code, List.of(bound));
    }
  }
}
