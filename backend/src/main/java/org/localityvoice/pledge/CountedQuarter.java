package org.localityvoice.pledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.pledge.ReportedFigures.Told;

/**
 * What may be told of the problems that were reported in a quarter. Numbers that are hidden are not
 * kept, so nothing that reads this can tell them.
 *
 * @param id {@code <locality>/<quarter>}
 * @param quarter {@code 2026-Q3}
 * @param from its first day
 * @param to its last
 * @param at the last day that counts: the end of a month
 * @param rows by category; or one for all kinds together, where it cannot be told by category
 */
public record CountedQuarter(
    @BsonId String id,
    String locality,
    String quarter,
    LocalDate from,
    LocalDate to,
    LocalDate at,
    List<Row> rows) {
  /** The category of a row that is about all of them. */
  static final String ALL_KINDS = "";

  public CountedQuarter {
    rows = List.copyOf(rows);
  }

  /** Numbers of problems by id: {@code problems}, {@code confirmed}, …. */
  public record Row(String category, Map<String, Integer> numbers) {
    public Row {
      numbers = Map.copyOf(numbers);
    }
  }

  static CountedQuarter of(String locality, Quarter quarter, Told told) {
    var rows = new ArrayList<Row>();
    new TreeMap<>(told.byCategory()).forEach((id, numbers) -> rows.add(new Row(id, numbers)));
    if (rows.isEmpty()) {
      rows.add(new Row(ALL_KINDS, told.total()));
    }
    return new CountedQuarter(
        locality + "/" + quarter.name(),
        locality,
        quarter.name(),
        quarter.from(),
        quarter.to(),
        told.at(),
        rows);
  }
}
