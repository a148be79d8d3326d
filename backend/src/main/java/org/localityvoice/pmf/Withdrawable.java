package org.localityvoice.pmf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** What of published figures can be taken back: what is there, and not taken back yet. Pure. */
final class Withdrawable {
  /** The status of a figure that was taken back. */
  static final String WITHDRAWN = "WITHDRAWN";

  private static final String MEASURE = "measureId";
  private static final String NOTHING = "nothing-published";

  private Withdrawable() {}

  /**
   * Something of each measure must have been published.
   *
   * @param measures what is named; none for the whole period
   * @throws Problem with the place of each of which nothing was
   */
  static void mustBeThere(List<String> measures, Optional<Published> published) {
    if (published.isEmpty()) {
      throw Problem.invalid(List.of(Violation.at("/period", NOTHING)));
    }
    var there = Set.copyOf(observations(published.get()).findValuesAsText(MEASURE));
    var violations = new ArrayList<Violation>();
    for (var i = 0; i < measures.size(); i++) {
      if (!there.contains(measures.get(i))) {
        violations.add(Violation.at("/measures/" + i, NOTHING));
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  /**
   * Some of it must still count.
   *
   * @throws Problem where all of it was taken back before
   */
  static void mustBeLeft(List<String> measures, Optional<Published> published) {
    if (published.filter(one -> anyLeft(observations(one), Set.copyOf(measures))).isEmpty()) {
      throw Problem.conflict("already-withdrawn");
    }
  }

  /** Whether any observation of these measures, or of all where none is named, still counts. */
  static boolean anyLeft(JsonNode observations, Set<String> measures) {
    for (var one : observations) {
      if ((measures.isEmpty() || measures.contains(one.path(MEASURE).asText()))
          && !one.path("status").asText().equals(WITHDRAWN)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode observations(Published one) {
    return one.tree().at("/data/observations");
  }
}
