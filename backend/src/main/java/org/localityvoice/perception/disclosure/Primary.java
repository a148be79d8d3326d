package org.localityvoice.perception.disclosure;

/** What a figure by itself allows, whatever else is told. */
public final class Primary {
  private Primary() {}

  /** Hidden, a band, or shown. Decided by the base and the smaller side alone. */
  public static Treatment of(Count count, Weighing weighing, Rules rules) {
    if (count.base() < rules.fewest() || weighing.effectiveBase() < rules.fewest()) {
      return Treatment.HIDDEN;
    }
    var sparse = count.lesser() < rules.side() && count.base() < rules.sideBelow();
    return sparse ? Treatment.BAND : Treatment.SHOWN;
  }
}
