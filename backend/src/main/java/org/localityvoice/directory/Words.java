package org.localityvoice.directory;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words as they are compared: without case and accents, and with the commonest English endings
 * taken off, so that {@code Classes} finds {@code class} and {@code swietlica} finds {@code
 * świetlica}. Endings are taken off a little only: a wrong word found is worse than a form missed.
 */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST = 40;

  /** Words that say nothing, in English and Polish. */
  private static final Set<String> EMPTY =
      Set.of(
          "a", "an", "the", "of", "and", "or", "for", "in", "to", "with", "on", "at", "my", "i",
          "is", "are", "me", "we", "our", "you", "your", "by", "from", "w", "z", "na", "do", "dla",
          "o", "ze", "sie");

  private Words() {}

  /** The words of a text, each once. */
  static Set<String> of(String text) {
    var words = new LinkedHashSet<String>();
    typed(text).forEach(word -> words.add(stem(word)));
    return words;
  }

  /** The same with their endings, in the order of the alphabet. */
  static SortedSet<String> typed(String text) {
    var words = new TreeSet<String>();
    for (var word : GAPS.split(folded(text).replace("'", ""), -1)) {
      if (!word.isEmpty() && !EMPTY.contains(word)) {
        words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
      }
    }
    return words;
  }

  /** A text in small letters without accents. */
  static String folded(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replace('ł', 'l')
        .replace('ø', 'o')
        .replace('đ', 'd')
        .replace('ı', 'i')
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe");
  }

  static String stem(String word) {
    return withoutLast(singular(word));
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return cut(word, 3) + "y";
    }
    if (word.length() > 4 && word.matches(".*(s|x|z|ch|sh)es")) {
      return cut(word, 2);
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
        ? cut(word, 1)
        : word;
  }

  private static String withoutLast(String word) {
    if (word.length() > 5 && word.endsWith("ing")) {
      var root = cut(word, 3);
      return root.matches(".*([bdgmnprt])\\1") ? cut(root, 1) : root;
    }
    return word.length() > 4 && word.endsWith("e") ? cut(word, 1) : word;
  }

  private static String cut(String word, int last) {
    return word.substring(0, word.length() - last);
  }
}
