package org.localityvoice.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What open lists choose by, of one published service.
 *
 * @param ages absent where nothing is said
 * @param terms ids of its needs and of those that they belong to
 * @param taxonomies ids of the lists that its needs are in
 * @param words that it is found by, as {@link OpenDirectory#words} makes them; none of what is
 *     given no more
 * @param locations ids
 */
public record OpenRow(
    String id,
    @Nullable AgeSpan ages,
    List<Opening> openings,
    Set<String> terms,
    Set<String> taxonomies,
    Set<String> words,
    List<String> locations,
    List<Coverage> areas) {
  public OpenRow {
    openings = List.copyOf(openings);
    terms = Set.copyOf(terms);
    taxonomies = Set.copyOf(taxonomies);
    words = Set.copyOf(words);
    locations = List.copyOf(locations);
    areas = List.copyOf(areas);
  }
}
