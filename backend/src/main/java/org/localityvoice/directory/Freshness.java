package org.localityvoice.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long ago somebody checked that everything about a service is right. Open Referral UK
 * recommends three months at most.
 */
public enum Freshness {
  ASSURED(3),
  AGEING(6),
  STALE(12),
  /** Longer ago, or never. */
  UNKNOWN(Integer.MAX_VALUE);

  private final int months;

  Freshness(int months) {
    this.months = months;
  }

  /** 0 for what was assured most recently; one digit. */
  int rank() {
    return List.of(values()).indexOf(this);
  }

  /** The name in the contract. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How fresh it is on a day, both days in the area's time zone. */
  public static Freshness of(@Nullable LocalDate assuredOn, LocalDate today) {
    for (var one : values()) {
      if (assuredOn != null && one != UNKNOWN && today.isBefore(assuredOn.plusMonths(one.months))) {
        return one;
      }
    }
    return UNKNOWN;
  }

  /** The day on which it is less fresh than today; empty where it cannot get worse. */
  static Optional<LocalDate> nextDecay(@Nullable LocalDate assuredOn, LocalDate today) {
    var now = of(assuredOn, today);
    return assuredOn == null || now == UNKNOWN
        ? Optional.empty()
        : Optional.of(assuredOn.plusMonths(now.months));
  }
}
