package org.localityvoice.perception.disclosure;

import java.util.Optional;

/**
 * What is told where nearly nobody, or nearly everybody, answers alike: "under 5 %". It must be
 * true whether none, one or two gave the rare answer, or else it would tell which; so in a small
 * group, where two are more than 5 %, the band is wider. How wide depends on base and weights only.
 */
public enum Band {
  UNDER_5(5, false),
  UNDER_10(10, false),
  UNDER_20(20, false),
  UNDER_30(30, false),
  OVER_95(5, true),
  OVER_90(10, true),
  OVER_80(20, true),
  OVER_70(30, true);

  private final int width;
  private final boolean over;

  Band(int width, boolean over) {
    this.width = width;
    this.over = over;
  }

  /** The narrowest band that is true; empty when none of them is. */
  public static Optional<Band> of(Count count, Weighing weighing) {
    var over = count.others() < count.positives();
    for (var band : values()) {
      if (band.over == over && weighing.heaviestPair() * 100 < band.width) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }

  /** Where it begins, in percent. */
  public int low() {
    return over ? 100 - width : 0;
  }

  /** Where it ends, in percent. */
  public int high() {
    return over ? 100 : width;
  }
}
