package org.localityvoice.report.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures about reports that the performance framework (PMF) is offered. */
enum OperationalMeasure {
  CONFIRMED(Share.CONFIRMED, true),
  NOT_DEALT_WITH(Share.NOT_DEALT_WITH, false),
  NO_REPLY(Share.NO_REPLY, false),
  REFUSED(Share.REFUSED, false),
  SAID_DONE_DISPUTED(Share.SAID_DONE_DISPUTED, false),
  IN_TIME(Share.IN_TIME, true),
  FIRST_ANSWER_MEDIAN,
  FIRST_ANSWER_P90,
  CONFIRMED_FIX_MEDIAN,
  CONFIRMED_FIX_P90,
  QUESTIONS_ANSWERED(Share.ANSWERED, true);

  /** The theme of the locality plans that all of them belong to. */
  static final String THEME = "customer-experience";

  private final @Nullable Share share;
  private final boolean higherIsBetter;

  /** A time to wait. */
  OperationalMeasure() {
    this(null, false);
  }

  OperationalMeasure(@Nullable Share share, boolean higherIsBetter) {
    this.share = share;
    this.higherIsBetter = higherIsBetter;
  }

  static List<OperationalMeasure> all() {
    return Arrays.asList(values());
  }

  /** The share it is; empty for a time. */
  Optional<Share> share() {
    return Optional.ofNullable(share);
  }

  /** Its id in the performance framework. */
  String id() {
    return "PMF-REPORTS-" + name().replace('_', '-');
  }

  /** Names its definition; a changed definition is another series. */
  String series() {
    return "reports-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-v1";
  }

  /** Its id in the data dictionary. */
  String figure() {
    return share().map(Share::id).orElse(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  String direction() {
    return higherIsBetter ? "higher-is-better" : "lower-is-better";
  }

  String unit() {
    return share == null ? "hours" : "percent";
  }
}
