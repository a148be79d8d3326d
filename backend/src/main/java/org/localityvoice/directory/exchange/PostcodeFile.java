package org.localityvoice.directory.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.localityvoice.directory.KnownPostcode;
import org.localityvoice.directory.Postcode;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Reads where postcodes are. Pure. */
final class PostcodeFile {
  static final int MOST = 20_000;

  private static final List<String> COLUMNS = List.of("postcode", "latitude", "longitude");
  private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,12})?");
  private static final int MOST_FAULTS = 50;

  private PostcodeFile() {}

  /**
   * All rows.
   *
   * @throws Problem with every place that is wrong
   */
  static List<KnownPostcode> read(byte[] file) {
    var faults = new ArrayList<Violation>();
    var all = new ArrayList<KnownPostcode>();
    var number = 0;
    for (var record : CsvFile.records(file, Set.copyOf(COLUMNS), COLUMNS, MOST)) {
      number++;
      var at = "/" + number;
      if (!record.isConsistent()) {
        faults.add(Violation.at(at, "directory-import-cells"));
      } else {
        var postcode = Postcode.plain(record.get("postcode"));
        if (!POSTCODE.matcher(postcode).matches()) {
          faults.add(Violation.at(at + "/postcode", "pattern"));
        }
        var latitude = degrees(record, "latitude", 90, at, faults);
        var longitude = degrees(record, "longitude", 180, at, faults);
        all.add(new KnownPostcode(postcode, latitude, longitude));
      }
      if (faults.size() >= MOST_FAULTS) {
        break;
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return all;
  }

  private static double degrees(
      CSVRecord record, String column, int most, String at, List<Violation> faults) {
    var text = record.get(column).strip();
    var number = DEGREES.matcher(text).matches() ? Double.parseDouble(text) : Double.MAX_VALUE;
    if (Math.abs(number) > most) {
      faults.add(Violation.at(at + "/" + column, "degrees", String.valueOf(most)));
    }
    return number;
  }
}
