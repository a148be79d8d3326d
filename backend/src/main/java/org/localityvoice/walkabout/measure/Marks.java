package org.localityvoice.walkabout.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.walkabout.grading.Grade;

/**
 * Grades in short, as they are kept: one character each, so that two years of walkabouts can be
 * read at once. Pure.
 */
final class Marks {
  /** Nobody has graded it. */
  static final char NONE = '.';

  /** People differ, and nobody has settled it. */
  static final char UNSETTLED = '?';

  private static final char APPLIES_NOT = 'n';
  private static final char BEST = '0';

  private static final Map<Character, Grade> GRADES =
      Arrays.stream(Grade.values())
          .collect(Collectors.toUnmodifiableMap(Marks::of, Function.identity()));

  private Marks() {}

  /** A grade: its place among the seven points, from 0 for A. */
  static char of(Grade grade) {
    return grade.applies() ? (char) (BEST + grade.point()) : APPLIES_NOT;
  }

  /** The grade of a mark; empty for one that is none. */
  static Optional<Grade> grade(char mark) {
    return Optional.ofNullable(GRADES.get(mark));
  }
}
