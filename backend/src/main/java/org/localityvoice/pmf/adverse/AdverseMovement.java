package org.localityvoice.pmf.adverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A central measure that has moved the wrong way.
 *
 * @param difference in the unit of the measure
 * @param pValue of a perception's change; absent for counts of everything
 */
public record AdverseMovement(
    String measure, String series, Reason reason, double difference, @Nullable Double pValue) {

  /** The expected share of false alarms among clear movements of a report. */
  static final double RATE = 0.05;

  /** Why it is in the list. */
  public enum Reason {
    /** The change is clear, also when all central measures of the report are looked at together. */
    CLEAR,
    /**
     * Two periods in a row, which may yet be chance: neither change need be clear. Of perceptions
     * the second must start from the wave that the first led to.
     */
    TWO_IN_A_ROW;

    /** The name in the contract. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What there is to raise.
   *
   * @param now movements of the period, by measure
   * @param before movements of the period before it
   */
  static List<AdverseMovement> among(Map<String, Movement> now, Map<String, Movement> before) {
    var tested = now.values().stream().filter(one -> one.pValue().isPresent()).toList();
    var rejected =
        BenjaminiHochberg.rejected(
            tested.stream().map(one -> one.pValue().orElseThrow()).toList(), RATE);
    var found = new ArrayList<AdverseMovement>();
    for (var one : now.values()) {
      var place = tested.indexOf(one);
      if (one.wrongWay()) {
        if (one.clear() && place >= 0 && rejected.get(place)) {
          found.add(of(one, Reason.CLEAR));
        } else if (again(one, Optional.ofNullable(before.get(one.measure())))) {
          found.add(of(one, Reason.TWO_IN_A_ROW));
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean again(Movement now, Optional<Movement> before) {
    return before.filter(one -> one.wrongWay() && now.follows(one)).isPresent();
  }

  private static AdverseMovement of(Movement one, Reason reason) {
    return new AdverseMovement(
        one.measure(), one.series(), reason, one.difference(), one.pValue().orElse(null));
  }
}
