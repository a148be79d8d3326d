package org.localityvoice.perception.analysis;

/** A place in a CSV file that is not as it must be, and why. */
public final class CsvFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 40;

  /**
   * A fault.
   *
   * @param file what the file holds: {@code responses}
   * @param row counted from 1, the row of headings included; 0 where it is the whole file
   * @param column its heading; empty where it is the whole row
   */
  CsvFault(String file, long row, String column, String reason) {
    super(
        file
            + (row > 0 ? ", row " + row : "")
            + (column.isEmpty() ? "" : ", column " + quoted(column))
            + ": "
            + reason,
        null,
        false,
        false);
  }

  /** A value as it may stand in a sentence: short and on one line. */
  static String quoted(String value) {
    var plain = value.replaceAll("\\p{Cntrl}", "?");
    return "'" + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + "'";
  }
}
