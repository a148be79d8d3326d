package org.localityvoice.walkabout.grading;

import java.util.Arrays;
import java.util.Optional;

/**
 * The seven points on which a stretch of street is graded for one element, the best first, and that
 * the element does not apply there. The letters are those of the Code of Practice on Litter and
 * Refuse (England, 2006); the points between them come from the manual of NI 195.
 */
public enum Grade {
  /** None. */
  A("A", 0),
  B_PLUS("B+", 1),
  /** Predominantly free, apart from some small items. */
  B("B", 2),
  B_MINUS("B-", 3),
  /** Widespread, with minor accumulations. */
  C("C", 4),
  C_MINUS("C-", 5),
  /** Heavily affected, with significant accumulations. */
  D("D", 6),
  /** There is nothing to grade, such as no gutter for detritus to lie in. */
  NOT_APPLICABLE("N/A", -1);

  /** How many points there are. */
  public static final int POINTS = 7;

  private final String wire;
  private final int point;

  Grade(String wire, int point) {
    this.wire = wire;
    this.point = point;
  }

  /** The name in the contract: {@code B+}. */
  public String wire() {
    return wire;
  }

  /** The grade of that name; empty for a name that is none. */
  public static Optional<Grade> of(String wire) {
    return Arrays.stream(values()).filter(grade -> grade.wire.equals(wire)).findFirst();
  }

  /** Whether it is one of the seven points. */
  public boolean applies() {
    return this != NOT_APPLICABLE;
  }

  /** Its place among the seven points, 0 for A; only for those that {@link #applies}. */
  public int point() {
    if (!applies()) {
      throw new IllegalStateException("not applicable is no point");
    }
    return point;
  }

  /** How many halves of a failure it counts: 2 below B-, 1 for B-, 0 from B upwards. */
  int halvesBelow() {
    if (point < B_MINUS.point) {
      return 0;
    }
    return this == B_MINUS ? 1 : 2;
  }

  /** Whether something has to be done about it: B- and everything worse. */
  public boolean calls() {
    return halvesBelow() > 0;
  }
}
