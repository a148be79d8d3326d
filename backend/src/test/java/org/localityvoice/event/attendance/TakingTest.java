package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.attendance.Guest.Place;

/** What becomes of what devices note about one child. */
class TakingTest {
  private static final Guest CHILD = Evenings.child(Place.PLACED);
  private static final Instant NOW = Evenings.NOW;

  @Provide
  Arbitrary<List<Item>> evenings() {
    return Evenings.any();
  }

  @Property(tries = 500)
  void order_repetition_and_the_cutting_of_batches_change_nothing_in_the_end(
      @ForAll("evenings") List<Item> items,
      @ForAll("evenings") List<Item> earlier,
      @ForAll Place place,
      @ForAll long seed) {
    var random = new Random(seed);
    var guest = Evenings.child(place);
    // What was taken while they still had a place.
    var seen =
        random.nextBoolean() ? Evenings.nothingYet(guest) : after(earlier(earlier), CHILD, 1);
    var once = Taking.of(seen, items, guest, Evenings.door(NOW)).next();
    var again = seen;
    var rest = Evenings.shuffled(items, random);
    while (!rest.isEmpty()) {
      var cut = 1 + random.nextInt(rest.size());
      again = Taking.of(again, rest.subList(0, cut), guest, Evenings.door(NOW)).next();
      rest = rest.subList(cut, rest.size());
    }
    assertThat(entries(again)).isEqualTo(entries(once));
    assertThat(again.presence()).isEqualTo(once.presence());
    assertThat(again.came()).isEqualTo(once.came()).isEqualTo(once.presence().came());
  }

  private static List<Item> earlier(List<Item> items) {
    return items.stream().map(item -> new Item("e" + item.id(), item.at(), item.act())).toList();
  }

  private static Attendance after(List<Item> items, Guest guest, int times) {
    var state = Evenings.nothingYet(guest);
    for (var i = 0; i < times; i++) {
      state = Taking.of(state, items, guest, Evenings.door(NOW)).next();
    }
    return state;
  }

  private static Set<Entry> entries(Attendance attendance) {
    assertThat(attendance.entries()).doesNotHaveDuplicates();
    return new HashSet<>(attendance.entries());
  }

  @Property(tries = 300)
  void the_second_time_every_item_that_was_kept_is_a_duplicate_and_nothing_is_written(
      @ForAll("evenings") List<Item> items) {
    var first = Taking.of(Evenings.nothingYet(CHILD), items, CHILD, Evenings.door(NOW));
    var second = Taking.of(first.next(), items, CHILD, Evenings.door(NOW));
    assertThat(second.next()).isSameAs(first.next());
    for (var i = 0; i < items.size(); i++) {
      assertThat(second.verdicts().get(i))
          .isEqualTo(first.verdicts().get(i).kept() ? Verdict.DUPLICATE : first.verdicts().get(i));
    }
  }

  @Property(tries = 300)
  void what_was_taken_stays_as_it_was(@ForAll("evenings") List<Item> items) {
    var state = Evenings.nothingYet(CHILD);
    for (var item : items) {
      var next = Taking.of(state, List.of(item), CHILD, Evenings.door(NOW)).next();
      assertThat(next.entries().subList(0, state.entries().size())).isEqualTo(state.entries());
      state = next;
    }
  }

  @Test
  void two_devices_that_check_a_child_in_make_one_attendance_at_the_earlier_time() {
    var later = Evenings.in("a", NOW);
    var earlier = Evenings.in("b", NOW.minusSeconds(60));
    var taking = take(later, earlier);
    assertThat(taking.verdicts()).containsExactly(Verdict.RECORDED, Verdict.ALREADY_IN);
    assertThat(taking.next().presence().in().map(Entry::id)).contains("b");
  }

  @Test
  void a_child_leaves_with_a_collector_who_was_declared_or_for_a_reason_that_staff_give() {
    assertThat(
            take(
                    new Item("a", NOW, new Act.CheckOut(null, null)),
                    new Item("b", NOW, new Act.CheckOut("a stranger", null)),
                    new Item("c", NOW, new Act.CheckOut(Evenings.GRAN, null)),
                    new Item("d", NOW, new Act.CheckOut(null, Act.Release.GUARDIAN_PHONED)))
                .verdicts())
        .containsExactly(
            Verdict.COLLECTOR_NEEDED,
            Verdict.COLLECTOR_UNKNOWN,
            Verdict.RECORDED,
            Verdict.ALREADY_OUT);
  }

