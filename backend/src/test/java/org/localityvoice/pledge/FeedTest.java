package org.localityvoice.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Reporting;
import org.localityvoice.pledge.ReportedFigures.Told;
import org.localityvoice.pledge.VerifiedFindings.Found;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

class FeedTest {
  private static final Area AREA =
      new Area("a", "A", "Europe/London", List.of(), List.of(), List.of(), Reporting.none());

  private static Optional<CountedFindings> litter(int verified, int claimed, int reopened) {
    var found =
        new Found(
            "litter",
            Map.of("en", "Litter", "pl", "Śmieci"),
            "environmental-standards",
            "2026-11",
            verified,
            claimed,
            reopened);
    return Optional.of(CountedFindings.of("newport", LocalDate.of(2026, 12, 31), List.of(found)));
  }

  private static CountedQuarter autumn(LocalDate at, Map<String, Integer> numbers) {
    var quarter = new Quarter(YearMonth.of(2026, 10));
    return CountedQuarter.of("newport", quarter, new Told(at, Map.of(), Map.of("litter", numbers)));
  }

  @Test
  void
      five_verified_findings_are_done_what_nobody_else_has_checked_is_not_clear_and_four_are_untold() {
    var entries = Feed.of(List.of(), List.of(), litter(5, 4, 6));
    assertThat(entries)
        .extracting(Entry::id, Entry::part)
        .containsExactly(
            tuple("findings.2026-11.litter.reopened", Part.NOT_CLEAR_YET),
            tuple("findings.2026-11.litter.verified", Part.WE_DID));
    var words = new FeedWords(Messages.load(), AREA, "en");
    assertThat(words.sentence(entries.get(1).about()))
        .isEqualTo(
            "Litter, seen on walkabouts in November 2026: by the end of 31 December 2026, 5 had"
                + " been dealt with, as checked by somebody outside the organisation that they belong to.");
    assertThat(new FeedWords(Messages.load(), AREA, "pl").sentence(entries.get(0).about()))
        .isEqualTo(
            "Śmieci, zauważone podczas obchodów, listopad 2026: do końca dnia 31 grudnia 2026"
                + " za załatwione uznano 6, ale przy sprawdzeniu okazało się inaczej.");
    // What is not told is not kept either.
    assertThat(litter(4, 3, 0).orElseThrow().found()).isEmpty();
  }

  @Test
  void problems_are_told_together_where_they_cannot_be_told_apart_and_a_small_number_never() {
    var told =
        new Told(LocalDate.of(2026, 12, 31), Map.of("problems", 9, "said-done", 4), Map.of());
    var quarter = CountedQuarter.of("newport", new Quarter(YearMonth.of(2026, 10)), told);
    var entries = Feed.of(List.of(), List.of(quarter), Optional.empty());
    assertThat(entries).extracting(Entry::id).containsExactly("reports.2026-Q4..problems");
    assertThat(new FeedWords(Messages.load(), AREA, "en").sentence(entries.get(0).about()))
        .startsWith("Problems of all kinds: 9 problems were reported");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void pages_of_any_size_make_up_the_whole_feed(int size) {
    var at = LocalDate.of(2026, 12, 31);
    var quarter = autumn(at, Map.of("problems", 30, "confirmed", 9, "said-done", 8));
    var all = Feed.of(List.of(), List.of(quarter), litter(5, 6, 7));
    assertThat(all).hasSize(6);
    var read = new ArrayList<Entry>();
    var page = Feed.page(all, Optional.empty(), size);
    while (!page.isEmpty()) {
      read.addAll(page);
      var mark = FeedMark.read(FeedMark.of(page.get(page.size() - 1)).text());
      page = Feed.page(all, Optional.of(mark), size);
    }
    assertThat(read).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, 2026-Q4, 2026-Q3",
    "2026-12-30, 2026-Q3, 2026-Q2",
    "2027-01-31, 2026-Q4, 2026-Q3",
    "2026-02-28, 2025-Q4, 2025-Q3"
  })
  void a_quarter_is_over_with_its_last_day(LocalDate day, String last, String before) {
    assertThat(Quarter.overBy(day).limit(2).map(Quarter::name)).containsExactly(last, before);
  }

  @Test
  @ExtendWith(StoreExtension.class)
  void what_was_counted_earlier_never_takes_the_place_of_what_was_counted_later(Store store) {
    var mongo = store.connect();
    var quarters = new CountedStore(mongo);
    Wait.forResult(mongo.ready());
    var later = autumn(LocalDate.of(2027, 1, 31), Map.of("confirmed", 8));
    Wait.forResult(quarters.put(autumn(LocalDate.of(2026, 12, 31), Map.of("confirmed", 6))));
    Wait.forResult(quarters.put(later));
    Wait.forResult(quarters.put(autumn(LocalDate.of(2026, 12, 31), Map.of("confirmed", 5))));
    Wait.forResult(quarters.put(autumn(LocalDate.of(2027, 1, 31), Map.of("confirmed", 7))));
    assertThat(Wait.forResult(quarters.of("newport", 8))).containsExactly(later);
    assertThat(Wait.forResult(quarters.of("north-ormesby", 8))).isEmpty();

    var found = litter(5, 6, 7).orElseThrow();
    var before = new CountedFindings(found.id(), found.at().minusMonths(1), List.of());
    Wait.forResult(quarters.put(before));
    Wait.forResult(quarters.put(found));
    Wait.forResult(quarters.put(before));
    assertThat(Wait.forResult(quarters.findings("newport"))).contains(found);
  }
}
