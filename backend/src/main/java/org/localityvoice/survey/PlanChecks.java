package org.localityvoice.survey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.localityvoice.problem.Violation;

/** What a schema cannot say about a plan. Pure. */
final class PlanChecks {
  private static final int LONGEST_DAYS = 366;
  private static final int FURTHEST_DAYS = 2 * 366;

  /**
   * A wave on the edge of a quarter may stand for the one before or the one to come: a council that
   * asks in the first weeks of October about the summer is not wrong.
   */
  static final int EDGE_DAYS = 31;

  /** A statement of a quarter, with some waves in it, holds 2,000 figures. */
  static final int MOST_FIGURES = 500;

  private PlanChecks() {}

  /**
   * What is wrong with a plan.
   *
   * @param at JSON pointer of the plan
   * @param today the day it is in the area
   */
  static List<Violation> faults(SentPlan plan, Questionnaire form, LocalDate today, String at) {
    var faults = new ArrayList<Violation>();
    var from = LocalDate.parse(plan.from());
    var to = LocalDate.parse(plan.to());
    if (from.isBefore(today)) {
      faults.add(Violation.at(at + "/from", "in-the-past"));
    } else if (ChronoUnit.DAYS.between(today, from) > FURTHEST_DAYS) {
      faults.add(Violation.at(at + "/from", "too-far-ahead", FURTHEST_DAYS));
    }
    if (to.isBefore(from)) {
      faults.add(Violation.at(at + "/to", "before-from"));
    } else if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
      faults.add(Violation.at(at + "/to", "wave-too-long", LONGEST_DAYS));
    }
    // Dates that are wrong themselves say nothing about the period.
    if (faults.isEmpty() && !reportsFor(plan.period(), from, to)) {
      faults.add(Violation.at(at + "/period", "period-elsewhere", EDGE_DAYS));
    }
    var strata = form.strata().stream().map(Questionnaire.Stratum::id).collect(Collectors.toSet());
    for (var i = 0; i < plan.breakdowns().size(); i++) {
      if (!strata.contains(plan.breakdowns().get(i))) {
        faults.add(Violation.at(at + "/breakdowns/" + i, "unknown-stratum"));
      }
    }
    if (figures(plan, form) > MOST_FIGURES) {
      faults.add(Violation.at(at + "/breakdowns", "too-many-figures", MOST_FIGURES));
    }
    for (var i = 0; i < plan.modes().size(); i++) {
      if (!form.modes().contains(plan.modes().get(i))) {
        faults.add(Violation.at(at + "/modes", "enum", String.join(", ", form.modes())));
      }
    }
    return faults;
  }

  /** Whether a wave is asked in a quarter ({@code 2026-Q3}), or near enough to it. */
  private static boolean reportsFor(String period, LocalDate from, LocalDate to) {
    var year = Integer.parseInt(period.substring(0, 4));
    var quarter = period.charAt(period.length() - 1) - '0';
    var first = LocalDate.of(year, 3 * quarter - 2, 1);
    var over = first.plusMonths(3);
    return from.minusDays(EDGE_DAYS).isBefore(over) && !to.plusDays(EDGE_DAYS).isBefore(first);
  }

  /** How many figures by group a release will have. */
  private static long figures(SentPlan plan, Questionnaire form) {
    var measures = form.items().stream().filter(item -> item.measure().isPresent()).count();
    var groups =
        form.strata().stream()
            .filter(stratum -> plan.breakdowns().contains(stratum.id()))
            .mapToLong(stratum -> stratum.options().size())
            .sum();
    return measures * groups;
  }
}
