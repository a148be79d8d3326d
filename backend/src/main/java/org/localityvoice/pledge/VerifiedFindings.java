package org.localityvoice.pledge;

import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Where findings of walkabouts come from: whatever part of the platform has walkabouts. */
@FunctionalInterface
public interface VerifiedFindings {
  /** For as long as nobody gives any. */
  VerifiedFindings NOT_YET = (locality, from, to) -> Future.succeededFuture(List.of());

  /**
   * What became of the findings of one element in one month, in numbers that everybody may know.
   *
   * @param element its id: {@code litter}
   * @param title its name by language tag
   * @param theme id of its theme
   * @param month in which the walkabouts were
   * @param verified found to be dealt with, by somebody outside the owner's organisation
   * @param claimed said to be done by the owner, and checked by nobody else yet
   * @param reopened said to be done, and found not to be
   * @param link where the figures stand, as a path of the contract
   */
  record Found(
      String element,
      Map<String, String> title,
      String theme,
      YearMonth month,
      int verified,
      int claimed,
      int reopened,
      String link) {
    public Found {
      title = Map.copyOf(title);
    }
  }

  /** What was found in a locality from one month to another, both included. */
  Future<List<Found>> of(String localityId, YearMonth from, YearMonth to);
}
