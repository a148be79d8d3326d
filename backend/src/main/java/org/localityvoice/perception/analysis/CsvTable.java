package org.localityvoice.perception.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A CSV file with headings; fields are asked for by column. */
final class CsvTable {
  private final String file;
  private final CsvRows rows;
  private final List<String> headings = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();

  CsvTable(String file, Reader in) throws IOException {
    this.file = file;
    rows = new CsvRows(file, in);
    if (!rows.next(headings)) {
      throw new CsvFault(file, 0, "", "is empty");
    }
    var seen = new HashSet<String>();
    for (var i = 0; i < headings.size(); i++) {
      if (headings.get(i).isEmpty()) {
        throw new CsvFault(file, rows.row(), String.valueOf(i + 1), "has no heading");
      }
      if (!seen.add(headings.get(i))) {
        throw new CsvFault(file, rows.row(), headings.get(i), "is there twice");
      }
    }
    rows.headings(headings);
  }

  boolean has(String column) {
    return headings.contains(column);
  }

  List<String> headings() {
    return headings;
  }

  /** The place of a column that must be there. */
  int column(String name) {
    var at = headings.indexOf(name);
    if (at < 0) {
      throw new CsvFault(file, 1, name, "is missing from the headings");
    }
    return at;
  }

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException {
    if (!rows.next(fields)) {
      return false;
    }
    if (fields.size() != headings.size()) {
      var column = fields.size() < headings.size() ? headings.get(fields.size()) : "";
      var told =
          "has " + fields.size() + " fields where there are " + headings.size() + " headings";
      throw new CsvFault(file, rows.row(), column, told);
    }
    return true;
  }

  String field(int column) {
    return fields.get(column);
  }

  /** A field that must say something. */
  String filled(int column) {
    var value = fields.get(column);
    if (value.isBlank()) {
      throw fault(column, "is empty");
    }
    return value;
  }

  CsvFault fault(int column, String reason) {
    return new CsvFault(file, rows.row(), headings.get(column), reason);
  }
}
