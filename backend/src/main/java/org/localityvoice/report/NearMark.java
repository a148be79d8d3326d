package org.localityvoice.report;

import java.util.Comparator;

/**
 * A place in a list that is ordered by distance and then by id.
 *
 * @param metres from the middle
 * @param id of the report at this place; the empty text is before all ids
 */
record NearMark(double metres, String id) implements Comparable<NearMark> {
  static final NearMark BEGINNING = new NearMark(0, "");
  private static final int HEXADECIMAL = 16;
  private static final Comparator<NearMark> ORDER =
      Comparator.comparingDouble(NearMark::metres).thenComparing(NearMark::id);

  @Override
  public int compareTo(NearMark other) {
    return ORDER.compare(this, other);
  }

  /** As a caller gets it; the distance goes along to its last bit. */
  String text() {
    return PageMark.opaque(Long.toHexString(Double.doubleToLongBits(metres)) + " " + id);
  }

  /** The mark of a text that we gave out; otherwise the violation {@code cursor}. */
  static NearMark of(String text) {
    var parts = PageMark.plain(text).split(" ", -1);
    try {
      var metres = Double.longBitsToDouble(Long.parseUnsignedLong(parts[0], HEXADECIMAL));
      if (parts.length == 2 && metres >= 0) {
        return new NearMark(metres, parts[1]);
      }
    } catch (NumberFormatException e) {
      throw PageMark.bad();
    }
    throw PageMark.bad();
  }
}
