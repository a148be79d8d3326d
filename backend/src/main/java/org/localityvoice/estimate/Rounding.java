package org.localityvoice.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How exactly figures are told. Nothing rests on it: a base rounded to five can be worked out again
 * from an interval, and a count from a percentage, so disclosure control takes every published base
 * and share as known exactly.
 */
public enum Rounding {
  /** For everybody: whole points. */
  PUBLIC(0),
  /** Inside the partnership: one decimal. */
  PARTNERSHIP(1);

  private static final int BASE = 5;
  private static final int PEOPLE = 50;

  private final int decimals;

  Rounding(int decimals) {
    this.decimals = decimals;
  }

  /** A share, 0 to 1, in percent. */
  public double percent(double share) {
    return points(share * 100);
  }

  /** A percentage, or a difference of two, as this rounding tells it. */
  public double points(double percent) {
    return to(percent, decimals);
  }

  /** Any number, halves away from zero. */
  public static double to(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  /** A base, to the nearest five. */
  public static int base(double base) {
    return (int) (Math.round(base / BASE) * BASE);
  }

  /** People of a population that a share stands for, to the nearest fifty. */
  public static long people(double people) {
    return Math.round(people / PEOPLE) * PEOPLE;
  }
}
