package org.localityvoice.event.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.planning.ClashCode.COMPETING;
import static org.localityvoice.event.planning.ClashCode.DUPLICATE;
import static org.localityvoice.event.planning.ClashCode.FAMILY_SPLIT;
import static org.localityvoice.event.planning.ClashRule.between;
import static org.localityvoice.event.planning.Plans.ages;
import static org.localityvoice.event.planning.Plans.by;
import static org.localityvoice.event.planning.Plans.doing;
import static org.localityvoice.event.planning.Plans.football;
import static org.localityvoice.event.planning.Plans.north;
import static org.localityvoice.event.planning.Plans.slot;
import static org.localityvoice.event.planning.Plans.when;
import static org.localityvoice.event.planning.Plans.where;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** When two partners get in each other's way, and when not. */
class ClashRuleTest {
  private static final String ELSEWHERE = "north-ormesby";

  @Provide
  Arbitrary<Planned> sessions() {
    return Plans.any();
  }

  @Test
  void a_holiday_club_and_a_fun_club_on_one_afternoon_in_one_ward_are_exactly_one_duplicate() {
    var haf = football();
    var feast = by("early-help", "feast-of-fun", haf);
    assertThat(Pairing.among(haf, List.of(feast)))
        .extracting(Pairing::code)
        .containsExactly(DUPLICATE);
    assertThat(Pairing.among(feast, List.of(haf)).get(0).id())
        .isEqualTo(Pairing.among(haf, List.of(feast)).get(0).id());
  }

  @Test
  void another_activity_for_the_same_children_competes_and_one_organisers_choice_does_not() {
    var club = by("early-help", "feast-of-fun", football());
    assertThat(between(football(), doing(club, "craft"))).contains(COMPETING);
    assertThat(between(football(), ages(club, 11, 15))).isEmpty();
    assertThat(between(football(), ages(club, 10, 15))).contains(DUPLICATE);
    assertThat(between(football(), by(football().organiser(), "craft-room", football()))).isEmpty();
    assertThat(between(football(), Plans.cancelled(club))).isEmpty();
  }

  @Test
  void touching_is_no_clash_also_where_clocks_change() {
    var club = by("early-help", "feast-of-fun", football());
    assertThat(between(football(), when(club, slot("2026-12-21T16:00", "2026-12-21T18:00"))))
        .isEmpty();
    assertThat(between(football(), when(club, slot("2026-12-21T15:59", "2026-12-21T18:00"))))
        .contains(DUPLICATE);
    // On 25 October 2026 the hour from one to two comes twice; from half past midnight until half
    // past two it is three hours.
    var night = when(football(), slot("2026-10-25T00:30", "2026-10-25T02:30"));
    assertThat(between(night, when(club, slot("2026-10-25T02:29", "2026-10-25T03:30"))))
        .contains(DUPLICATE);
    assertThat(between(night, when(club, slot("2026-10-25T02:30", "2026-10-25T03:30")))).isEmpty();
    // On 28 March 2027 there is no half past one: it means half past two.
    var spring = when(football(), slot("2027-03-28T00:30", "2027-03-28T01:30"));
    assertThat(between(spring, when(club, slot("2027-03-28T02:00", "2027-03-28T03:00"))))
        .contains(DUPLICATE);
    assertThat(between(spring, when(club, slot("2027-03-28T02:30", "2027-03-28T03:00")))).isEmpty();
  }

  @Test
  void two_weekly_series_clash_once_a_week_over_the_change_of_clocks() {
    var clashes = new ArrayList<Pairing>();
    var others = new ArrayList<Planned>();
    for (var week = 0; week < 8; week++) {
      var day = LocalDate.parse("2026-10-04").plusWeeks(week);
      others.add(
          when(
              by("early-help", "feast-of-fun" + week, football()),
              slot(day + "T15:00", day + "T17:00")));
    }
    for (var week = 0; week < 8; week++) {
      var day = LocalDate.parse("2026-10-04").plusWeeks(week);
      var one = when(football(), slot(day + "T13:00", day + "T16:00"));
      clashes.addAll(Pairing.among(one, others));
    }
    assertThat(clashes).hasSize(8).extracting(Pairing::code).containsOnly(DUPLICATE);
  }

  @Test
  void across_a_boundary_it_counts_how_far_people_are_meant_to_come() {
    var club = by("early-help", "feast-of-fun", football());
    assertThat(between(football(), where(club, ELSEWHERE, north(790)))).contains(DUPLICATE);
    assertThat(between(football(), where(club, ELSEWHERE, north(810)))).isEmpty();
    assertThat(between(football(), where(club, "newport", north(2_500)))).contains(DUPLICATE);
  }

  @Test
  void brothers_and_sisters_cannot_be_brought_to_two_far_places_at_once() {
    var little = ages(by("early-help", "play-group", football()), 0, 4);
    assertThat(between(football(), where(little, "newport", north(900)))).contains(FAMILY_SPLIT);
    assertThat(between(football(), where(little, "newport", north(700)))).as("a walk").isEmpty();
    var own = ages(by(football().organiser(), "own", football()), 0, 4);
    assertThat(between(football(), where(own, "newport", north(900))))
        .as("whoever organises")
        .contains(FAMILY_SPLIT);
    var big = ages(where(little, "newport", north(900)), 11, 15);
    assertThat(between(football(), big)).as("they go by themselves").isEmpty();
    var baby = ages(where(little, "newport", north(900)), 0, 0);
    assertThat(between(football(), baby)).as("six years apart").isEmpty();
    assertThat(between(football(), ages(baby, 0, 1))).contains(FAMILY_SPLIT);
  }

  @Property
  void it_makes_no_difference_who_is_looked_at_first(
      @ForAll("sessions") Planned one, @ForAll("sessions") Planned other) {
    assertThat(between(one, other)).isEqualTo(between(other, one));
    Statistics.label("clash").collect(between(one, other).map(Enum::name).orElse("none"));
    if (!one.session().equals(other.session())) {
      assertThat(Pairing.of(one, other)).isEqualTo(Pairing.of(other, one));
    }
  }

  @Property(tries = 200)
  void the_order_in_which_plans_come_makes_no_difference(
      @ForAll("sessions") Planned one,
      @ForAll @Size(max = 12) List<@From("sessions") Planned> others,
      @ForAll long seed) {
    var shuffled = new ArrayList<>(others);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Pairing.among(one, shuffled))
        .containsExactlyInAnyOrderElementsOf(Pairing.among(one, others));
  }

  @Property
  void whoever_clashes_overlaps_and_neither_is_cancelled(
      @ForAll("sessions") Planned one, @ForAll("sessions") Planned other) {
    if (between(one, other).isPresent()) {
      assertThat(one.slot().startsAt()).isBefore(other.slot().endsAt());
      assertThat(other.slot().startsAt()).isBefore(one.slot().endsAt());
      assertThat(one.cancelled() || other.cancelled()).isFalse();
      assertThat(one.event()).isNotEqualTo(other.event());
    }
  }
}
