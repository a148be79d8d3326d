package org.localityvoice.pmf.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Observations as tidy comma-separated values (RFC 4180): one row for each, a header line. A text
 * that a spreadsheet could take for a formula begins with an apostrophe. Pure.
 */
final class ObservationsCsv {
  private static final Pattern FORMULA =
      Pattern.compile(
          "^(?:[\\t\\r\\n]|\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]).*", Pattern.DOTALL);

  private ObservationsCsv() {}

  static byte[] of(List<Row> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(Column.ALL.stream().map(Column::name).toList());
    for (var row : rows) {
      lines.add(Column.ALL.stream().map(column -> cell(column, row)).toList());
    }
    return bytes(lines);
  }

  /** Lines of cells as bytes. */
  static byte[] bytes(List<List<String>> lines) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (var line : lines) {
        printer.printRecord(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(Column column, Row row) {
    var text = column.value().apply(row);
    return column.text() ? harmless(text) : text;
  }

  /** The text as it is, unless it could be taken for a formula. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
