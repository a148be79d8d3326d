package org.localityvoice.locality;

import java.util.Comparator;

/**
 * Something that is wrong with an area file, told to the officer who wrote it.
 *
 * @param line counted from 1; 0 where it is not known yet
 * @param pointer the field, as a JSON pointer (RFC 6901); for a missing field where it should be
 * @param message what is wrong, to be read after the field's name: {@code is missing}
 */
public record Fault(int line, String pointer, String message) {
  static final Comparator<Fault> BY_LINE =
      Comparator.comparingInt(Fault::line)
          .thenComparing(Fault::pointer)
          .thenComparing(Fault::message);

  /** A fault at a field whose line {@link AreaFile} finds out. */
  public static Fault at(String pointer, String message) {
    return new Fault(0, pointer, message);
  }

  /** The whole sentence: {@code line 12: /themes/0/lead is missing}. */
  public String sentence() {
    return "line " + line + ": " + (pointer.isEmpty() ? "the file" : pointer) + " " + message;
  }

  Fault onLine(int found) {
    return new Fault(found, pointer, message);
  }
}
