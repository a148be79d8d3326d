package org.localityvoice.pledge;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.pledge.About.Checked;
import org.localityvoice.pledge.About.Counted;
import org.localityvoice.pledge.Perceptions.Perceived;
import org.localityvoice.pledge.VerifiedFindings.Found;

/** Puts the feed together, from what may be told and nothing else. Pure. */
final class Feed {
  /** It goes back two years. */
  static final int QUARTERS = 8;

  /** The same in months. */
  static final int MONTHS = 24;

  /** The smallest number that is told. What is kept keeps to it already. */
  static final int FEWEST = 5;

  private Feed() {}

  /** Every entry, in order. */
  static List<Entry> of(
      List<Perceived> perceptions,
      List<CountedQuarter> quarters,
      Optional<CountedFindings> findings) {
    var entries = new ArrayList<Entry>();
    perceptions.forEach(one -> entries.add(perception(one)));
    quarters.forEach(one -> problems(one, entries));
    findings.ifPresent(one -> one.found().forEach(found -> findings(one, found, entries)));
    entries.sort(Entry.ORDER);
    return List.copyOf(entries);
  }

  /** The entries after a mark, so many at most. */
  static List<Entry> page(List<Entry> entries, Optional<FeedMark> after, int limit) {
    return entries.stream()
        .filter(entry -> after.map(mark -> mark.isBefore(entry)).orElse(true))
        .limit(limit)
        .toList();
  }

  private static Entry perception(Perceived one) {
    return new Entry(
        "perceptions." + one.wave() + "." + one.measure(),
        one.told() ? Part.YOU_SAID : Part.NOT_CLEAR_YET,
        one.from(),
        one.to(),
        one);
  }

  private static void problems(CountedQuarter quarter, List<Entry> entries) {
    for (var row : quarter.rows()) {
      for (var counted : Counted.values()) {
        var count = row.numbers().getOrDefault(counted.slug(), 0);
        if (count >= FEWEST) {
          entries.add(
              new Entry(
                  "reports." + quarter.quarter() + "." + row.category() + "." + counted.slug(),
                  counted.part(),
                  quarter.from(),
                  quarter.to(),
                  new About.Problems(quarter, row.category(), counted, count)));
        }
      }
    }
  }

  private static void findings(CountedFindings counted, Found found, List<Entry> entries) {
    var month = YearMonth.parse(found.month());
    for (var checked : Checked.values()) {
      if (checked.of(found) >= FEWEST) {
        entries.add(
            new Entry(
                "findings." + found.month() + "." + found.element() + "." + checked.slug(),
                checked.part(),
                month.atDay(1),
                month.atEndOfMonth(),
                new About.Findings(counted.id(), found, counted.at(), checked, checked.of(found))));
      }
    }
  }
}
