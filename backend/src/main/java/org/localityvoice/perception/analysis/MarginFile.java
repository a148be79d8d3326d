package org.localityvoice.perception.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.localityvoice.estimate.Margins;

/** Margins in a CSV file: {@code dimension,category,population}, each category once. */
public final class MarginFile {
  private static final String FILE = "margins";
  private static final Set<String> TAKEN = Set.of("wave", "answer", "n");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

  private MarginFile() {}

  /**
   * Reads margins.
   *
   * @throws CsvFault where the file is not as described
   */
  public static Margins read(Reader in) throws IOException {
    var table = new CsvTable(FILE, in);
    var dimension = table.column("dimension");
    var category = table.column("category");
    var population = table.column("population");
    var populations = new LinkedHashMap<String, Map<String, Double>>();
    while (table.next()) {
      var name = table.filled(dimension);
      if (TAKEN.contains(name)) {
        throw table.fault(dimension, "must not be " + name + ", which is a column of its own");
      }
      var categories = populations.computeIfAbsent(name, fresh -> new LinkedHashMap<>());
      if (categories.containsKey(table.filled(category))) {
        throw table.fault(category, CsvFault.quoted(table.field(category)) + " is there twice");
      }
      categories.put(table.field(category), adults(table, population));
    }
    if (populations.isEmpty()) {
      throw new CsvFault(FILE, 0, "", "holds no margin");
    }
    populations.forEach(
        (name, categories) -> {
          if (categories.values().stream().allMatch(adults -> adults == 0)) {
            throw new CsvFault(FILE, 0, "population", "is 0 in the whole dimension " + name);
          }
        });
    return new Margins(populations);
  }

  private static double adults(CsvTable table, int column) {
    var text = table.filled(column);
    if (!NUMBER.matcher(text).matches()) {
      throw table.fault(
          column, "must be a number of people, 0 or more, not " + CsvFault.quoted(text));
    }
    return Double.parseDouble(text);
  }
}
