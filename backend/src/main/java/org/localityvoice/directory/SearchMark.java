package org.localityvoice.directory;

import java.util.Locale;

/**
 * Where a search goes on.
 *
 * @param strand of those that it is made of
 * @param at for what is near the distance in millimetres, otherwise 0
 * @param last the order, or for what is near the id, of the last that was told; may be empty
 */
record SearchMark(Strand strand, long at, String last) {
  /** A part of what is found, in the order in which they are told. */
  enum Strand {
    NAMED,
    SAID,
    NEAR,
    ANYWHERE;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static SearchMark begin(Strand strand) {
    return new SearchMark(strand, 0, "");
  }

  String text() {
    return Cursor.text(strand.slug(), String.valueOf(at), last);
  }

  static SearchMark read(String text) {
    var parts = Cursor.read(text, 3);
    for (var strand : Strand.values()) {
      if (strand.slug().equals(parts.get(0))) {
        return new SearchMark(strand, Cursor.number(parts.get(1)), parts.get(2));
      }
    }
    throw Cursor.bad();
  }
}
