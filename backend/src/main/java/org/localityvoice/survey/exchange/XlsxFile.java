package org.localityvoice.survey.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Workbooks as .xlsx files (ECMA-376), read with care: see {@link XlsxGuard}. */
final class XlsxFile {
  private static final int MOST_ROWS = 5_000;
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_FAULTS = 50;
  private static final int LONGEST_HEADING = 200;
  private static final Set<CellType> WORKED_OUT = Set.of(CellType.FORMULA, CellType.ERROR);
  private static final List<String> SHEETS = List.of("survey", "choices", "settings");

  private XlsxFile() {}

  /**
   * Reads the sheets of an XLSForm.
   *
   * @throws Problem when it is no workbook, too large, has other sheets, or cells that are worked
   *     out: what a formula shows here need not be what it shows there
   */
  static Workbook read(byte[] file) {
    var safe = XlsxGuard.checked(file);
    var sheets = new ArrayList<Workbook.Sheet>();
    var faults = new ArrayList<Violation>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(safe))) {
      for (var sheet : book.getSheets().toList()) {
        var name = sheet.getName();
        if (!SHEETS.contains(name) || sheets.stream().anyMatch(one -> one.name().equals(name))) {
          throw refused(Violation.step(name), "exchange-sheet");
        }
        sheets.add(sheet(sheet, faults));
      }
    } catch (IOException | UncheckedIOException e) {
      throw refused("", "exchange-unreadable");
    } catch (Problem e) {
      throw e;
    } catch (RuntimeException e) {
      // The library answers damage inside a sheet with whatever it stumbles over.
      throw refused("", "exchange-unreadable");
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults.stream().limit(MOST_FAULTS).toList());
    }
    return new Workbook(sheets);
  }

  private static Workbook.Sheet sheet(
      org.dhatim.fastexcel.reader.Sheet source, List<Violation> faults) throws IOException {
    var sheet = Workbook.Sheet.of(source.getName());
    try (var rows = source.openStream()) {
      var all = rows.limit(MOST_ROWS + 1L).iterator();
      while (all.hasNext()) {
        var row = all.next();
        if (row.getRowNum() > MOST_ROWS || row.getCellCount() > MOST_COLUMNS) {
          throw refused(Violation.step(sheet.name()) + "/" + row.getRowNum(), "exchange-too-large");
        }
        if (row.getRowNum() == 1) {
          header(row, sheet, faults);
        } else {
          cells(row, sheet, faults);
        }
      }
    }
    return sheet;
  }

  private static void header(
      org.dhatim.fastexcel.reader.Row source, Workbook.Sheet sheet, List<Violation> faults) {
    var place = Violation.step(sheet.name()) + "/1";
    for (var cell : source) {
      var column = text(cell).strip();
      if (column.length() > LONGEST_HEADING) {
        throw refused(place, "exchange-too-large");
      }
      if (!column.isEmpty() && sheet.columns().contains(column)) {
        faults.add(Violation.at(place + Violation.step(column), "exchange-column-twice"));
      }
      sheet.columns().add(column);
    }
  }

  private static void cells(
      org.dhatim.fastexcel.reader.Row source, Workbook.Sheet sheet, List<Violation> faults) {
    var row = new Workbook.Row(sheet.name(), source.getRowNum(), new LinkedHashMap<>());
    for (var i = 0; i < source.getCellCount(); i++) {
      var cell = source.getCell(i);
      var known = i < sheet.columns().size() ? sheet.columns().get(i) : "";
      var column = known.isEmpty() ? "column " + (i + 1) : known;
      if (cell != null && WORKED_OUT.contains(cell.getType())) {
        faults.add(Violation.at(row.place(column), "exchange-formula"));
      }
      row.with(column, text(cell));
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
