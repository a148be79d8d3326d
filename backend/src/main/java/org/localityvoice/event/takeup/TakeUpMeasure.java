package org.localityvoice.event.takeup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.localityvoice.event.Words;

/** The figures of take-up that the performance framework (PMF) is offered. */
enum TakeUpMeasure {
  /** Different people who came. */
  PEOPLE("count", true),
  /** Places of people who had one and did not come. */
  NO_SHOWS("percent", false),
  /** How many times somebody waited for a session that began without them. */
  WAITED_IN_VAIN("count", false);

  /** The theme of the locality plans that all of them belong to. */
  static final String THEME = "community-capacity";

  private final String unit;
  private final boolean higherIsBetter;

  TakeUpMeasure(String unit, boolean higherIsBetter) {
    this.unit = unit;
    this.higherIsBetter = higherIsBetter;
  }

  static List<TakeUpMeasure> all() {
    return Arrays.asList(values());
  }

  /** Its id in the performance framework. */
  String id() {
    return "PMF-EVENTS-" + slug().toUpperCase(Locale.ROOT);
  }

  /** Names its definition; a changed definition is another series. */
  String series() {
    return "events-" + slug() + "-v1";
  }

  String direction() {
    return higherIsBetter ? "higher-is-better" : "lower-is-better";
  }

  String unit() {
    return unit;
  }

  private String slug() {
    return Words.slug(this);
  }
}
