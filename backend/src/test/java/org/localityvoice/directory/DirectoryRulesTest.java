package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the directory that need no server. */
class DirectoryRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 8, 31);

  @ParameterizedTest
  @CsvSource({
    "2026-08-31, ASSURED",
    "2026-11-29, ASSURED",
    "2026-11-30, AGEING",
    "2027-02-27, AGEING",
    "2027-02-28, STALE",
    "2027-08-30, STALE",
    "2027-08-31, UNKNOWN"
  })
  void what_was_checked_at_the_end_of_august_is_fresh_for_so_long(
      LocalDate today, Freshness expected) {
    assertThat(Freshness.of(DAY, today)).isEqualTo(expected);
    assertThat(Freshness.of(null, today)).isEqualTo(Freshness.UNKNOWN);
  }

  @Property
  void freshness_stays_until_the_day_that_is_said_and_is_less_from_then_on(
      @ForAll @IntRange(max = 800) int days) {
    var today = DAY.plusDays(days);
    var now = Freshness.of(DAY, today);
    var next = Freshness.nextDecay(DAY, today);
    assertThat(next.isEmpty()).isEqualTo(now == Freshness.UNKNOWN);
    next.ifPresent(
        day -> {
          assertThat(day).isAfter(today);
          assertThat(Freshness.of(DAY, day.minusDays(1))).isEqualTo(now);
          assertThat(Freshness.of(DAY, day)).isGreaterThan(now);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "TS3, ts36la, true",
    "TS3, TS3 6LA, true",
    "TS3, TS30 1AA, false",
    "TS3 6, ts36la, true",
    "TS3 6, ts37la, false",
    "TS3 6LA, TS36LA, true",
    "TS30, ts3 0aa, false",
    "W1A, w1a1aa, true"
  })
  void a_postcode_lies_in_what_it_begins_with(String beginning, String postcode, boolean lies) {
    assertThat(Postcode.holds(beginning, postcode)).isEqualTo(lies);
  }

  @Test
  void an_ending_that_is_no_ending_stays() {
    assertThat(Postcode.spaced(" ts3  6la")).isEqualTo("TS3 6LA");
    assertThat(Postcode.plain("ts36la")).isEqualTo(Postcode.plain("TS3 6LA"));
  }

  @Property
  void a_doubt_counts_days_and_not_how_often_somebody_says_it(
      @ForAll @Size(max = 40) List<@IntRange(max = 20) Integer> said) {
    List<Doubt> doubts = List.of();
    for (var day : said) {
      doubts = Doubt.added(doubts, Doubt.Kind.CLOSED, DAY.plusDays(day));
    }
    var different = Set.copyOf(said).size();
    assertThat(doubts.stream().mapToInt(one -> one.days().size()).sum()).isEqualTo(different);
    assertThat(Doubt.shown(doubts).isEmpty()).isEqualTo(different < 2);
  }

  @Property
  void of_what_is_typed_less_than_five_times_in_a_week_nothing_leaves_the_memory(
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> typed) {
    var tally = new Tally();
    var handedOut = new ArrayList<String>();
    for (var word : typed) {
      tally.note(DAY, "newport", List.of("word" + word), Optional.empty(), 0);
      tally.take(known -> false).keySet().forEach(key -> handedOut.add(key.value()));
    }
    for (var word = 0; word <= 9; word++) {
      var each = word;
      var often = typed.stream().filter(one -> one == each).count() >= Tally.ENOUGH;
      assertThat(handedOut.contains("word" + word)).isEqualTo(often);
    }
  }

  @Test
  void what_is_handed_out_adds_up_to_what_was_noted() {
    var tally = new Tally();
    for (var i = 0; i < 7; i++) {
      tally.note(DAY, "newport", List.of("debt"), Optional.of("need"), i);
    }
    var taken = tally.take(known -> true);
    assertThat(taken).hasSize(2);
    taken
        .values()
        .forEach(
            counts -> {
              assertThat(counts.get(Searched.Band.NOTHING)).isEqualTo(1);
              assertThat(counts.get(Searched.Band.FEW)).isEqualTo(2);
              assertThat(counts.get(Searched.Band.ENOUGH)).isEqualTo(4);
            });
    assertThat(tally.take(known -> true)).as("once").isEmpty();
  }

  @Test
  void a_name_of_last_week_does_not_become_common_this_week() {
    var tally = new Tally();
    for (var week = 0; week < 6; week++) {
      tally.note(DAY.plusWeeks(week), "", List.of("smith"), Optional.empty(), 0);
      assertThat(tally.take(known -> false)).isEmpty();
    }
  }
}
