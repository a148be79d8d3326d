package org.localityvoice.report;

import java.time.Instant;
import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.Priority;
import org.localityvoice.locality.WorkingCalendar;

/**
 * The rules one category is dealt with by: who owns it, what is promised, when somebody is
 * reminded. Pure.
 */
record Desk(Area area, Category category, WorkingCalendar calendar) {

  /** The partner who owns the category's reports in a locality. */
  String owner(String locality) {
    return category.routing().partner(locality);
  }

  /** Until when somebody should have said something. */
  Instant answerBy(Instant start, Priority priority) {
    return calendar.plusDays(start, category.promise(priority).firstAnswerWorkingDays());
  }

  /** Until when it should be dealt with. */
  Instant expectedBy(Instant start, Priority priority) {
    return calendar.plus(start, category.promise(priority));
  }

  /**
   * Whom to remind, the owner first (level 0), then level by level.
   *
   * @return a partner's id or {@code manager}; empty beyond the last level
   */
  Optional<String> level(int level, String owner) {
    var levels = category.escalation().levels();
    if (level == 0) {
      return Optional.of(owner);
    }
    return level <= levels.size() ? Optional.of(levels.get(level - 1)) : Optional.empty();
  }

  /** When to remind again after now. */
  Instant nextChase(Instant now) {
    return calendar.plusDays(now, category.escalation().chaseAfterWorkingDays());
  }
}
