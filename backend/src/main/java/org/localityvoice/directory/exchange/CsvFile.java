package org.localityvoice.directory.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** CSV files (RFC 4180) with a header, in UTF-8. Pure. */
final class CsvFile {
  private CsvFile() {}

  /**
   * The rows of a file.
   *
   * @throws Problem when it is no such file, or has too many rows
   */
  static List<CSVRecord> records(byte[] file, Set<String> known, List<String> demanded, int most) {
    var text = new String(file, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw fault("", "directory-import-encoding");
    }
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(plain))) {
      var strange = new TreeSet<>(parser.getHeaderNames());
      strange.removeAll(known);
      if (!strange.isEmpty()) {
        throw fault("", "directory-import-column", String.join(", ", strange));
      }
      var missing =
          demanded.stream().filter(one -> !parser.getHeaderNames().contains(one)).toList();
      if (!missing.isEmpty()) {
        throw fault("", "directory-import-no-column", String.join(", ", missing));
      }
      var records = new ArrayList<CSVRecord>();
      for (var one : parser) {
        if (records.size() == most) {
          throw fault("", "maxItems", String.valueOf(most));
        }
        records.add(one);
      }
      return records;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw fault("", "directory-import-csv");
    }
  }

  private static Problem fault(String place, String code, Object... arguments) {
    return Problem.invalid(List.of(Violation.at(place, code, arguments)));
  }
}
