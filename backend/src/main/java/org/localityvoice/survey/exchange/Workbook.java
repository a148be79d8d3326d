package org.localityvoice.survey.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.problem.Violation;

/** A workbook of a few sheets, each with a header and rows of text. */
record Workbook(List<Sheet> sheets) {
  Workbook {
    sheets = List.copyOf(sheets);
  }

  Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
  }

  /** A sheet with named columns. */
  record Sheet(String name, List<String> columns, List<Row> rows) {
    static Sheet of(String name) {
      return new Sheet(name, new ArrayList<>(), new ArrayList<>());
    }

    /** Adds a row under the last; columns come as they are first used. */
    Row add() {
      var row = new Row(name, rows.size() + 2, new LinkedHashMap<>());
      rows.add(row);
      return row;
    }

    /** The columns, with those that only rows know of. */
    List<String> header() {
      var header = new ArrayList<>(columns);
      rows.forEach(
          row ->
              row.cells().keySet().stream()
                  .filter(column -> !header.contains(column))
                  .forEach(header::add));
      return header;
    }
  }

  /**
   * A row.
   *
   * @param number as spreadsheets count: the header is row 1
   * @param cells text by column; no entry where a cell is empty
   */
  record Row(String sheet, int number, Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    Row with(String column, String text) {
      if (!text.isEmpty()) {
        cells.put(column, text);
      }
      return this;
    }

    /** Where the row is: sheet and row. */
    String place() {
      return Violation.step(sheet) + "/" + number;
    }

    /** Where a cell is: sheet, row and column. */
    String place(String column) {
      return place() + Violation.step(column);
    }
  }
}
