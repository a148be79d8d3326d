package org.localityvoice.perception.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * Rows of a CSV file (RFC 4180), one after the other; either end of line, a byte order mark and
 * blank lines are taken. A reader of our own, since a fault must be told by row and column, and a
 * quote that is never closed must not bring the rest of a large file into memory.
 */
final class CsvRows {
  /** No name or number is longer. */
  private static final int LONGEST = 1_000;

  private static final int MOST_COLUMNS = 1_000;
  private static final int END = -1;

  private final String file;
  private final Reader in;
  private final StringBuilder field = new StringBuilder();
  private List<String> headings = List.of();
  private int ahead;
  private long row;

  /**
   * Begins to read.
   *
   * @param in buffered
   */
  CsvRows(String file, Reader in) throws IOException {
    this.file = file;
    this.in = in;
    ahead = in.read();
    if (ahead == '\uFEFF') {
      ahead = in.read();
    }
  }

  /** From here on columns are named in faults. */
  void headings(List<String> names) {
    headings = List.copyOf(names);
  }

  /** The row that was read last, counted from 1 with the headings, blank ones included. */
  long row() {
    return row;
  }

  /**
   * Reads the next row that is not blank.
   *
   * @param fields emptied and filled
   * @return false at the end of the file
   */
  boolean next(List<String> fields) throws IOException {
    while (ahead != END) {
      row++;
      fields.clear();
      var quoted = read(fields);
      if (fields.size() > 1 || quoted || !fields.get(0).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Reads one row; says whether there was a quote in it. */
  private boolean read(List<String> fields) throws IOException {
    var anyQuoted = false;
    while (true) {
      field.setLength(0);
      if (ahead == '"') {
        anyQuoted = true;
        quoted(fields.size());
      } else {
        plain(fields.size());
      }
      fields.add(field.toString());
      if (ahead != ',') {
        endOfLine(fields.size() - 1);
        return anyQuoted;
      }
      if (fields.size() == MOST_COLUMNS) {
        throw new CsvFault(file, row, "", "has more than " + MOST_COLUMNS + " fields");
      }
      ahead = in.read();
    }
  }

  private void plain(int column) throws IOException {
    while (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != END) {
      if (ahead == '"') {
        throw fault(column, "has a quote inside a field that does not begin with one");
      }
      add(column);
    }
  }

  private void quoted(int column) throws IOException {
    ahead = in.read();
    while (true) {
      if (ahead == END) {
        throw fault(column, "begins with a quote that is never closed");
      }
      if (ahead == '"') {
        ahead = in.read();
        if (ahead != '"') {
          break;
        }
      }
      add(column);
    }
    if (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != END) {
      throw fault(column, "goes on after its closing quote");
    }
  }

  private void add(int column) throws IOException {
    // The decoder puts U+FFFD in place of bytes that mean nothing.
    if (ahead == '\uFFFD' || ahead == 0) {
      throw fault(column, "holds bytes that are not UTF-8 text");
    }
    if (field.length() == LONGEST) {
      throw fault(column, "is longer than " + LONGEST + " characters; is a quote not closed?");
    }
    field.append((char) ahead);
    ahead = in.read();
  }

  private void endOfLine(int column) throws IOException {
    if (ahead == '\r') {
      ahead = in.read();
      if (ahead != '\n' && ahead != END) {
        throw fault(column, "is followed by a carriage return without a line feed");
      }
    }
    if (ahead == '\n') {
      ahead = in.read();
    }
  }

  private CsvFault fault(int column, String reason) {
    var name = column < headings.size() ? headings.get(column) : String.valueOf(column + 1);
    return new CsvFault(file, row, name, reason);
  }
}
