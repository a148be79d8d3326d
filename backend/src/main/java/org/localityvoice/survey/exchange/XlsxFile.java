package org.localityvoice.survey.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Workbooks as .xlsx files (ECMA-376), read with care: see {@link XlsxGuard}. */
final class XlsxFile {
  private static final int MOST_ROWS = 5_000;
  private static final int MOST_COLUMNS = 200;
  private static final List<String> SHEETS = List.of("survey", "choices", "settings");

  private XlsxFile() {}

  /**
   * Reads the sheets of an XLSForm.
   *
   * @throws Problem when it is no workbook, too large, or has other sheets
   */
  static Workbook read(byte[] file) {
    var safe = XlsxGuard.checked(file);
    var sheets = new ArrayList<Workbook.Sheet>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(safe))) {
      for (var sheet : book.getSheets().toList()) {
        if (!SHEETS.contains(sheet.getName())) {
          throw refused(Violation.step(sheet.getName()), "exchange-sheet");
        }
        sheets.add(sheet(sheet));
      }
    } catch (IOException | UncheckedIOException e) {
      throw refused("", "exchange-unreadable");
    } catch (Problem e) {
      throw e;
    } catch (RuntimeException e) {
      // The library answers damage inside a sheet with whatever it stumbles over.
      throw refused("", "exchange-unreadable");
    }
    return new Workbook(sheets);
  }

  private static Workbook.Sheet sheet(org.dhatim.fastexcel.reader.Sheet source) throws IOException {
    var sheet = Workbook.Sheet.of(source.getName());
    try (var rows = source.openStream()) {
      var all = rows.limit(MOST_ROWS + 1L).iterator();
      while (all.hasNext()) {
        var row = all.next();
        if (row.getRowNum() > MOST_ROWS || row.getCellCount() > MOST_COLUMNS) {
          throw refused(Violation.step(sheet.name()) + "/" + row.getRowNum(), "exchange-too-large");
        }
        if (row.getRowNum() == 1) {
          row.forEach(cell -> sheet.columns().add(text(cell).strip()));
        } else {
          cells(row, sheet);
        }
      }
    }
    return sheet;
  }

  private static void cells(org.dhatim.fastexcel.reader.Row source, Workbook.Sheet sheet) {
    var row = new Workbook.Row(sheet.name(), source.getRowNum(), new LinkedHashMap<>());
    for (var i = 0; i < source.getCellCount(); i++) {
      var text = text(source.getCell(i));
      if (!text.isEmpty()) {
        var known = i < sheet.columns().size() ? sheet.columns().get(i) : "";
        row.with(known.isEmpty() ? "column " + (i + 1) : known, text);
      }
    }
    if (!row.cells().isEmpty()) {
      sheet.rows().add(row);
    }
  }

  private static String text(@Nullable Cell cell) {
    return cell == null || cell.getText() == null || cell.getText().isBlank() ? "" : cell.getText();
  }

  static byte[] write(Workbook workbook) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(bytes, "LocalityVoice", "1.0")) {
      for (var sheet : workbook.sheets()) {
        var target = book.newWorksheet(sheet.name());
        var header = sheet.header();
        for (var i = 0; i < header.size(); i++) {
          target.inlineString(0, i, header.get(i));
        }
        for (var row : sheet.rows()) {
          for (var i = 0; i < header.size(); i++) {
            var text = row.cell(header.get(i));
            if (!text.isEmpty()) {
              target.inlineString(row.number() - 1, i, text);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Problem refused(String place, String code) {
    return Problem.invalid(List.of(Violation.at(place, code)));
  }
}
