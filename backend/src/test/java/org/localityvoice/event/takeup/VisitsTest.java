package org.localityvoice.event.takeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.attendance.AgeGroup;
import org.localityvoice.event.takeup.Visits.NoShows;
import org.localityvoice.event.takeup.Visits.Square;
import org.localityvoice.event.takeup.Visits.Visit;

/** Adding up who came, with numbers worked out by hand. */
class VisitsTest {
  private static final AgeGroup YOUNG = AgeGroup.FROM_5_TO_10;

  private static Visit came(String who) {
    return new Visit(who, "newport", YOUNG, true);
  }

  private static Visit missed(String who) {
    return new Visit(who, "newport", YOUNG, false);
  }

  private static List<Visit> five(boolean came) {
    var all = new ArrayList<Visit>();
    for (var who : List.of("Ana", "Bo", "Cy", "Dee", "Eli")) {
      all.add(came ? came(who) : missed(who));
    }
    return all;
  }

  @Test
  void whoever_comes_twice_is_one_person_of_the_age_they_had_first() {
    var visits = new Visits();
    visits.add(List.of(came("Maya"), new Visit("Ola", null, AgeGroup.ADULT, true)), 0);
    visits.add(List.of(new Visit("Maya", "newport", AgeGroup.FROM_11_TO_15, true)), 0);
    visits.add(List.of(missed("Joe")), 0);
    visits.add(List.of(), 0);
    assertThat(visits.people())
        .isEqualTo(
            Map.of(
                new Square("newport", YOUNG), 1,
                new Square(Suppressed.REST, AgeGroup.ADULT), 1));
    assertThat(visits.sessions()).isEqualTo(4);
    assertThat(visits.withAttendance()).isEqualTo(3);
  }

  @Test
  void one_family_that_misses_six_times_is_not_told_of() {
    var visits = new Visits();
    for (var date = 0; date < 6; date++) {
      var all = five(true);
      all.add(missed("Joe"));
      visits.add(all, 0);
    }
    assertThat(visits.noShows(5)).isNull();
    assertThat(visits.noShows(1)).as("without the rule").isEqualTo(new NoShows(6, 36));
    visits.add(five(false), 0);
    assertThat(visits.noShows(5)).isEqualTo(new NoShows(11, 41));
  }

  @Test
  void waiting_in_vain_is_told_when_five_waited_for_one_session_or_nobody_for_any() {
    var visits = new Visits();
    visits.add(List.of(), 0);
    assertThat(visits.inVain(5)).isZero();
    visits.add(List.of(), 4);
    visits.add(List.of(), 4);
    assertThat(visits.inVain(5)).as("they may be the same four").isNull();
    visits.add(List.of(), 5);
    assertThat(visits.inVain(5)).isEqualTo(13);
  }

  @Test
  void an_effect_that_comes_twice_counts_once() {
    var three = new InVain("club", 1, 7, 3, null);
    assertThat(three.plus(7, 3)).isEqualTo(three);
    assertThat(three.plus(6, 3)).isEqualTo(three);
    assertThat(three.plus(9, 2)).isEqualTo(new InVain("club", 2, 9, 5, null));
  }

  @Test
  void a_quarter_begins_and_ends_at_local_midnight() {
    var london = ZoneId.of("Europe/London");
    var spring = Quarter.of("2026-Q2");
    assertThat(spring.begin(london)).isEqualTo(Instant.parse("2026-03-31T23:00:00Z"));
    assertThat(spring.over(london)).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
    assertThat(Quarter.overAt(Instant.parse("2026-06-30T22:59:59Z"), london, 2))
        .extracting(Quarter::name)
        .containsExactly("2026-Q1", "2025-Q4");
    assertThat(Quarter.overAt(spring.over(london), london, 1)).containsExactly(spring);
  }
}
