package org.localityvoice.report.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A count among another one, both given. All shares of problems have the same denominator:
 * problems, which duplicates are not, because each counts with its original.
 */
enum Share {
  CONFIRMED(MeasureCell.CONFIRMED),
  NOT_DEALT_WITH("share-not-dealt-with", "not-dealt-with", "problems"),
  NO_REPLY(MeasureCell.NO_REPLY),
  REFUSED(MeasureCell.REFUSED),
  SAID_DONE_DISPUTED(MeasureCell.SAID_DONE_DISPUTED),
  IN_TIME(MeasureCell.IN_HAND_IN_TIME),
  ANSWERED("share-questions-answered", "questions-answered", "questions-asked");

  private final String id;
  private final String numerator;
  private final String denominator;

  Share(MeasureCell cell) {
    this("share-" + cell.slug(), cell.slug(), "problems");
  }

  Share(String id, String numerator, String denominator) {
    this.id = id;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  static List<Share> all() {
    return Arrays.asList(values());
  }

  String id() {
    return id;
  }

  /** Id of the count that the share is of. */
  String numerator() {
    return numerator;
  }

  /** Id of the count that the share is among. */
  String denominator() {
    return denominator;
  }

  /** Percent to one decimal; none of nothing. */
  static Optional<Double> percent(int numerator, int denominator) {
    if (denominator == 0) {
      return Optional.empty();
    }
    return Optional.of(
        BigDecimal.valueOf(numerator)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP)
            .doubleValue());
  }
}
