package org.localityvoice.directory.openreferral;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.localityvoice.directory.Day;
import org.localityvoice.directory.OpenDirectory;
import org.localityvoice.directory.OpenRow;
import org.localityvoice.directory.Opening;
import org.localityvoice.http.Call;

/**
 * What a list of services is asked for; everything that is said must fit. Pure.
 *
 * @param minimumAge services whose minimum is that or more, as the profile wants it
 * @param maximumAge services whose maximum is that or less, likewise
 * @param start {@code 09:30}: open at some time after it
 * @param end open at some time before it
 */
record OrukFilter(
    Set<String> words,
    Optional<String> term,
    Optional<String> taxonomy,
    OptionalDouble minimumAge,
    OptionalDouble maximumAge,
    Optional<Integer> suitableFor,
    Optional<String> start,
    Optional<String> end,
    Optional<Day> day) {
  private static final int MINUTES = 5;

  OrukFilter {
    words = Set.copyOf(words);
  }

  static OrukFilter of(Call call) {
    return new OrukFilter(
        call.query("search")
            .filter(text -> !text.isBlank())
            .map(OrukFilter::words)
            .orElse(Set.of()),
        call.query("taxonomy_term_id").map(OrukFilter::small),
        call.query("taxonomy_id").map(OrukFilter::small),
        call.decimal("minimum_age"),
        call.decimal("maximum_age"),
        call.query("suitable_for_age").map(Integer::valueOf),
        call.query("start_time").map(text -> text.substring(0, MINUTES)),
        call.query("end_time").map(text -> text.substring(0, MINUTES)),
        call.query("day").flatMap(text -> Day.of(text.substring(0, 2).toUpperCase(Locale.ROOT))));
  }

  /** No word is empty: so where somebody looks for signs or for "the" alone, nothing is found. */
  private static Set<String> words(String text) {
    var words = OpenDirectory.words(text);
    return words.isEmpty() ? Set.of("") : words;
  }

  static String small(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  boolean wants(OpenRow row) {
    return row.words().containsAll(words)
        && term.map(row.terms()::contains).orElse(true)
        && taxonomy.map(row.taxonomies()::contains).orElse(true)
        && isOfAge(row)
        && isOpen(row);
  }

  private boolean isOfAge(OpenRow row) {
    var ages = row.ages();
    if (ages == null) {
      return minimumAge.isEmpty() && maximumAge.isEmpty();
    }
    return (minimumAge.isEmpty() || ages.from() >= minimumAge.getAsDouble())
        && (maximumAge.isEmpty() || ages.to() <= maximumAge.getAsDouble())
        && suitableFor.map(age -> ages.from() <= age && age <= ages.to()).orElse(true);
  }

  private boolean isOpen(OpenRow row) {
    return (start.isEmpty() && end.isEmpty() && day.isEmpty())
        || row.openings().stream().anyMatch(this::fits);
  }

  private boolean fits(Opening opening) {
    return day.map(opening.days()::contains).orElse(true)
        && start.map(time -> opening.closes().compareTo(time) > 0).orElse(true)
        && end.map(time -> opening.opens().compareTo(time) < 0).orElse(true);
  }
}
