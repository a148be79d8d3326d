package org.localityvoice.directory;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.localityvoice.directory.Searched.Band;
import org.localityvoice.directory.Searched.Thing;

/**
 * What was looked for and is not written down yet. It lives in memory only, and most of it dies
 * there: words are handed out to be written only when each of them is known, or has been typed
 * often enough in the week that it cannot be one person's name. For any number of threads.
 */
final class Tally {
  /** Longer searches are sentences, which may say more than their words. */
  static final int MOST_WORDS = 4;

  static final int ENOUGH = 5;

  /** Somebody who types at random must not fill the memory. */
  private static final int MOST_WAITING = 5_000;

  private final Map<Searched.Key, Map<Band, Integer>> waiting = new HashMap<>();
  private final Map<String, Integer> typed = new HashMap<>();
  private LocalDate week = LocalDate.MIN;

  /** Notes a search of this week. */
  synchronized void note(
      LocalDate monday, String locality, List<String> words, Optional<String> need, int found) {
    if (!monday.equals(week)) {
      week = monday;
      typed.clear();
      // What of last week is still unknown stays unknown.
      waiting.keySet().removeIf(key -> key.thing() == Thing.WORDS);
    }
    var band = Band.of(found);
    need.ifPresent(id -> count(new Searched.Key(monday, locality, Thing.NEED, id), band));
    if (!words.isEmpty() && words.size() <= MOST_WORDS && typed.size() < MOST_WAITING) {
      words.forEach(word -> typed.merge(word, 1, Integer::sum));
      count(new Searched.Key(monday, locality, Thing.WORDS, String.join(" ", words)), band);
    }
  }

  private void count(Searched.Key key, Band band) {
    if (waiting.size() < MOST_WAITING || waiting.containsKey(key)) {
      waiting.computeIfAbsent(key, any -> new EnumMap<>(Band.class)).merge(band, 1, Integer::sum);
    }
  }

  /**
   * Hands out what may be written down, and forgets it.
   *
   * @param known whether the directory uses a word, or has a need of that id
   */
  synchronized Map<Searched.Key, Map<Band, Integer>> take(Predicate<String> known) {
    var taken = new HashMap<Searched.Key, Map<Band, Integer>>();
    waiting.forEach(
        (key, counts) -> {
          if (words(key).stream().allMatch(word -> known.test(word) || isCommon(key, word))) {
            taken.put(key, counts);
          }
        });
    waiting.keySet().removeAll(taken.keySet());
    return taken;
  }

  private boolean isCommon(Searched.Key key, String word) {
    return key.thing() == Thing.WORDS && typed.getOrDefault(word, 0) >= ENOUGH;
  }

  private static List<String> words(Searched.Key key) {
    return List.of(key.value().split(" ", -1));
  }
}
