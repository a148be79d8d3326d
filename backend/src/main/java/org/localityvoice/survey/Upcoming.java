package org.localityvoice.survey;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When the figures of the next wave can be expected. Pure. */
final class Upcoming {
  private Upcoming() {}

  /**
   * The day after the last on which the next wave takes answers; today, where that is over and the
   * wave has yet to be closed. Nobody can promise when a second person approves its figures, but
   * before that day there can be none. A wave of another questionnaire asks something else, and one
   * without a plan has no end that could be counted from.
   *
   * @param unfinished waves of the locality that are not closed yet
   */
  static Optional<LocalDate> after(Wave wave, List<Wave> unfinished, LocalDate today) {
    var name = SurveyViews.reference(wave).id();
    return unfinished.stream()
        .filter(other -> SurveyViews.reference(other).id().equals(name))
        .filter(other -> other.from().compareTo(wave.from()) > 0)
        .flatMap(other -> Optional.ofNullable(other.plan()).map(plan -> end(other, plan)).stream())
        .min(Comparator.naturalOrder())
        .map(day -> day.isBefore(today) ? today : day);
  }

  private static LocalDate end(Wave wave, WavePlan plan) {
    return wave.lastDay().plusDays(plan.graceDays() + 1L);
  }
}