  @Test
  void whoever_may_leave_alone_needs_nobody() {
    var alone =
        new Guest("guest", "x", "party", Place.PLACED, false, Set.of(), AgeGroup.ADULT, null);
    var leaves = new Item("a", NOW, new Act.CheckOut(null, null));
    assertThat(
            Taking.of(Evenings.nothingYet(alone), List.of(leaves), alone, Evenings.door(NOW))
                .verdicts())
        .containsExactly(Verdict.RECORDED);
  }

  @Test
  void a_correction_counts_also_when_it_comes_before_what_it_corrects_and_hides_nothing() {
    var taking = take(Evenings.corrects("c", "a"), Evenings.in("a", NOW), Evenings.in("b", NOW));
    assertThat(taking.verdicts()).containsOnly(Verdict.RECORDED);
    assertThat(taking.next().presence().in().map(Entry::id)).contains("b");
    assertThat(taking.next().entries()).extracting(Entry::id).containsExactly("c", "a", "b");
  }

  @Test
  void the_same_id_with_other_content_is_refused() {
    assertThat(take(Evenings.in("a", NOW), Evenings.in("a", NOW.minusSeconds(1))).verdicts())
        .containsExactly(Verdict.RECORDED, Verdict.CONTENT_MISMATCH);
  }

  @Test
  void who_has_no_place_is_not_checked_in_but_whoever_is_inside_gets_out() {
    var gone = Evenings.child(Place.GONE);
    var waiting = Evenings.child(Place.NOT_PLACED);
    var comes = List.of(Evenings.in("a", NOW));
    assertThat(Taking.of(Evenings.nothingYet(gone), comes, gone, Evenings.door(NOW)).verdicts())
        .containsExactly(Verdict.CANCELLED);
    assertThat(
            Taking.of(Evenings.nothingYet(waiting), comes, waiting, Evenings.door(NOW)).verdicts())
        .containsExactly(Verdict.NOT_PLACED);
    var inside = after(comes, CHILD, 1);
    var leaves = List.of(Evenings.out("b", NOW));
    assertThat(Taking.of(inside, leaves, gone, Evenings.door(NOW)).verdicts())
        .containsExactly(Verdict.RECORDED);
  }

  @Test
  void clocks_may_be_wrong_by_two_days_and_nobody_comes_half_a_day_early() {
    var twoDays = Duration.ofDays(2);
    assertThat(
            take(
                    Evenings.in("a", NOW.minus(twoDays).minusMillis(1)),
                    Evenings.in("b", NOW.minus(twoDays)),
                    Evenings.out("c", NOW.plus(twoDays)),
                    Evenings.in("d", NOW.plus(twoDays).plusMillis(1)))
                .verdicts())
        .containsExactly(Verdict.TOO_EARLY, Verdict.RECORDED, Verdict.RECORDED, Verdict.TOO_LATE);
    var early = Evenings.STARTS.minus(Duration.ofHours(12));
    for (var now : List.of(early.minusMillis(1), early)) {
      assertThat(
              Taking.of(
                      Evenings.nothingYet(CHILD),
                      List.of(Evenings.in("a", NOW)),
                      CHILD,
                      Evenings.door(now))
                  .verdicts())
          .containsExactly(now.equals(early) ? Verdict.RECORDED : Verdict.TOO_EARLY);
    }
  }

  @Test
  void a_device_that_goes_mad_does_not_fill_the_store() {
    var many =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> Evenings.in("i" + i, NOW))
            .collect(Collectors.toList());
    var taking = Taking.of(Evenings.nothingYet(CHILD), many, CHILD, Evenings.door(NOW));
    assertThat(taking.next().entries()).hasSize(Attendance.MOST_WITH_CHECK_INS);
    assertThat(taking.verdicts().get(99)).isEqualTo(Verdict.TOO_MANY);
    var leaves = List.of(Evenings.out("out", NOW));
    assertThat(Taking.of(taking.next(), leaves, CHILD, Evenings.door(NOW)).verdicts())
        .as("the child must still get out")
        .containsExactly(Verdict.RECORDED);
  }

  @Test
  void staff_see_a_session_from_two_days_before_to_one_day_after() {
    var hours = Evenings.HOURS;
    var from = Evenings.STARTS.minus(Duration.ofDays(2));
    var to = hours.endsAt().plus(Duration.ofDays(1));
    assertThat(hours.kept(from.minusMillis(1))).isFalse();
    assertThat(hours.kept(from)).isTrue();
    assertThat(hours.kept(to.minusMillis(1))).isTrue();
    assertThat(hours.kept(to)).isFalse();
  }

  private static Taking take(Item... items) {
    return Taking.of(Evenings.nothingYet(CHILD), List.of(items), CHILD, Evenings.door(NOW));
  }
}
