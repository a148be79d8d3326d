package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How old somebody is on a day. */
class AgesTest {
  private static final LocalDate LEAP_DAY = LocalDate.parse("2016-02-29");

  @Test
  void whoever_has_a_birthday_is_older_from_that_day_on() {
    var born = LocalDate.parse("2013-11-23");
    assertThat(Ages.on(born, LocalDate.parse("2026-11-22"))).isEqualTo(12);
    assertThat(Ages.on(born, LocalDate.parse("2026-11-23"))).isEqualTo(13);
  }

  @Test
  void who_was_born_on_29_february_has_a_birthday_on_1_march_in_common_years() {
    assertThat(Ages.on(LEAP_DAY, LocalDate.parse("2029-02-28"))).isEqualTo(12);
    assertThat(Ages.on(LEAP_DAY, LocalDate.parse("2029-03-01"))).isEqualTo(13);
    assertThat(Ages.on(LEAP_DAY, LocalDate.parse("2032-02-28"))).isEqualTo(15);
    assertThat(Ages.on(LEAP_DAY, LocalDate.parse("2032-02-29"))).isEqualTo(16);
    assertThat(Ages.reached(LEAP_DAY, 18)).isEqualTo(LocalDate.parse("2034-03-01"));
    assertThat(Ages.reached(LEAP_DAY, 16)).isEqualTo(LocalDate.parse("2032-02-29"));
  }

  @Property
  void an_age_is_reached_on_the_first_day_on_which_it_counts(
      @ForAll("days") LocalDate born, @ForAll @IntRange(min = 0, max = 120) int years) {
    var day = Ages.reached(born, years);
    assertThat(Ages.on(born, day)).isEqualTo(years);
    assertThat(Ages.on(born, day.minusDays(1))).isEqualTo(years - 1 < 0 ? 0 : years - 1);
  }

  @Property
  void nobody_grows_younger_and_a_day_makes_a_year_at_most(
      @ForAll("days") LocalDate born, @ForAll("days") LocalDate day) {
    var grown = Ages.on(born, day.plusDays(1)) - Ages.on(born, day);
    assertThat(grown).isBetween(0, 1);
  }

  @Property
  void who_is_born_later_is_never_older(
      @ForAll("days") LocalDate one,
      @ForAll("days") LocalDate other,
      @ForAll("days") LocalDate day) {
    var first = one.isBefore(other) ? one : other;
    var second = one.isBefore(other) ? other : one;
    assertThat(Ages.on(first, day)).isGreaterThanOrEqualTo(Ages.on(second, day));
  }

  /** Ordinary days, and many around the end of February. */
  @Provide
  Arbitrary<LocalDate> days() {
    var any = Arbitraries.longs().between(-10_000, 40_000).map(LocalDate::ofEpochDay);
    var odd =
        Arbitraries.integers()
            .between(1940, 2060)
            .flatMap(
                year ->
                    Arbitraries.integers()
                        .between(-2, 2)
                        .map(off -> LocalDate.of(year, 3, 1).plusDays(off)));
    return Arbitraries.oneOf(any, odd);
  }
}
