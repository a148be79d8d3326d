package org.localityvoice.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The needs of all taxonomies, by id. */
final class Needs {
  /** Deeper than anybody nests needs; ends a circle that two edits at once may have made. */
  private static final int DEEPEST = 10;

  private final List<Taxonomy> taxonomies;
  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final Map<String, String> homes = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  Needs(List<Taxonomy> taxonomies) {
    this.taxonomies = List.copyOf(taxonomies);
    taxonomies.forEach(
        taxonomy ->
            taxonomy
                .content()
                .terms()
                .forEach(
                    term -> {
                      if (terms.putIfAbsent(term.id(), term) == null) {
                        homes.put(term.id(), taxonomy.id());
                      }
                    }));
    for (var term : terms.values()) {
      term.name().values().forEach(text -> words.addAll(Words.of(text)));
      term.words().forEach(text -> words.addAll(Words.of(text)));
    }
  }

  /** All words that needs are called by, as {@link Words} makes them. */
  Set<String> words() {
    return words;
  }

  List<Taxonomy> taxonomies() {
    return taxonomies;
  }

  /** All needs, in the order of their taxonomies. */
  List<Term> all() {
    return List.copyOf(terms.values());
  }

  Optional<Term> term(String id) {
    return Optional.ofNullable(terms.get(id));
  }

  /** The id of the taxonomy that a need is in. */
  Optional<String> home(String termId) {
    return Optional.ofNullable(homes.get(termId));
  }

  /** A need and those that it belongs to, the nearest first; none for an id that is none. */
  List<Term> upwards(String id) {
    var found = new ArrayList<Term>();
    var next = term(id);
    while (next.isPresent() && found.size() < DEEPEST) {
      found.add(next.get());
      next = Optional.ofNullable(next.get().broader()).flatMap(this::term);
    }
    return found;
  }
}
