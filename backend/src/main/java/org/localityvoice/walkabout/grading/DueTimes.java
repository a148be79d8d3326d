package org.localityvoice.walkabout.grading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How soon something must be put right, by zone, element and grade. Councils set their own: the
 * times stand in the area file.
 *
 * @param rules of those that fit, one that names the element goes before one for all elements
 */
public record DueTimes(List<Rule> rules) {
  public DueTimes {
    rules = List.copyOf(rules);
  }

  /**
   * One time.
   *
   * @param element id; absent for all elements
   * @param grades for which it holds
   */
  public record Rule(Zone zone, @Nullable String element, List<Grade> grades, Span span) {
    public Rule {
      grades = List.copyOf(grades);
    }

    /** Whether it holds there. */
    boolean fits(Zone where, String what, Grade grade) {
      return zone == where && (element == null || element.equals(what)) && grades.contains(grade);
    }
  }

  /**
   * Working time: days or minutes, the other is 0.
   *
   * @param workingDays to the same time of day so many working days later
   * @param workingMinutes of working time
   */
  public record Span(int workingDays, int workingMinutes) {}

  /** The time for something found; empty where the area file promises none. */
  public Optional<Span> of(Zone zone, String element, Grade grade) {
    return named(zone, element, grade).or(() -> general(zone, element, grade)).map(Rule::span);
  }

  private Optional<Rule> named(Zone zone, String element, Grade grade) {
    return rules.stream()
        .filter(rule -> rule.element() != null && rule.fits(zone, element, grade))
        .findFirst();
  }

  private Optional<Rule> general(Zone zone, String element, Grade grade) {
    return rules.stream()
        .filter(rule -> rule.element() == null && rule.fits(zone, element, grade))
        .findFirst();
  }
}
