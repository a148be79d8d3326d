package org.localityvoice.walkabout;

import org.localityvoice.mongo.DerivedId;

/** Which walkabouts are to be repeated blindly: one of ten, by its id and not by how it went. */
final class Rewalks {
  private static final int ONE_OF = 10;
  private static final int DIGITS = 8;

  private Rewalks() {}

  /** Whether it is one of them. */
  static boolean drawn(String walkabout) {
    var number = Long.parseLong(DerivedId.of("rewalk", walkabout).substring(0, DIGITS), 16);
    return number % ONE_OF == 0;
  }
}
