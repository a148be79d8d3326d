package org.localityvoice.locality;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made reply.
 *
 * @param category id of the category it is meant for; absent when for all
 * @param moves names of the moves in a report's life that it goes with; empty when with any
 * @param text with slots such as {@code {expectedBy}}, see {@link #SLOTS}
 */
public record ResponseTemplate(
    String id, @Nullable String category, List<String> moves, Text text) {

  /**
   * What a text may leave open: the category's name, the owner's name, the promised day, the
   * report's number, and for a refusal who decided it and where to go instead.
   */
  public static final Set<String> SLOTS =
      Set.of("category", "owner", "expectedBy", "reference", "decidedBy", "instead");

  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

  public ResponseTemplate {
    moves = List.copyOf(moves);
  }

  /** Whether it may be used for a category. */
  public boolean fits(String categoryId) {
    return category == null || category.equals(categoryId);
  }

  /** Whether it goes with a move. */
  public boolean goesWith(String move) {
    return moves.isEmpty() || moves.contains(move);
  }

  /**
   * The text in a language, filled in.
   *
   * @param values by slot; a slot without a value stays as it is, for staff to see
   */
  public String filled(String language, Map<String, String> values) {
    return SLOT.matcher(text.in(language))
        .replaceAll(
            slot -> Matcher.quoteReplacement(values.getOrDefault(slot.group(1), slot.group())));
  }

  /** The slots of a text, known or not. */
  static Set<String> slots(String text) {
    var slots = new TreeSet<String>();
    SLOT.matcher(text).results().forEach(slot -> slots.add(slot.group(1)));
    return slots;
  }
}
