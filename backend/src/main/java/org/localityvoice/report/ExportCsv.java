package org.localityvoice.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Comma-separated values (RFC 4180) with a header line. A text that a spreadsheet could take for a
 * formula begins with an apostrophe, which spreadsheets do not show.
 */
final class ExportCsv implements ExportFormat {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /**
   * Signs that begin a formula, also as wide characters and after space; tab and CR by themselves.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "^(?:[\\t\\r\\n]|\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]).*", Pattern.DOTALL);

  @Override
  public String head() {
    return lines(List.of(ExportColumns.ALL.stream().map(ExportColumns.Column::name).toList()));
  }

  @Override
  public String reports(List<Report> some, boolean first) {
    return lines(some.stream().map(ExportCsv::cells).toList());
  }

  @Override
  public String tail() {
    return "";
  }

  private static List<String> cells(Report report) {
    return ExportColumns.ALL.stream().map(column -> cell(column, report)).toList();
  }

  private static String cell(ExportColumns.Column column, Report report) {
    var text = column.value().apply(report).map(ExportColumns::text).orElse("");
    return column.type() == ExportColumns.Type.TEXT ? harmless(text) : text;
  }

  /** The text as it is, unless it could be taken for a formula. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  private static String lines(List<List<String>> rows) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      for (var row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
