package org.localityvoice.report;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How alike two texts are, in any language: by the runs of three characters that their words share.
 * Words in other forms ("light", "lights") or with a slip share most of theirs. Case, accents and
 * punctuation do not count.
 *
 * <p>The likeness is the mean of the share of common runs among all runs of both texts (Jaccard)
 * and among those of the shorter one (overlap), so that a few words can resemble a long account of
 * the same thing without every short text resembling it. It is symmetric, from 0 (nothing in
 * common) to 1 (the same words, in whatever order). Only the first {@value #LONGEST} characters are
 * compared.
 */
final class Likeness {
  static final int LONGEST = 1_000;
  private static final int RUN = 3;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Likeness() {}

  /** The runs of a text, to be compared with {@link #of(Set, Set)}. */
  static Set<String> runs(String text) {
    var begin = text.substring(0, Math.min(LONGEST, text.length()));
    var plain = MARKS.matcher(Normalizer.normalize(begin, Normalizer.Form.NFKD)).replaceAll("");
    Set<String> runs = new HashSet<>();
    for (var word : GAPS.split(plain.toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        var framed = " " + word + " ";
        for (var i = 0; i + RUN <= framed.length(); i++) {
          runs.add(framed.substring(i, i + RUN));
        }
      }
    }
    return runs;
  }

  /** How alike the texts of these runs are; 0 when one has none. */
  static double of(Set<String> some, Set<String> others) {
    var fewer = some.size() <= others.size() ? some : others;
    if (fewer.isEmpty()) {
      return 0;
    }
    var more = some.size() <= others.size() ? others : some;
    var common = (double) fewer.stream().filter(more::contains).count();
    var all = some.size() + others.size() - common;
    return (common / all + common / fewer.size()) / 2;
  }
}
