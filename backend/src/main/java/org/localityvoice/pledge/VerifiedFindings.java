package org.localityvoice.pledge;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Where findings of walkabouts come from, in numbers. */
@FunctionalInterface
public interface VerifiedFindings {
  /**
   * What has become of the findings of one element that were noted in one month.
   *
   * @param element its id: {@code litter}
   * @param title its name by language tag
   * @param theme id of its theme
   * @param month {@code 2026-11}
   * @param verified found to be dealt with, by somebody outside the owner's organisation
   * @param claimed said to be done by the owner, and checked by nobody else yet
   * @param reopened said to be done, and found not to be
   */
  record Found(
      String element,
      Map<String, String> title,
      String theme,
      String month,
      int verified,
      int claimed,
      int reopened) {
    public Found {
      title = Map.copyOf(title);
    }
  }

  /**
   * What was noted in a locality, as it stood at the end of the last day, however late it is asked.
   *
   * @param from the first day, the first of a month
   * @param to the last day, the last of a month
   * @param zone that days are counted in
   */
  Future<List<Found>> of(String localityId, LocalDate from, LocalDate to, ZoneId zone);
}
