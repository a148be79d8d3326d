package org.localityvoice.survey.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written by hand, with what no writer would write. */
final class RawBook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder links = new StringBuilder();
  private int count;

  /** Adds a sheet with these rows. */
  RawBook sheet(String name, String... rows) {
    return part(name, "<sheetData>" + String.join("", rows) + "</sheetData>");
  }

  /** Adds a sheet of this XML. */
  RawBook part(String name, String xml) {
    count++;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(name, count, count));
    links.append(
        "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
            .formatted(count, OFFICE, count));
    parts.put(
        "xl/worksheets/sheet" + count + ".xml",
        "<worksheet xmlns=\"" + MAIN + "\">" + xml + "</worksheet>");
    return this;
  }

  /** A row; a cell that begins with {@code <} is XML, any other is text. */
  static String row(int number, String... cells) {
    var row = new StringBuilder("<row r=\"" + number + "\">");
    for (var i = 0; i < cells.length; i++) {
      var at = "" + (char) ('A' + i) + number;
      row.append(
          cells[i].startsWith("<")
              ? cells[i].replace("<c", "<c r=\"" + at + "\"")
              : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
    }
    return row + "</row>";
  }

  /** The file, without the parts that are named. */
  byte[] without(String... names) {
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"%scontent-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            .formatted(PACKAGE));
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"%srelationships\"><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            .formatted(PACKAGE, OFFICE));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(MAIN, OFFICE, sheets));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, links));
    for (var name : names) {
      parts.remove(name);
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
