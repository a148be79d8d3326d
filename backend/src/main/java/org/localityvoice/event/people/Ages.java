package org.localityvoice.event.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Ages in whole years, counted on a local date of the area. An age is reached at the beginning of
 * the birthday (Family Law Reform Act 1969 s.9); who was born on 29 February has it on 1 March in
 * years without that day, as is the practice in England and Wales.
 */
public final class Ages {
  /** From this age on nobody has a guardian. */
  public static final int ADULT = 18;

  private Ages() {}

  /** The age on a day; 0 or less before the birth. */
  public static int on(LocalDate born, LocalDate day) {
    return (int) ChronoUnit.YEARS.between(born, day);
  }

  /** The first day of an age. */
  public static LocalDate reached(LocalDate born, int years) {
    var day = born.plusYears(years);
    // The library takes the last day of February where the 29th is missing.
    return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
  }
}
