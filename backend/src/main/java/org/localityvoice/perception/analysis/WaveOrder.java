package org.localityvoice.perception.analysis;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The order of waves by name, numbers in it by their value: 2, 10; 2026-Q3, 2026-Q4, 2027-Q1. */
final class WaveOrder {
  /** The order; names that differ only in leading zeros stay apart. */
  static final Comparator<String> NATURAL =
      ((Comparator<String>) WaveOrder::compare).thenComparing(Comparator.naturalOrder());

  private static final Pattern PIECES = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

  private WaveOrder() {}

  private static int compare(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    var left = PIECES.split(a, -1);
    var right = PIECES.split(b, -1);
    for (var i = 0; i < Math.min(left.length, right.length); i++) {
      var order = piece(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int piece(String a, String b) {
    return number(a) && number(b) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }

  private static boolean number(String piece) {
    return !piece.isEmpty() && piece.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
